/** Findings about an object beside others: in its feed, and in the store. */
import type { NoticeEntry } from './notice-entry.ts';

export const importNotices = {
  duplicate_id: {
    severity: 'error',
    message: 'An object with the id {id} came before in the same feed (object {object}), and this one is not newer.',
    advice: 'Send each object once; of two with one id, the first is kept unless last_updated of the second is later.',
  },
  duplicate_id_newer: {
    severity: 'warning',
    message: 'An object with the id {id} came before in the same feed (object {object}); this one is newer.',
    advice: 'Send each object once; the newer one is kept.',
  },
  duplicate_id_case: {
    severity: 'warning',
    message: 'The id {id} differs only in case from {other} (object {object}); to OCPI the two are one.',
    advice: 'Spell an id the same way everywhere, and give different objects different ids.',
  },
  object_repeated: {
    severity: 'info',
    message: 'The same object came before in the same feed (object {object}).',
    advice: 'Send each object once.',
  },
  older_than_stored: {
    severity: 'info',
    message: 'last_updated is {found}, older than what is stored, which was kept.',
    advice: 'Nothing to do where an old file was imported on purpose; else set last_updated with every change.',
  },
  tariff_dangling: {
    severity: 'warning',
    message: 'A connector refers to the tariff {found}, which is not there; its price is unknown.',
    advice: 'Send the tariff under the id that connectors refer to it by, or take the reference away.',
  },
  tariff_not_in_v3: {
    severity: 'warning',
    message: 'v3 has no place for {fields}; it leaves the tariff out, since the rest of it would be a wrong price.',
    advice: 'Nothing is wrong with the tariff. Clients that need this price read OCPI or /v1/prices.',
  },
  tariff_partly_in_v3: {
    severity: 'warning',
    message: 'v3 has no place for {fields}; it shows the tariff without.',
    advice: 'Nothing is wrong with the tariff. Clients that need all of this price read OCPI or /v1/prices.',
  },
} as const satisfies Record<string, NoticeEntry>;
