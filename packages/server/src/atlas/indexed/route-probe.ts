/** A route made ready to be asked of rows and of nodes: a tree of boxes around short pieces of it. */
import type { PlaceOnPolyline, Polyline, Segment as RouteSegment, Vector } from '@pantograph/model/geo';
import { EARTH_RADIUS_METRES, chordSquaredOfMetres, placeOnSegment, polylineOf } from '@pantograph/model/geo';
import type { Area } from '../query.ts';
import type { AreaProbe } from './probe-geometry.ts';
import { DOUBT } from './probe-geometry.ts';
import { BOX } from './box-tree.ts';
import type { SegmentColumns } from './segment.ts';

export interface RouteProbe extends AreaProbe {
  /** As `placeOn` the route; `undefined` for a row that is outside. */
  placeOf(columns: SegmentColumns, row: number): PlaceOnPolyline | undefined;
}

/** Pieces as long as the corridor is wide keep boxes tight; more of them than this cost more than they save. */
const MOST_PIECES = 4096;

export function routeProbe(route: Extract<Area, { kind: 'route' }>): RouteProbe {
  const line = polylineOf(route.points);
  const reachMetres = route.widthMetres / 2;
  const reach = upTo(reachMetres);
  const { leaves, boxes, segmentOf } = piecesOf(line, Math.max(route.widthMetres, line.lengthMetres / MOST_PIECES, 1));
  const pending = new Uint32Array(2 * Math.ceil(Math.log2(leaves)) + 4);

  function placeOf({ vectors }: SegmentColumns, row: number): PlaceOnPolyline | undefined {
    const vector = { x: vectors[3 * row] ?? 0, y: vectors[3 * row + 1] ?? 0, z: vectors[3 * row + 2] ?? 0 };
    let bound = reach;
    let nearest: PlaceOnPolyline | undefined;
    let nearestSegment = -1;
    let size = 1;
    pending[0] = 1;
    while (size > 0) {
      const node = pending[--size] ?? 0;
      if (toPoint(boxes, node, vector) > bound) continue;
      const index = segmentOf[node - leaves];
      if (node < leaves) {
        pending[size++] = 2 * node + 1;
        pending[size++] = 2 * node;
      } else if (index !== undefined && index !== nearestSegment) {
        const place = placeOnSegment(segmentAt(line, index), vector);
        const offset = nearest?.offsetMetres ?? Infinity;
        // Of segments equally near the first on the way counts.
        if (place.offsetMetres < offset || (place.offsetMetres === offset && index < nearestSegment)) {
          nearest = place;
          nearestSegment = index;
          bound = Math.min(bound, upTo(place.offsetMetres));
        }
      }
    }
    return nearest !== undefined && nearest.offsetMetres <= reachMetres ? nearest : undefined;
  }

  return {
    mayHold(nodeBoxes, node) {
      let size = 1;
      pending[0] = 1;
      while (size > 0) {
        const piece = pending[--size] ?? 0;
        if (toBox(boxes, piece, nodeBoxes, node) > reach) continue;
        if (piece >= leaves) return true;
        pending[size++] = 2 * piece + 1;
        pending[size++] = 2 * piece;
      }
      return false;
    },
    covers: () => false,
    holds: (columns, row) => placeOf(columns, row) !== undefined,
    placeOf,
  };
}

function segmentAt(line: Polyline, index: number): RouteSegment {
  const segment = line.segments[index];
  if (segment === undefined) throw new RangeError(`the route has no segment ${index}`);
  return segment;
}

/** Squared chord of a distance, and a little more than rounding can be wrong by. */
function upTo(metres: number): number {
  return metres < 0 ? -1 : chordSquaredOfMetres(metres) * (1 + 1e-9) + DOUBT * DOUBT;
}

/** A full binary tree of boxes: node 1 is the root, the children of n are 2n and 2n + 1, the leaves are the pieces. */
interface Pieces {
  readonly leaves: number;
  readonly boxes: Float64Array;
  /** Of each piece, the segment that it is of. */
  readonly segmentOf: Uint32Array;
}

