/** OCPI 2.3.0 mod_locations, BusinessDetails. */
import type { BusinessDetails } from '@pantograph/model/ocpi';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import { readLogo } from './image.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing } from './json-object.ts';
import { label, text, textOf, unusable } from './values.ts';

const fields = fieldSet(['name', 'website', 'logo'], { company: 'name', company_name: 'name', url: 'website' });

/** A company without a name is none; a bare name is a company. */
export function businessDetails(
  object: JsonObject,
  key: string,
  at: string,
  findings: Findings,
): BusinessDetails | undefined {
  const value = object[key];
  if (isNothing(value)) return undefined;
  const path = `${at}/${key}`;
  if (!isJsonObject(value)) return bareName(value, path, findings);
  const details = withKnownFields(value, fields, path, findings);
  const name = label(details, 'name', path, findings);
  if (name === undefined) {
    const saysNothing = Object.values(value).every(isNothing);
    return saysNothing ? undefined : unusable(value, path, findings);
  }
  return { name, website: text(details, 'website', path, findings), logo: readLogo(details, path, findings) };
}

function bareName(value: unknown, path: string, findings: Findings): BusinessDetails | undefined {
  const name = typeof value === 'string' ? textOf(value, path, findings, true) : undefined;
  if (name === undefined) return unusable(value, path, findings);
  findings.add('value_retyped', path, { found: JSON.stringify(name), value: 'a name' });
  return { name };
}
