/** Areas that can be asked for in parts: those of `in=circle` and `in=bbox`. Degrees and metres on a sphere. */
import type { LatLng } from '../transport/query-string.ts';

/** West greater than east crosses the antimeridian. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Area {
  readonly box: Box;
  holds(position: LatLng): boolean;
}

/** Mean radius of the earth. */
const RADIUS_METRES = 6_371_008.8;
const DEGREE = Math.PI / 180;
const METRES_PER_DEGREE = RADIUS_METRES * DEGREE;

/** `undefined` for what cannot be taken apart. @param text a value of `in` */
export function areaOf(text: string): Area | undefined {
  const [, kind, numbers = ''] = /^(circle|bbox):(.*)$/.exec(text) ?? [];
  const [first = NaN, second = NaN, third = NaN, fourth = NaN] = numbers.split(/,|;r=/).map(Number);
  if (kind === 'circle') return circleOf({ lat: first, lng: second }, third);
  if (kind === 'bbox') return { box: { west: first, south: second, east: third, north: fourth }, holds: () => true };
  return undefined;
}

function circleOf(centre: LatLng, radius: number): Area {
  const height = radius / METRES_PER_DEGREE;
  const south = Math.max(-90, centre.lat - height);
  const north = Math.min(90, centre.lat + height);
  // Where a circle is widest it is farther from the equator than its centre is; at a pole it goes all the way round.
  const ratio = Math.sin(height * DEGREE) / Math.cos(centre.lat * DEGREE);
  const width = south === -90 || north === 90 || ratio >= 1 ? 180 : Math.asin(ratio) / DEGREE;
  const box =
    width >= 180
      ? { west: -180, south, east: 180, north }
      : { west: wrapped(centre.lng - width), south, east: wrapped(centre.lng + width), north };
  return { box, holds: (position) => metresBetween(centre, position) <= radius };
}

export function quarters(box: Box): readonly Box[] {
  const { west, south, east, north } = box;
  const lat = (south + north) / 2;
  const lng = wrapped(west + widthOf(box) / 2);
  return [
    { west, south, east: lng, north: lat },
    { west: lng, south, east, north: lat },
    { west, south: lat, east: lng, north },
    { west: lng, south: lat, east, north },
  ];
}

/** A few metres: what is in there stands on one another. */
export function isTiny(box: Box): boolean {
  return box.north - box.south < 1e-4 && widthOf(box) < 1e-4;
}

/** Metres that nothing in the box is nearer than. */
export function leastDistance(from: LatLng, box: Box): number {
  const lat = Math.min(Math.max(from.lat, box.south), box.north);
  const east = eastwards(box.west, from.lng);
  const isBetween = east <= widthOf(box);
  const nearestEdge = east - widthOf(box) < 360 - east ? box.east : box.west;
  const nearest = { lat, lng: isBetween ? from.lng : nearestEdge };
  // The nearest point of a meridian lies a little nearer to the pole than the one at the same latitude.
  return metresBetween(from, nearest) * 0.98;
}

function widthOf({ west, east }: Box): number {
  return west === -180 && east === 180 ? 360 : eastwards(west, east);
}

/** Degrees from one meridian to another, 0 up to 360. */
function eastwards(from: number, to: number): number {
  return (((to - from) % 360) + 360) % 360;
}

function wrapped(lng: number): number {
  return eastwards(-180, lng) - 180;
}

function metresBetween(one: LatLng, other: LatLng): number {
  const height = Math.sin(((other.lat - one.lat) * DEGREE) / 2) ** 2;
  const width = Math.sin(((other.lng - one.lng) * DEGREE) / 2) ** 2;
  const squared = height + Math.cos(one.lat * DEGREE) * Math.cos(other.lat * DEGREE) * width;
  return 2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(squared)));
}
