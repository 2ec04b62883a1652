/** The EVSE id of eMI3 and ISO 15118: country, party, `E`, and the party's own number; separators are optional. */

export interface Party {
  readonly countryCode: string;
  readonly partyId: string;
}

const form = /^([A-Z]{2})[*.-]?([A-Z0-9]{3})[*.-]?E[A-Z0-9]/i;

/** Whose EVSE it is; `undefined` where the id is not of that form. */
export function partyInEvseId(evseId: string): Party | undefined {
  const [, countryCode, partyId] = form.exec(evseId) ?? [];
  if (countryCode === undefined || partyId === undefined) return undefined;
  return { countryCode: countryCode.toUpperCase(), partyId: partyId.toUpperCase() };
}
