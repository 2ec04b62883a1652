/** Values of `in` and of `route`. */
import type { LatLng } from '../transport/query-string.ts';
import { flexiblePolyline } from './flexible-polyline.ts';

/** Within so many metres of a point. */
export function circle({ lat, lng }: LatLng, radiusMetres: number): string {
  return `circle:${String(lat)},${String(lng)};r=${String(Math.round(radiusMetres))}`;
}

/** In degrees; west greater than east crosses the antimeridian. */
export function bbox(box: { west: number; south: number; east: number; north: number }): string {
  return `bbox:${[box.west, box.south, box.east, box.north].map(String).join(',')}`;
}

/** ISO 3166-1 alpha-3, such as NLD. */
export function countries(...codes: readonly string[]): string {
  return `countryCode:${codes.join(',')}`;
}

/** Along these points, in a corridor so many metres wide as a whole; 1000 where that is not said. */
export function route(points: readonly LatLng[], widthMetres?: number): string {
  return `${flexiblePolyline(points)}${widthMetres === undefined ? '' : `;w=${String(Math.round(widthMetres))}`}`;
}
