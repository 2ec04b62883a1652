/** Which part of the world a tile shows: Web Mercator, XYZ numbering. */
import type { Area } from '../atlas/query.ts';

export interface TileAddress {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

export const MAX_ZOOM = 16;

/** `undefined` where the path is none of a tile; numbers are in range for their zoom. */
export function tileAddressOf(path: string): TileAddress | 'out of range' | undefined {
  const match = /^\/tiles\/(\d{1,10})\/(\d{1,10})\/(\d{1,10})\.mvt$/.exec(path);
  if (match === null) return undefined;
  const [z = 0, x = 0, y = 0] = match.slice(1).map(Number);
  const tiles = 2 ** z;
  return z <= MAX_ZOOM && x < tiles && y < tiles ? { z, x, y } : 'out of range';
}

/** Holds every position of the tile, and those on its edges. */
export function boxOfTile({ z, x, y }: TileAddress): Extract<Area, { kind: 'box' }> {
  const tiles = 2 ** z;
  return {
    kind: 'box',
    west: (x / tiles) * 360 - 180,
    east: ((x + 1) / tiles) * 360 - 180,
    north: latitudeAt(y / tiles),
    south: latitudeAt((y + 1) / tiles),
  };
}

/** 0 at 180 degrees west, 1 at 180 degrees east, which is the last place of the last tile. */
export function mercatorX(longitude: number): number {
  return Math.min((longitude + 180) / 360, 1 - Number.EPSILON);
}

/** 0 in the north, 1 in the south of what the projection shows; beyond it on either side past 85.05 degrees. */
export function mercatorY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function latitudeAt(mercator: number): number {
  return (Math.atan(Math.sinh(Math.PI * (1 - 2 * mercator))) * 180) / Math.PI;
}
