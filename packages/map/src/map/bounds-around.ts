/** What a map shows, reckoned without the engine: Web Mercator on tiles of 512 pixels. */
import type { Bounds } from '../api/places.ts';
import type { Camera } from '../state/view-state.ts';

const TILE = 512;

export function boundsAround({ lat, lng, zoom }: Camera, width: number, height: number): Bounds {
  const world = TILE * 2 ** zoom;
  const y = mercatorY(lat);
  const north = latitudeAt(Math.max(0, y - height / world / 2));
  const south = latitudeAt(Math.min(1, y + height / world / 2));
  const half = (width / world) * 180;
  if (half >= 180) return { west: -180, south, east: 180, north };
  return { west: wrapped(lng - half), south, east: wrapped(lng + half), north };
}

/** To -180 and up to 180. */
export function wrapped(lng: number): number {
  return lng === 180 ? lng : ((((lng + 180) % 360) + 360) % 360) - 180;
}

function mercatorY(lat: number): number {
  const sine = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function latitudeAt(y: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
}