function piecesOf({ segments }: Polyline, longest: number): Pieces {
  let pieces = 0;
  for (const segment of segments) pieces += countOf(segment, longest);
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, pieces)));
  // Leaves without a piece keep boxes that hold nothing.
  const boxes = new Float64Array(2 * leaves * BOX);
  for (let at = leaves * BOX; at < boxes.length; at++) boxes[at] = at % BOX < 3 ? Infinity : -Infinity;
  const segmentOf = new Uint32Array(pieces);
  let piece = 0;
  for (const [index, segment] of segments.entries()) {
    const count = countOf(segment, longest);
    segmentOf.fill(index, piece, piece + count);
    writeBoxes(segment, count, boxes, (leaves + piece) * BOX);
    piece += count;
  }
  for (let node = leaves - 1; node > 0; node--) {
    for (let side = 0; side < BOX; side++) {
      const [left, right] = [boxes[2 * node * BOX + side] ?? 0, boxes[(2 * node + 1) * BOX + side] ?? 0];
      boxes[node * BOX + side] = side < 3 ? Math.min(left, right) : Math.max(left, right);
    }
  }
  return { leaves, boxes, segmentOf };
}

function countOf({ normal, lengthMetres }: RouteSegment, longest: number): number {
  return normal === undefined ? 1 : Math.max(1, Math.ceil(lengthMetres / longest));
}

function writeBoxes(segment: RouteSegment, count: number, boxes: Float64Array, at: number): void {
  const { normal, from, to, lengthMetres } = segment;
  if (normal === undefined) {
    writeBox(boxes, at, from, to, 0);
    return;
  }
  const angle = lengthMetres / EARTH_RADIUS_METRES / count;
  // An arc leaves its chord by this much at most.
  const bulge = 1 - Math.cos(angle / 2);
  const ahead = {
    x: normal.y * from.z - normal.z * from.y,
    y: normal.z * from.x - normal.x * from.z,
    z: normal.x * from.y - normal.y * from.x,
  };
  let start = from;
  for (let piece = 0; piece < count; piece++) {
    const end = piece === count - 1 ? to : onArc(from, ahead, (piece + 1) * angle);
    writeBox(boxes, at + piece * BOX, start, end, bulge);
    start = end;
  }
}

function onArc(from: Vector, ahead: Vector, angle: number): Vector {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  return { x: from.x * cos + ahead.x * sin, y: from.y * cos + ahead.y * sin, z: from.z * cos + ahead.z * sin };
}

function writeBox(boxes: Float64Array, at: number, from: Vector, to: Vector, margin: number): void {
  const by = margin + DOUBT;
  boxes[at] = Math.min(from.x, to.x) - by;
  boxes[at + 1] = Math.min(from.y, to.y) - by;
  boxes[at + 2] = Math.min(from.z, to.z) - by;
  boxes[at + 3] = Math.max(from.x, to.x) + by;
  boxes[at + 4] = Math.max(from.y, to.y) + by;
  boxes[at + 5] = Math.max(from.z, to.z) + by;
}

function toPoint(boxes: Float64Array, node: number, { x, y, z }: Vector): number {
  return squaredGaps(boxes, node, x, y, z, x, y, z);
}

function toBox(boxes: Float64Array, node: number, others: Float32Array, other: number): number {
  const at = BOX * other;
  return squaredGaps(
    boxes,
    node,
    others[at] ?? 0,
    others[at + 1] ?? 0,
    others[at + 2] ?? 0,
    others[at + 3] ?? 0,
    others[at + 4] ?? 0,
    others[at + 5] ?? 0,
  );
}

/** Squared distance between a box and another, given by its corners. */
function squaredGaps(
  boxes: Float64Array,
  node: number,
  leastX: number,
  leastY: number,
  leastZ: number,
  greatestX: number,
  greatestY: number,
  greatestZ: number,
): number {
  const at = BOX * node;
  const dx = Math.max((boxes[at] ?? 0) - greatestX, 0, leastX - (boxes[at + 3] ?? 0));
  const dy = Math.max((boxes[at + 1] ?? 0) - greatestY, 0, leastY - (boxes[at + 4] ?? 0));
  const dz = Math.max((boxes[at + 2] ?? 0) - greatestZ, 0, leastZ - (boxes[at + 5] ?? 0));
  return dx * dx + dy * dy + dz * dz;
}
