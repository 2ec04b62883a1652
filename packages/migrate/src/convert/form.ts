/** The forms a charging location can be converted between. */
import type { OcpiWireVersion } from '@pantograph/model/ocpi';

/** `v3` spells values as OCPI does and as the guide prints them, `v3-here` as the published document does. */
export const forms = ['v2', 'v3', 'v3-here', 'ocpi-2.1.1', 'ocpi-2.2.1', 'ocpi-2.3.0'] as const;
export type Form = (typeof forms)[number];

export type OcpiForm = Extract<Form, `ocpi-${string}`>;

export function isForm(text: string): text is Form {
  return forms.some((form) => form === text);
}

export function isOcpi(form: Form): form is OcpiForm {
  return form.startsWith('ocpi-');
}

export function ocpiVersionOf(form: OcpiForm): OcpiWireVersion {
  return ocpiVersions[form];
}

const ocpiVersions = {
  'ocpi-2.1.1': '2.1.1',
  'ocpi-2.2.1': '2.2.1',
  'ocpi-2.3.0': '2.3.0',
} as const satisfies Record<OcpiForm, OcpiWireVersion>;

/**
 * In whose words a path is. A conversion goes step by step, and each step names what it cannot carry by the words of the
 * side that has it: what is dropped by the side it comes from, what is made up by the side it goes to.
 */
export type Words = 'v2' | 'v3' | 'ocpi' | 'ocpi tariff';
