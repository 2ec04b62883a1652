/** What an OCPI object is, and which version it has: by the fields it has, since labels are often wrong. */
import type { JsonObject } from './json-object.ts';
import type { OcpiVersion } from './reading.ts';

export type ObjectKind = 'location' | 'tariff' | 'session' | 'CDR' | 'token' | 'EVSE' | 'connector' | 'unknown';

/** Fields that only one kind has, most telling first. */
const marks: readonly (readonly [kind: ObjectKind, fields: readonly string[]])[] = [
  ['session', ['kwh', 'authorization_reference']],
  ['CDR', ['cdr_location', 'total_energy', 'total_cost']],
  ['location', ['evses', 'coordinates', 'opening_times', 'time_zone', 'openingTimes', 'timeZone']],
  ['tariff', ['elements', 'tariff_alt_text', 'tariff_alt_url', 'currency']],
  ['token', ['whitelist', 'auth_id', 'contract_id']],
  ['EVSE', ['connectors', 'evse_id']],
  ['connector', ['standard', 'power_type']],
];

export function objectKindOf(object: JsonObject): ObjectKind {
  return marks.find(([, fields]) => has(object, fields))?.[0] ?? 'unknown';
}

function has(object: JsonObject, fields: readonly string[]): boolean {
  return fields.some((field) => field in object);
}

/** Recognised by what 2.2 brought, naming the party and whether it is public, and by the type that only 2.1.1 has. */
export function locationVersion(location: JsonObject, told: OcpiVersion | undefined): OcpiVersion {
  const isLater = has(location, ['country_code', 'party_id', 'publish', 'parking_type', 'parking_places']);
  if (isLater) return told === undefined || told === '2.1.1' ? '2.2.1' : told;
  return 'type' in location ? '2.1.1' : (told ?? '2.1.1');
}
