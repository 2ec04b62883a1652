import type { GeoLocation } from '../ocpi/index.ts';
import type { Position } from '../location/index.ts';

/** OCPI's degrees, which are text, as numbers. */
export function positionOf(coordinates: Pick<GeoLocation, 'latitude' | 'longitude'>): Position {
  return { lat: Number(coordinates.latitude), lng: Number(coordinates.longitude) };
}
