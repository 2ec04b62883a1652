/** Boxes that are quartered until what lies in them can be asked for at once. */
import type { Box } from '@pantograph/model/geo';
import { EARTH_RADIUS_METRES, boxCentre, boxWidth, distanceMetres, wrapLongitude } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import { boxQuery } from './area-query.ts';
import type { Region } from './region.ts';

/** Degrees: about a decimetre. Boxes as small are not divided. */
const SMALLEST_SIDE = 1e-6;

/** Metres below which no place of a box is, by v2's order. */
export type Floor = (box: Box) => number;

/** The four quarters of a box, without those that lie beyond `most` metres. */
export function tilesIn(box: Box, floor: Floor, most: number): readonly Region[] {
  return quartersOf(box)
    .map((quarter) => tile(quarter, floor, most))
    .filter((region) => region.floor <= most);
}

export function tile(box: Box, floor: Floor, most: number): Region {
  const { north, south } = box;
  const isSmall = north - south < SMALLEST_SIDE && boxWidth(box) < SMALLEST_SIDE;
  return {
    query: boxQuery(withArea(box)),
    floor: floor(box),
    divide: () => (isSmall ? [] : tilesIn(box, floor, most)),
  };
}

function quartersOf(box: Box): readonly Box[] {
  const { west, south, east, north } = box;
  const { lat, lng } = boxCentre(box);
  return [
    { west, south, east: lng, north: lat },
    { west: lng, south, east, north: lat },
    { west, south: lat, east: lng, north },
    { west: lng, south: lat, east, north },
  ];
}

/** Search refuses boxes of no area. */
function withArea({ west, south, east, north }: Box): Box {
  const half = SMALLEST_SIDE / 2;
  const tall =
    south === north ? { south: Math.max(-90, south - half), north: Math.min(90, north + half) } : { south, north };
  const wide =
    west === east || (west === 180 && east === -180)
      ? { west: wrapLongitude(west - half), east: wrapLongitude(east + half) }
      : { west, east };
  return { ...tall, ...wide };
}

/**
 * How near to a point a box comes at the least. From a box's centre, every place of it is reached along half its height
 * and then half its width where it is widest, so that none lies farther away than the sum of both.
 */
export function distanceFloor(point: Position): Floor {
  const degreeMetres = (Math.PI / 180) * EARTH_RADIUS_METRES;
  return (box) => {
    const { north, south } = box;
    const widest = south > 0 ? south : north < 0 ? north : 0;
    const across = (boxWidth(box) / 2) * degreeMetres * Math.cos((widest * Math.PI) / 180);
    const reach = ((north - south) / 2) * degreeMetres + across;
    return Math.max(0, distanceMetres(point, boxCentre(box)) - reach);
  };
}
