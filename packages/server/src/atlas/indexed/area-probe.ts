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
import { BOX } from './box-tree.ts';
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

function circleProbe(centre: Vector, radiusMetres: number): AreaProbe {
  const reach = radiusMetres < 0 ? -1 : chordSquaredOfMetres(radiusMetres);
  return {
    mayHold: (boxes, node) => nearestCorner(boxes, node, centre) <= reach * (1 + 1e-9) + DOUBT * DOUBT,
    covers: (boxes, node) => farthestCorner(boxes, node, centre) < reach * (1 - 1e-9),
    holds: ({ vectors }, row) => metresOfChordSquared(chordSquaredTo(vectors, row, centre)) <= radiusMetres,
  };
}

function farthestCorner(boxes: Float32Array, node: number, { x, y, z }: Vector): number {
  const at = BOX * node;
  const dx = Math.max(x - (boxes[at] ?? 0), (boxes[at + 3] ?? 0) - x);
  const dy = Math.max(y - (boxes[at + 1] ?? 0), (boxes[at + 4] ?? 0) - y);
  const dz = Math.max(z - (boxes[at + 2] ?? 0), (boxes[at + 5] ?? 0) - z);
  return dx * dx + dy * dy + dz * dz;
}

function boxProbe(box: Box, contains: (position: Position) => boolean): AreaProbe {
  const lowest = Math.sin(radiansOf(Math.max(-90, box.south))) - DOUBT;
  const highest = Math.sin(radiansOf(Math.min(90, box.north))) + DOUBT;
  const wedge = wedgeOf(box);
  return {
    mayHold(boxes, node) {
      const at = BOX * node;
      return (boxes[at + 2] ?? 0) <= highest && (boxes[at + 5] ?? 0) >= lowest && wedge(boxes, at);
    },
    covers: () => false,
    holds: ({ positions }, row) => contains({ lat: positions[2 * row] ?? NaN, lng: positions[2 * row + 1] ?? NaN }),
  };
}

/** Whether a node may reach between two meridians: each cuts space in halves through the earth's axis. */
function wedgeOf(box: Box): (boxes: Float32Array, at: number) => boolean {
  const width = boxWidth(box);
  if (width >= 360) return () => true;
  const west = radiansOf(box.west);
  const east = radiansOf(box.east);
  // Positive to the east of each meridian, up to half a turn.
  const eastOfWest = (boxes: Float32Array, at: number): number => greatest(boxes, at, -Math.sin(west), Math.cos(west));
  const westOfEast = (boxes: Float32Array, at: number): number => greatest(boxes, at, Math.sin(east), -Math.cos(east));
  return width <= 180
    ? (boxes, at) => eastOfWest(boxes, at) >= -DOUBT && westOfEast(boxes, at) >= -DOUBT
    : (boxes, at) => eastOfWest(boxes, at) >= -DOUBT || westOfEast(boxes, at) >= -DOUBT;
}

/** The greatest of `a x + b y` over a node's box. */
function greatest(boxes: Float32Array, at: number, a: number, b: number): number {
  const x = (a > 0 ? boxes[at + 3] : boxes[at]) ?? 0;
  const y = (b > 0 ? boxes[at + 4] : boxes[at + 1]) ?? 0;
  return a * x + b * y;
}
