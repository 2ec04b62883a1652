/** Finds the nearest matches by looking into the nearest node first, until no node can hold a better one. */
import type { Vector } from '@pantograph/model/geo';
import { chordSquaredOfMetres, metresOfChordSquared } from '@pantograph/model/geo';
import type { AreaProbe } from './probe-geometry.ts';
import { DOUBT, chordSquaredTo, nearestCorner } from './probe-geometry.ts';
import { FAN_OUT, levelOf } from './box-tree.ts';
import { candidatesIn } from './candidates.ts';
import type { FilterProbe } from './filter-probe.ts';
import { lowest } from './leaf-rows.ts';
import { NodeQueue } from './node-queue.ts';
import type { NearestRanking } from './nearest-ranking.ts';
import { CLOSE } from './nearest-ranking.ts';
import type { Segment } from './segment.ts';
import { traitsSuffice } from './trait-needs.ts';

interface NearestWalk {
  readonly centre: Vector;
  /** Inclusive; `Infinity` for no circle around the centre. */
  readonly radiusMetres: number;
  readonly areas: readonly AreaProbe[];
  readonly filter: FilterProbe | undefined;
  /** Absent where none is left out. */
  readonly isLeftOut: ((segment: Segment, row: number) => boolean) | undefined;
}

// Searches do not wait for anything, so that one queue serves them all, one after the other.
const queue = new NodeQueue();

/** @param at the segment's place in the ranking's list */
export function walkNearest(segment: Segment, at: number, walk: NearestWalk, ranking: NearestRanking): void {
  const { filter, areas, radiusMetres, isLeftOut } = walk;
  const { x, y, z } = walk.centre;
  const { columns } = segment;
  const { boxes, traits, levelStarts, vectors } = columns;
  const needs = filter?.needs;
  const known = filter && segment.known.of(filter);
  const doubted = known === undefined ? filter : undefined;
  const leaves = levelStarts[1] ?? 0;
  const reach = radiusMetres < 0 ? -1 : chordSquaredOfMetres(radiusMetres);
  // Below this a row is within the radius, above the bound nothing is of interest; between them metres decide.
  const surely = radiusMetres === Infinity ? Infinity : reach * (1 - CLOSE);
  let bound = ranking.isFull ? Math.min(doubtful(reach), doubtful(ranking.farthest)) : doubtful(reach);

  queue.clear();
  const root = (levelStarts.at(-1) ?? 0) - 1;
  if (needs !== undefined && !traitsSuffice(needs, traits, root)) return;
  queue.push(nearestCorner(boxes, root, x, y, z), root);
  while (!queue.isEmpty && queue.nearestDistance <= bound) {
    const node = queue.pop();
    if (node < leaves) {
      for (let left = candidatesIn(segment, node, filter, known); left !== 0; left &= left - 1) {
        const row = node * FAN_OUT + lowest(left);
        const square = chordSquaredTo(vectors, row, x, y, z);
        if (square > bound) continue;
        if (doubted !== undefined && !doubted.matches(columns, row)) continue;
        if (square >= surely && metresOfChordSquared(square) > radiusMetres) continue;
        if (areas.length > 0 && !allHold(areas, segment, row)) continue;
        if (isLeftOut?.(segment, row) === true) continue;
        ranking.offer(square, at, row);
        if (ranking.isFull) bound = Math.min(bound, doubtful(ranking.farthest));
      }
      continue;
    }
    const level = levelOf(levelStarts, node);
    const levelStart = levelStarts[level] ?? 0;
    const first = (levelStarts[level - 1] ?? 0) + (node - levelStart) * FAN_OUT;
    const end = Math.min(levelStart, first + FAN_OUT);
    for (let child = first; child < end; child++) {
      const distance = nearestCorner(boxes, child, x, y, z);
      if (distance > bound) continue;
      // What is known of a leaf is sooner read than its traits, and exact.
      const matches = known !== undefined && level === 1 ? known.of(child) : -1;
      if (matches === 0) continue;
      if (needs !== undefined && matches < 0 && !traitsSuffice(needs, traits, child)) continue;
      if (areas.length > 0 && !allMayHold(areas, boxes, child)) continue;
      queue.push(distance, child);
    }
  }
}

function allHold(areas: readonly AreaProbe[], { columns }: Segment, row: number): boolean {
  for (const area of areas) if (!area.holds(columns, row)) return false;
  return true;
}

function allMayHold(areas: readonly AreaProbe[], boxes: Float32Array, node: number): boolean {
  for (const area of areas) if (!area.mayHold(boxes, node)) return false;
  return true;
}

/** What rounding could make of the square of a chord, at most. */
function doubtful(square: number): number {
  return square < 0 ? -1 : square * (1 + CLOSE) + DOUBT * DOUBT;
}
