/** The earth as a sphere. Everything that measures does it here, so that two ways to the same place give the same metres. */
import type { Position } from '../location/index.ts';

/** Mean radius of the earth, IUGG R1 of WGS 84. */
export const EARTH_RADIUS_METRES = 6_371_008.8;

/** Unit vector from the earth's centre: x to 0° E on the equator, y to 90° E, z to the north pole. */
export interface Vector {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const RADIANS_PER_DEGREE = Math.PI / 180;

export function radiansOf(degrees: number): number {
  return degrees * RADIANS_PER_DEGREE;
}

export function vectorOf(position: Position): Vector {
  const latitude = radiansOf(position.lat);
  const longitude = radiansOf(position.lng);
  const ring = Math.cos(latitude);
  return { x: ring * Math.cos(longitude), y: ring * Math.sin(longitude), z: Math.sin(latitude) };
}

/** Squared straight line through the earth, in earth radii: 0 to 4. Orders like distance on the surface and needs no root. */
export function chordSquared(a: Vector, b: Vector): number {
  const x = a.x - b.x;
  const y = a.y - b.y;
  const z = a.z - b.z;
  return x * x + y * y + z * z;
}

export function metresOfChordSquared(squared: number): number {
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

/** The inverse of {@link metresOfChordSquared}; half the earth's girth and more is the whole sphere: 4. */
export function chordSquaredOfMetres(metres: number): number {
  if (metres >= Math.PI * EARTH_RADIUS_METRES) return 4;
  const chord = 2 * Math.sin(metres / (2 * EARTH_RADIUS_METRES));
  return chord * chord;
}

/** Great-circle distance in metres. */
export function distanceMetres(a: Position, b: Position): number {
  return metresOfChordSquared(chordSquared(vectorOf(a), vectorOf(b)));
}
