/** Values of `in`. */
import type { LatLng } from '../transport/query-string.ts';

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
