/** Finds the nearest matches by looking into the nearest node first, until no node can hold a better one. */
import type { Vector } from '@pantograph/model/geo';
import { chordSquaredOfMetres, metresOfChordSquared } from '@pantograph/model/geo';
import type { AreaProbe } from './probe-geometry.ts';
import { DOUBT, chordSquaredTo, nearestCorner } from './probe-geometry.ts';
import { FAN_OUT } from './box-tree.ts';
import type { FilterProbe } from './filter-probe.ts';
import { NodeQueue } from './node-queue.ts';
import type { Ranking } from './ranking.ts';
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

export function walkNearest(segment: Segment, walk: NearestWalk, ranking: Ranking): void {
  const { centre, filter, areas } = walk;
  const { columns } = segment;
  const { boxes, traits, levelStarts, vectors } = columns;
  const needs = filter?.needs;
  const leaves = levelStarts[1] ?? 0;
  const root = (levelStarts.at(-1) ?? 0) - 1;
  let bound = boundOf(walk, ranking);

  function enter(node: number): void {
    const distance = nearestCorner(boxes, node, centre);
    if (distance > bound) return;
    if (needs !== undefined && !traitsSuffice(needs, traits, node)) return;
    for (const area of areas) if (!area.mayHold(boxes, node)) return;
    queue.push(distance, node);
  }

  function consider(row: number): void {
    const squared = chordSquaredTo(vectors, row, centre);
    if (squared > bound || segment.isDead(row)) return;
    if (filter !== undefined && !filter.matches(segment, row)) return;
    const distance = metresOfChordSquared(squared);
    if (distance > walk.radiusMetres) return;
    for (const area of areas) if (!area.holds(columns, row)) return;
    if (walk.isLeftOut(segment, row)) return;
    ranking.offer({ segment, row, distance });
    bound = boundOf(walk, ranking);
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

/** Squared chord beyond which nothing is of interest, rounding allowed for. */
function boundOf(walk: NearestWalk, ranking: Ranking): number {
  const metres = ranking.isFull ? (ranking.worst?.distance ?? -1) : walk.radiusMetres;
  if (metres < 0) return -1;
  return chordSquaredOfMetres(Math.min(metres, walk.radiusMetres)) * (1 + 1e-9) + DOUBT * DOUBT;
}
