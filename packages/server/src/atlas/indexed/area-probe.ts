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
      return boxProbe(area, (position) => boxContains(area, position), true);
    case 'polygon': {
      const box = boxOfRing(area.ring);
      return boxProbe(box, (position) => polygonContains(area.ring, position), false);
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
    mayHold: (boxes, node) => nearestCorner(boxes, node, x, y, z) <= possibly,
    covers: (boxes, node) => farthestCorner(boxes, node, x, y, z) < surely,
    // Metres, which take a root and an arc, decide only where rounding could.
    holds({ vectors }, row) {
      const square = chordSquaredTo(vectors, row, x, y, z);
      return square < surely || (square <= possibly && metresOfChordSquared(square) <= radiusMetres);
    },
  };
}

function farthestCorner(boxes: Float32Array, node: number, x: number, y: number, z: number): number {
  const at = BOX * node;
  const dx = Math.max(x - (boxes[at] ?? 0), (boxes[at + 3] ?? 0) - x);
  const dy = Math.max(y - (boxes[at + 1] ?? 0), (boxes[at + 4] ?? 0) - y);
  const dz = Math.max(z - (boxes[at + 2] ?? 0), (boxes[at + 5] ?? 0) - z);
  return dx * dx + dy * dy + dz * dz;
}

/** @param isWhole whether all of the box lies in the area */
function boxProbe(box: Box, contains: (position: Position) => boolean, isWhole: boolean): AreaProbe {
  const south = Math.sin(radiansOf(Math.max(-90, box.south)));
  const north = Math.sin(radiansOf(Math.min(90, box.north)));
  const { mayReach, liesIn } = wedgeOf(box);
  return {
    mayHold(boxes, node) {
      const at = BOX * node;
      return (boxes[at + 2] ?? 0) <= north + DOUBT && (boxes[at + 5] ?? 0) >= south - DOUBT && mayReach(boxes, at);
    },
    covers(boxes, node) {
      if (!isWhole) return false;
      const at = BOX * node;
      return (boxes[at + 2] ?? 0) >= south + DOUBT && (boxes[at + 5] ?? 0) <= north - DOUBT && liesIn(boxes, at);
    },
    holds: ({ positions }, row) => contains({ lat: positions[2 * row] ?? NaN, lng: positions[2 * row + 1] ?? NaN }),
  };
}

interface Wedge {
  /** False only where all of the node lies outside. */
  readonly mayReach: (boxes: Float32Array, at: number) => boolean;
  /** True only where all of the node lies inside. */
  readonly liesIn: (boxes: Float32Array, at: number) => boolean;
}

/** The space between two meridians: each cuts it in halves through the earth's axis. */
function wedgeOf(box: Box): Wedge {
  const width = boxWidth(box);
  if (width >= 360) return { mayReach: () => true, liesIn: () => true };
  const west = radiansOf(box.west);
  const east = radiansOf(box.east);
  // Positive to the east of the western meridian and to the west of the eastern one, up to half a turn.
  const [wx, wy] = [-Math.sin(west), Math.cos(west)];
  const [ex, ey] = [Math.sin(east), -Math.cos(east)];
  return width <= 180
    ? {
        mayReach: (boxes, at) => greatest(boxes, at, wx, wy) >= -DOUBT && greatest(boxes, at, ex, ey) >= -DOUBT,
        liesIn: (boxes, at) => least(boxes, at, wx, wy) >= DOUBT && least(boxes, at, ex, ey) >= DOUBT,
      }
    : {
        mayReach: (boxes, at) => greatest(boxes, at, wx, wy) >= -DOUBT || greatest(boxes, at, ex, ey) >= -DOUBT,
        liesIn: (boxes, at) => least(boxes, at, wx, wy) >= DOUBT || least(boxes, at, ex, ey) >= DOUBT,
      };
}

/** The greatest of `a x + b y` over a node's box. */
function greatest(boxes: Float32Array, at: number, a: number, b: number): number {
  const x = (a > 0 ? boxes[at + 3] : boxes[at]) ?? 0;
  const y = (b > 0 ? boxes[at + 4] : boxes[at + 1]) ?? 0;
  return a * x + b * y;
}

function least(boxes: Float32Array, at: number, a: number, b: number): number {
  return -greatest(boxes, at, -a, -b);
}
