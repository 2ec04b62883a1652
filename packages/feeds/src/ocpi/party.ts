/** Whose object it is: as the feed says, which identifies it; and as it is stored, where nothing may be missing. */
import type { ObjectKey } from '@pantograph/model/location';
import { countryNamed } from './country-name.ts';
import type { Party } from './evse-id.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { shown } from './json-object.ts';
import { alpha2OfCountry } from './place.ts';
import type { ReadContext } from './reading.ts';
import { NOT_APPLICABLE, text } from './values.ts';

/**
 * The identity depends on nothing but the feed, so that better repairs give no object another id. Both parts are empty
 * where neither the object nor the context names a party.
 */
export function objectKey(object: JsonObject, id: string, context: ReadContext, findings: Findings): ObjectKey {
  return {
    source: context.source,
    countryCode: text(object, 'country_code', '', findings) ?? context.countryCode ?? '',
    partyId: text(object, 'party_id', '', findings) ?? context.partyId ?? '',
    id,
  };
}

/** What the rest of the object tells of its party. */
interface PartyHints {
  readonly ofEvseId: Party | undefined;
  /** ISO 3166-1 alpha-3 of the place. */
  readonly country: string | undefined;
}

/** As it is stored: upper case, what is missing filled in and said so. */
export function storedParty(key: ObjectKey, hints: PartyHints, findings: Findings): Party {
  const partyId = key.partyId === '' ? filledPartyId(hints, findings) : key.partyId.toUpperCase();
  const countryCode =
    key.countryCode === '' ? filledCountryCode(partyId, hints, findings) : alpha2(key.countryCode, findings);
  return { countryCode, partyId };
}

function filledPartyId({ ofEvseId }: PartyHints, findings: Findings): string {
  if (ofEvseId === undefined) {
    findings.add('party_id_unknown', '/party_id', { value: NOT_APPLICABLE });
    return NOT_APPLICABLE;
  }
  const { partyId: value } = ofEvseId;
  findings.add('party_id_filled', '/party_id', { value, from: 'the EVSE id' });
  return value;
}

function filledCountryCode(partyId: string, { ofEvseId, country }: PartyHints, findings: Findings): string {
  const ofEvse = ofEvseId?.partyId === partyId ? ofEvseId.countryCode : undefined;
  const value = ofEvse ?? (country === undefined ? undefined : alpha2OfCountry(country));
  if (value === undefined) {
    findings.add('country_code_unknown', '/country_code', { value: NOT_APPLICABLE });
    return NOT_APPLICABLE;
  }
  findings.add('country_code_filled', '/country_code', { value, from: ofEvse ? 'the EVSE id' : 'the country' });
  return value;
}

function alpha2(said: string, findings: Findings): string {
  const upper = said.toUpperCase();
  if (upper.length === 2) return upper;
  const named = countryNamed(said);
  const value = named === undefined ? undefined : alpha2OfCountry(named);
  if (value === undefined) findings.add('value_unknown', '/country_code', { found: shown(said) });
  else findings.add('value_respelled', '/country_code', { found: shown(said), value });
  return value ?? upper;
}
