/** What is where: the country and the time zone of a position. */
import tzLookup from '@photostructure/tz-lookup';
import type { Position } from '@pantograph/model/location';
import { iso1A2Code, iso1A3Code, iso1A3Codes } from '@rapideditor/country-coder';

/** The borders are simplified: a position this far outside may still be inside. About 10 km. */
const BORDER_DEGREES = 0.1;

let asked: { readonly position: Position; readonly country: string | undefined } | undefined;

/** ISO 3166-1 alpha-3 of the country or territory; `undefined` at sea. Asked for the same place over and over. */
export function countryAt(position: Position): string | undefined {
  const { lat, lng } = position;
  if (asked?.position.lat !== lat || asked.position.lng !== lng) {
    asked = { position, country: iso1A3Code([lng, lat], { level: 'territory' }) ?? undefined };
  }
  return asked.country;
}

/** True in and near a country, ISO 3166-1 alpha-3; a territory belongs to its country too. */
export function isInOrNear(position: Position, country: string): boolean {
  const there = countryAt(position);
  if (there === country) return true;
  if (there !== undefined && iso1A3Code(there, { level: 'country' }) === country) return true;
  const { lat, lng } = position;
  const around: [number, number, number, number] = [
    lng - BORDER_DEGREES,
    lat - BORDER_DEGREES,
    lng + BORDER_DEGREES,
    lat + BORDER_DEGREES,
  ];
  return iso1A3Codes(around).includes(country);
}

const alpha2Of = new Map<string, string | undefined>();

/** ISO 3166-1 alpha-2 of an alpha-3 code. */
export function alpha2OfCountry(alpha3: string): string | undefined {
  if (!alpha2Of.has(alpha3)) alpha2Of.set(alpha3, iso1A2Code(alpha3, { level: 'territory' }) ?? undefined);
  return alpha2Of.get(alpha3);
}

/** IANA name; at sea one of the Etc zones. */
export function timeZoneAt({ lat, lng }: Position): string {
  return tzLookup(lat, lng);
}
