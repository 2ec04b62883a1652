/** Boxes of longitude and latitude. Edges belong to the box; west greater than east crosses the antimeridian. */
import type { Position } from '../location/index.ts';
import { EARTH_RADIUS_METRES } from './sphere.ts';

/** Degrees. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** A pole lies on every meridian; 180 and -180 are the same one. */
export function boxContains(box: Box, position: Position): boolean {
  const { lat, lng } = position;
  if (lat < box.south || lat > box.north) return false;
  if (Math.abs(lat) === 90) return true;
  if (box.west > box.east) return lng >= box.west || lng <= box.east || Math.abs(lng) === 180;
  if (lng >= box.west && lng <= box.east) return true;
  return Math.abs(lng) === 180 && (box.east === 180 || box.west === -180);
}

/** Degrees of longitude from west to east, 0 to 360. */
export function boxWidth(box: Box): number {
  return box.west > box.east ? box.east - box.west + 360 : box.east - box.west;
}

export function boxCentre(box: Box): Position {
  return { lat: (box.south + box.north) / 2, lng: wrapLongitude(box.west + boxWidth(box) / 2) };
}

/** The smallest box around a circle; all longitudes where the circle holds a pole. */
export function boxAround(centre: Position, radiusMetres: number): Box {
  const angle = radiusMetres / EARTH_RADIUS_METRES;
  const degrees = (angle * 180) / Math.PI;
  const south = centre.lat - degrees;
  const north = centre.lat + degrees;
  if (south <= -90 || north >= 90) {
    return { west: -180, south: Math.max(-90, south), east: 180, north: Math.min(90, north) };
  }
  const reach = (Math.asin(Math.sin(angle) / Math.cos((centre.lat * Math.PI) / 180)) * 180) / Math.PI;
  return { west: wrapLongitude(centre.lng - reach), south, east: wrapLongitude(centre.lng + reach), north };
}

/** To -180..180; values within it stay as they are, -180 and 180 included. */
export function wrapLongitude(degrees: number): number {
  if (degrees >= -180 && degrees <= 180) return degrees;
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
