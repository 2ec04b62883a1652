/** What probes of areas have in common, and how far rows and nodes are from a point. */
import { FAN_OUT, BOX } from './box-tree.ts';
import { lowest } from './leaf-rows.ts';
import type { SegmentColumns } from './segment.ts';

export interface AreaProbe {
  /** False only where no row below the node can lie in the area. */
  mayHold(boxes: Float32Array, node: number): boolean;
  /** True only where every row below the node lies in the area. */
  covers(boxes: Float32Array, node: number): boolean;
  holds(columns: SegmentColumns, row: number): boolean;
}

/** Those of some rows of a leaf that lie in an area. */
export function rowsWithin(area: AreaProbe, columns: SegmentColumns, leaf: number, rows: number): number {
  let kept = rows;
  for (let left = rows; left !== 0; left &= left - 1) {
    if (!area.holds(columns, leaf * FAN_OUT + lowest(left))) kept ^= left & -left;
  }
  return kept;
}

/** More than rounding can be wrong by, in earth radii. */
export const DOUBT = 1e-12;

/** As `chordSquared`, of a row. */
export function chordSquaredTo(vectors: Float64Array, row: number, x: number, y: number, z: number): number {
  const dx = (vectors[3 * row] ?? 0) - x;
  const dy = (vectors[3 * row + 1] ?? 0) - y;
  const dz = (vectors[3 * row + 2] ?? 0) - z;
  return dx * dx + dy * dy + dz * dz;
}

/** Squared distance from a point to the nearest of a box. */
export function nearestCorner(boxes: Float32Array, node: number, x: number, y: number, z: number): number {
  const at = BOX * node;
  const dx = Math.max((boxes[at] ?? 0) - x, 0, x - (boxes[at + 3] ?? 0));
  const dy = Math.max((boxes[at + 1] ?? 0) - y, 0, y - (boxes[at + 4] ?? 0));
  const dz = Math.max((boxes[at + 2] ?? 0) - z, 0, z - (boxes[at + 5] ?? 0));
  return dx * dx + dy * dy + dz * dz;
}
