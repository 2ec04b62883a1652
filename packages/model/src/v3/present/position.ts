import type { Position } from '../../location/index.ts';
import type { GeoLocation } from '../../ocpi/index.ts';

/** Degrees as numbers; what feeds send beyond the globe has been repaired before. */
export function positionOf(coordinates: GeoLocation): Position {
  return { lat: Number(coordinates.latitude), lng: Number(coordinates.longitude) };
}
