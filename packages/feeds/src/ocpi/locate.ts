/** Where a location is: its coordinates mended, or taken from an EVSE, or nowhere. */
import type { Position } from '@pantograph/model/location';
import type { GeoLocation } from '@pantograph/model/ocpi';
import type { Coordinates } from './coordinates.ts';
import { foundCoordinates, geoLocationOf, isImprecise, isOnEarth, readCoordinates } from './coordinates.ts';
import { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, shown } from './json-object.ts';
import { countryAt, isInOrNear } from './place.ts';

interface Located {
  readonly position: Position;
  readonly geo: GeoLocation;
}

/** @param country ISO 3166-1 alpha-3 that the feed names, to check the coordinates against; `undefined` where it names none */
export function locate(location: JsonObject, country: string | undefined, findings: Findings): Located | undefined {
  const raw = location['coordinates'];
  const coordinates = readCoordinates(raw, '/coordinates', findings);
  const located = coordinates && (asWritten(coordinates, country, findings) ?? swapped(coordinates, country, findings));
  const found = coordinates?.found ?? foundCoordinates(raw);
  if (located !== undefined) {
    if (isImprecise(located.geo)) findings.add('coordinates_imprecise', '/coordinates', { found });
    return located;
  }
  const fromEvse = positionOfAnEvse(location, country);
  if (fromEvse === undefined) {
    findings.add('position_missing', '/coordinates', { found: `its coordinates are ${found}` });
    return undefined;
  }
  const { latitude, longitude } = fromEvse.geo;
  findings.add('coordinates_from_evse', '/coordinates', { found, value: `${latitude}, ${longitude}` });
  return fromEvse;
}

/** The coordinates as the feed has them, unless turning them round puts them into the country the feed names. */
function asWritten(coordinates: Coordinates, country: string | undefined, findings: Findings): Located | undefined {
  const { position, geo, found } = coordinates;
  if (!isPlausible(position, country)) return undefined;
  if (country !== undefined && !isInOrNear(position, country) && isThere(turned(position), country)) return undefined;
  if (coordinates.respelled) {
    const value = `${shown(geo.latitude)}, ${shown(geo.longitude)}`;
    findings.add('coordinates_respelled', '/coordinates', { found, value });
  }
  return { position, geo };
}

function swapped(coordinates: Coordinates, country: string | undefined, findings: Findings): Located | undefined {
  const position = turned(coordinates.position);
  const fits =
    country === undefined ? isOnEarth(position) && countryAt(position) !== undefined : isThere(position, country);
  const isNeeded = country !== undefined || Math.abs(coordinates.position.lat) > 90;
  if (!fits || !isNeeded) return undefined;
  const reason = country === undefined ? 'a latitude is at most 90' : `that is where ${country} is`;
  findings.add('coordinates_swapped', '/coordinates', { found: coordinates.found, reason });
  return { position, geo: geoLocationOf(position) };
}

function turned({ lat, lng }: Position): Position {
  return { lat: lng, lng: lat };
}

function isThere(position: Position, country: string): boolean {
  return isOnEarth(position) && isInOrNear(position, country);
}

/** One coordinate of exactly 0 is a place only where the country says so: on the equator or on the meridian of Greenwich. */
function isPlausible(position: Position, country: string | undefined): boolean {
  if (!isOnEarth(position)) return false;
  if (position.lat !== 0 && position.lng !== 0) return true;
  return country === undefined ? countryAt(position) !== undefined : isInOrNear(position, country);
}

function positionOfAnEvse(location: JsonObject, country: string | undefined): Located | undefined {
  const evses = location['evses'];
  if (!Array.isArray(evses)) return undefined;
  for (const evse of evses as readonly unknown[]) {
    // Read again, with its notices, when the EVSE itself is read.
    const raw = isJsonObject(evse) ? evse['coordinates'] : undefined;
    const coordinates = readCoordinates(raw, '', new Findings());
    if (coordinates !== undefined && isPlausible(coordinates.position, country)) return coordinates;
  }
  return undefined;
}
