/** Finds the nearest matches by looking into the nearest node first, until no node can hold a better one. */
import type { Vector } from '@pantograph/model/geo';
import { chordSquaredOfMetres, metresOfChordSquared } from '@pantograph/model/geo';
import type { AreaProbe } from './probe-geometry.ts';
import { DOUBT, chordSquaredTo, nearestCorner } from './probe-geometry.ts';
import { FAN_OUT } from './box-tree.ts';
import type { FilterProbe } from './filter-probe.ts';
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
  readonly isLeftOut: (segment: Segment, row: number) => boolean;
}

// Searches do not wait for anything, so that one queue serves them all, one after the other.
const queue = new NodeQueue();

export function walkNearest(segment: Segment, walk: NearestWalk, ranking: NearestRanking): void {
  const { filter, areas, radiusMetres } = walk;
  const { x, y, z } = walk.centre;
  const { columns } = segment;
  const { floats, words, levelStarts, vectors } = columns;
  const needs = filter?.needs;
  const hasDead = segment.live < segment.rows;
  const leaves = levelStarts[1] ?? 0;
  const root = (levelStarts.at(-1) ?? 0) - 1;
  const reach = radiusMetres < 0 ? -1 : chordSquaredOfMetres(radiusMetres);
  // Below this a row is within the radius, above the bound nothing is of interest; between them metres decide.
  const surely = radiusMetres === Infinity ? Infinity : reach * (1 - CLOSE);
  let bound = ranking.isFull ? Math.min(doubtful(reach), doubtful(ranking.farthest)) : doubtful(reach);

  function enter(node: number): void {
    const distance = nearestCorner(floats, node, x, y, z);
    if (distance > bound) return;
    if (needs !== undefined && !traitsSuffice(needs, words, node)) return;
    for (const area of areas) if (!area.mayHold(floats, node)) return;
    queue.push(distance, node);
  }

  function consider(row: number): void {
    if (filter !== undefined && !filter.mayMatch(columns, row)) return;
    const square = chordSquaredTo(vectors, row, x, y, z);
    if (square > bound || (hasDead && segment.isDead(row))) return;
    if (filter !== undefined && !filter.matches(columns, row)) return;
    if (square >= surely && metresOfChordSquared(square) > radiusMetres) return;
    for (const area of areas) if (!area.holds(columns, row)) return;
    if (walk.isLeftOut(segment, row)) return;
    ranking.offer(square, segment, row);
    if (ranking.isFull) bound = Math.min(bound, doubtful(ranking.farthest));
  }

  queue.clear();
  enter(root);
  while (!queue.isEmpty && queue.nearestDistance <= bound) {
    const node = queue.pop();
    if (node < leaves) {
      const end = Math.min(segment.rows, (node + 1) * FAN_OUT);
      for (let row = node * FAN_OUT; row < end; row++) consider(row);
    } else {
      const level = levelOf(levelStarts, node);
      const levelStart = levelStarts[level] ?? 0;
      const first = (levelStarts[level - 1] ?? 0) + (node - levelStart) * FAN_OUT;
      const end = Math.min(levelStart, first + FAN_OUT);
      for (let child = first; child < end; child++) enter(child);
    }
  }
}

/** 0 for leaves. */
export function levelOf(levelStarts: readonly number[], node: number): number {
  let level = 0;
  while ((levelStarts[level + 1] ?? Infinity) <= node) level++;
  return level;
}

/** What rounding could make of the square of a chord, at most. */
function doubtful(square: number): number {
  return square < 0 ? -1 : square * (1 + CLOSE) + DOUBT * DOUBT;
}
