import type { StationFacts } from '../facts/station-facts.ts';
import type { Contacts } from '../wire/contact.ts';

/** Telephone and website with the labels v2 gives its contacts. */
export function presentContacts({ phone, website }: StationFacts): Contacts | undefined {
  if (phone === undefined && website === undefined) return undefined;
  return {
    phone: phone === undefined ? undefined : [{ value: phone, label: 'PHONE' }],
    website: website === undefined ? undefined : [{ value: website, label: 'WEBSITE' }],
  };
}
