/** GeoLocation as feeds write it. OCPI 2.3.0 mod_locations, GeoLocation: strings with 5 to 7 decimals. */
import type { Position } from '@pantograph/model/location';
import type { GeoLocation } from '@pantograph/model/ocpi';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing, shown } from './json-object.ts';

const fields = fieldSet(['latitude', 'longitude', 'name'], {
  lat: 'latitude',
  lng: 'longitude',
  lon: 'longitude',
  long: 'longitude',
});

/** Two numbers of a feed; not yet known to be a place on earth. */
export interface Coordinates {
  readonly position: Position;
  /** As the feed wrote them. */
  readonly found: string;
  /** As OCPI spells them. */
  readonly geo: GeoLocation;
  readonly respelled: boolean;
}

/** `undefined` where there are no two numbers. */
export function readCoordinates(value: unknown, at: string, findings: Findings): Coordinates | undefined {
  if (!isJsonObject(value)) return undefined;
  const object = withKnownFields(value, fields, at, findings);
  const latitude = degrees(object['latitude']);
  const longitude = degrees(object['longitude']);
  if (latitude === undefined || longitude === undefined) return undefined;
  return {
    position: { lat: latitude.degrees, lng: longitude.degrees },
    found: foundIn(object),
    geo: { latitude: latitude.text, longitude: longitude.text },
    respelled: latitude.text !== object['latitude'] || longitude.text !== object['longitude'],
  };
}

/** Coordinates as notices show them. */
export function foundCoordinates(value: unknown): string {
  return isJsonObject(value) ? foundIn(value) : shown(value);
}

function foundIn(object: JsonObject): string {
  const { latitude, longitude } = object;
  if (isNothing(latitude) && isNothing(longitude)) return 'missing';
  return `${shown(latitude)}, ${shown(longitude)}`;
}

/** In range, and not the 0, 0 of a field that was never filled in. */
export function isOnEarth({ lat, lng }: Position): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 && (lat !== 0 || lng !== 0);
}

/** A position as OCPI spells it. */
export function geoLocationOf({ lat, lng }: Position): GeoLocation {
  return { latitude: spelled(lat), longitude: spelled(lng) };
}

const ocpiSpelling = /^-?\d{1,3}\.\d{5,7}$/;
/** Longer texts are no degrees, and are not searched for them. */
const LONGEST_DEGREES = 40;
const numeral = /^[+-]?\d{1,3}(?:[.,]\d{0,20})?$/;

function degrees(value: unknown): { readonly degrees: number; readonly text: string } | undefined {
  if (typeof value === 'string') {
    if (ocpiSpelling.test(value)) return { degrees: Number(value), text: value };
    if (value.length > LONGEST_DEGREES) return undefined;
    const [, numberText = '', side = ''] = /^\s*([^°NSEW]*?)\s*°?\s*([NSEW]?)\s*$/i.exec(value) ?? [];
    if (!numeral.test(numberText)) return undefined;
    const read = Number(numberText.replace(',', '.'));
    return spelledDegrees(/[SW]/i.test(side) ? -read : read);
  }
  return typeof value === 'number' && Math.abs(value) < 1000 ? spelledDegrees(value) : undefined;
}

function spelledDegrees(value: number): { readonly degrees: number; readonly text: string } {
  const text = spelled(value);
  return { degrees: Number(text), text };
}

/** At most 7 decimals (a centimetre), at least 5. */
function spelled(value: number): string {
  const text = (value === 0 ? 0 : value).toFixed(7);
  const short = text.endsWith('00') ? text.slice(0, -2) : text.endsWith('0') ? text.slice(0, -1) : text;
  return /^-0\.0+$/.test(short) ? short.slice(1) : short;
}

/** Fewer than three decimals that say something place a charger within a kilometre at best. */
export function isImprecise({ latitude, longitude }: GeoLocation): boolean {
  return [latitude, longitude].every((one) => !/\.\d*?\d\d[1-9]/.test(one));
}
