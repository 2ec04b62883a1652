/** The country of a location: the feed's if it is one, else that of the coordinates. ISO 3166-1 alpha-3. */
import type { Position } from '@pantograph/model/location';
import { countryNamed } from './country-name.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { shown } from './json-object.ts';
import { countryAt, isInOrNear } from './place.ts';
import { NOT_APPLICABLE } from './values.ts';

/** What the feed says of the country, before anything is known of the place. */
interface NamedCountry {
  readonly said: unknown;
  /** The country it names. */
  readonly named: string | undefined;
  /** The country of the party, which is most often that of its locations. */
  readonly ofParty: string | undefined;
}

export function namedCountry(location: JsonObject): NamedCountry {
  const said = location['country'];
  const party = location['country_code'];
  return {
    said,
    named: typeof said === 'string' ? countryNamed(said) : undefined,
    ofParty: typeof party === 'string' ? countryNamed(party) : undefined,
  };
}

export function country({ said, named, ofParty }: NamedCountry, position: Position, findings: Findings): string {
  const path = '/country';
  if (named !== undefined) {
    if (named !== said) findings.add('country_respelled', path, { found: shown(said), value: named });
    if (!isInOrNear(position, named)) {
      findings.add('country_mismatch', path, { found: named, value: countryAt(position) ?? 'no country' });
    }
    return named;
  }
  const there = countryAt(position);
  const value = there ?? ofParty;
  if (value === undefined) {
    findings.add('country_unknown', path, { found: shown(said) });
    return NOT_APPLICABLE;
  }
  const from = there === undefined ? 'country_code' : 'the coordinates';
  findings.add('country_from_position', path, { found: shown(said), value, from });
  return value;
}
