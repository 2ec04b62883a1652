/** What v2 can say of a stored site: what v3 says of it, told in the older words. One way only, so that they never differ. */
import type { Site } from '../../location/index.ts';
import type { LocationField } from '../../v3/index.ts';
import { presentV3 } from '../../v3/index.ts';
import { factsOfChargingLocation } from './facts-of-charging-location.ts';
import type { StationFacts } from './station-facts.ts';

/** The field groups of v3 that hold everything v2 needs, none of which asks for a special contract. */
export const v3FieldsOfFacts = [
  'address',
  'evses',
  'locationInfo',
  'emsps',
  'tariffs',
] as const satisfies LocationField[];

const fields: ReadonlySet<LocationField> = new Set(v3FieldsOfFacts);

/** @param now decides which tariffs hold. */
export function factsOfSite(site: Site, now: Date): StationFacts {
  return factsOfChargingLocation(presentV3(site, { enums: 'ocpi', now, fields }));
}
