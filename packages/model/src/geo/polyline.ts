/** Where a position lies with regard to a line of great-circle segments. */
import type { Position } from '../location/index.ts';
import type { Vector } from './sphere.ts';
import { EARTH_RADIUS_METRES, chordSquared, metresOfChordSquared, vectorOf } from './sphere.ts';

export interface Segment {
  readonly from: Vector;
  readonly to: Vector;
  /** Unit normal of its great circle; `undefined` where both ends are one point or antipodes, which span no plane. */
  readonly normal: Vector | undefined;
  readonly lengthMetres: number;
  /** Metres on the line before this segment. */
  readonly startMetres: number;
}

/** A polyline made ready for many questions. Two points at least make a line; a single one is a line of no length. */
export interface Polyline {
  readonly segments: readonly Segment[];
  readonly lengthMetres: number;
}

export interface PlaceOnPolyline {
  /** Metres from the line's start to its point nearest to the position. */
  readonly alongMetres: number;
  /** Metres between that point and the position. */
  readonly offsetMetres: number;
}

export function polylineOf(points: readonly Position[]): Polyline {
  const [first, ...rest] = points.map(vectorOf);
  if (first === undefined) throw new RangeError('a polyline needs at least one point');
  const segments: Segment[] = [];
  let from = first;
  let startMetres = 0;
  for (const to of rest.length === 0 ? [first] : rest) {
    const lengthMetres = metresOfChordSquared(chordSquared(from, to));
    segments.push({ from, to, normal: normalOf(from, to), lengthMetres, startMetres });
    startMetres += lengthMetres;
    from = to;
  }
  return { segments, lengthMetres: startMetres };
}

/** The nearest point of the line; where several are equally near, the first on the way. */
export function placeOn(polyline: Polyline, position: Position): PlaceOnPolyline {
  const vector = vectorOf(position);
  let nearest: PlaceOnPolyline = { alongMetres: 0, offsetMetres: Infinity };
  for (const segment of polyline.segments) {
    const place = placeOnSegment(segment, vector);
    if (place.offsetMetres < nearest.offsetMetres) nearest = place;
  }
  return nearest;
}

export function placeOnSegment(segment: Segment, vector: Vector): PlaceOnPolyline {
  const { from, to, normal } = segment;
  const toStart = chordSquared(from, vector);
  const toEnd = chordSquared(to, vector);
  if (normal !== undefined) {
    // The foot of the perpendicular lies on the segment where the position is past the start and short of the end.
    const pastStart = dot(cross(normal, from), vector);
    const shortOfEnd = dot(cross(to, normal), vector);
    if (pastStart > 0 && shortOfEnd > 0) {
      const offAngle = Math.asin(Math.min(1, Math.abs(dot(normal, vector))));
      const alongAngle = Math.atan2(pastStart, dot(from, vector));
      return {
        alongMetres: segment.startMetres + Math.min(segment.lengthMetres, alongAngle * EARTH_RADIUS_METRES),
        offsetMetres: offAngle * EARTH_RADIUS_METRES,
      };
    }
  }
  return toStart <= toEnd
    ? { alongMetres: segment.startMetres, offsetMetres: metresOfChordSquared(toStart) }
    : { alongMetres: segment.startMetres + segment.lengthMetres, offsetMetres: metresOfChordSquared(toEnd) };
}

function normalOf(from: Vector, to: Vector): Vector | undefined {
  const product = cross(from, to);
  const length = Math.sqrt(dot(product, product));
  if (length < 1e-15) return undefined;
  return { x: product.x / length, y: product.y / length, z: product.z / length };
}

function cross(a: Vector, b: Vector): Vector {
  return { x: a.y * b.z - a.z * b.y, y: a.z * b.x - a.x * b.z, z: a.x * b.y - a.y * b.x };
}

function dot(a: Vector, b: Vector): number {
  return a.x * b.x + a.y * b.y + a.z * b.z;
}
