/** An area made ready to be asked of rows and of nodes. Rows get the answer of `areaTest`, nodes the benefit of the doubt. */
import type { Box, Vector } from '@pantograph/model/geo';
import {
  boxContains,
  boxOfRing,
  boxWidth,
  chordSquaredOfMetres,
  metresOfChordSquared,
  polygonContains,
  radiansOf,
  vectorOf,
} from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import type { Area } from '../query.ts';
import { NODE } from './box-tree.ts';
import type { AreaProbe } from './probe-geometry.ts';
import { DOUBT, chordSquaredTo, nearestCorner } from './probe-geometry.ts';
import { routeProbe } from './route-probe.ts';

export function areaProbe(area: Area): AreaProbe {
  switch (area.kind) {
    case 'circle':
      return circleProbe(vectorOf(area.centre), area.radiusMetres);
    case 'box':
      return boxProbe(area, (position) => boxContains(area, position));
    case 'polygon': {
      const box = boxOfRing(area.ring);
      return boxProbe(box, (position) => polygonContains(area.ring, position));
    }
    case 'route':
      return routeProbe(area);
  }
}

function circleProbe({ x, y, z }: Vector, radiusMetres: number): AreaProbe {
  const reach = radiusMetres < 0 ? -1 : chordSquaredOfMetres(radiusMetres);
  const surely = reach * (1 - 1e-9);
  const possibly = reach * (1 + 1e-9) + DOUBT * DOUBT;
  return {
    mayHold: (floats, node) => nearestCorner(floats, node, x, y, z) <= possibly,
    covers: (floats, node) => farthestCorner(floats, node, x, y, z) < surely,
    // Metres, which take a root and an arc, decide only where rounding could.
    holds({ vectors }, row) {
      const square = chordSquaredTo(vectors, row, x, y, z);
      return square < surely || (square <= possibly && metresOfChordSquared(square) <= radiusMetres);
    },
  };
}

function farthestCorner(floats: Float32Array, node: number, x: number, y: number, z: number): number {
  const at = NODE * node;
  const dx = Math.max(x - (floats[at] ?? 0), (floats[at + 3] ?? 0) - x);
  const dy = Math.max(y - (floats[at + 1] ?? 0), (floats[at + 4] ?? 0) - y);
  const dz = Math.max(z - (floats[at + 2] ?? 0), (floats[at + 5] ?? 0) - z);
  return dx * dx + dy * dy + dz * dz;
}

function boxProbe(box: Box, contains: (position: Position) => boolean): AreaProbe {
  const lowest = Math.sin(radiansOf(Math.max(-90, box.south))) - DOUBT;
  const highest = Math.sin(radiansOf(Math.min(90, box.north))) + DOUBT;
  const wedge = wedgeOf(box);
  return {
    mayHold(floats, node) {
      const at = NODE * node;
      return (floats[at + 2] ?? 0) <= highest && (floats[at + 5] ?? 0) >= lowest && wedge(floats, at);
    },
    covers: () => false,
    holds: ({ positions }, row) => contains({ lat: positions[2 * row] ?? NaN, lng: positions[2 * row + 1] ?? NaN }),
  };
}

/** Whether a node may reach between two meridians: each cuts space in halves through the earth's axis. */
function wedgeOf(box: Box): (floats: Float32Array, at: number) => boolean {
  const width = boxWidth(box);
  if (width >= 360) return () => true;
  const west = radiansOf(box.west);
  const east = radiansOf(box.east);
  // Positive to the east of each meridian, up to half a turn.
  const eastOfWest = (floats: Float32Array, at: number): number =>
    greatest(floats, at, -Math.sin(west), Math.cos(west));
  const westOfEast = (floats: Float32Array, at: number): number =>
    greatest(floats, at, Math.sin(east), -Math.cos(east));
  return width <= 180
    ? (floats, at) => eastOfWest(floats, at) >= -DOUBT && westOfEast(floats, at) >= -DOUBT
    : (floats, at) => eastOfWest(floats, at) >= -DOUBT || westOfEast(floats, at) >= -DOUBT;
}

/** The greatest of `a x + b y` over a node's box. */
function greatest(floats: Float32Array, at: number, a: number, b: number): number {
  const x = (a > 0 ? floats[at + 3] : floats[at]) ?? 0;
  const y = (b > 0 ? floats[at + 4] : floats[at + 1]) ?? 0;
  return a * x + b * y;
}
