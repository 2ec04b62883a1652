/** Every notice code once. docs/notices.md is generated from here. */
import type { NoticeEntry } from './notice.ts';

export const noticeCatalogue = {
  not_an_object: {
    severity: 'error',
    message: 'Expected a JSON object, found {found}.',
    advice: 'Send one object per location or tariff.',
  },
  missing_id: {
    severity: 'error',
    message: 'The object has no id.',
    advice: 'Every location and tariff needs an id that never changes.',
  },
} as const satisfies Record<string, NoticeEntry>;

export type NoticeCode = keyof typeof noticeCatalogue;
