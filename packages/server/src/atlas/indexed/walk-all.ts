/** Visits every match, in no order. */
import type { AreaProbe } from './probe-geometry.ts';
import { rowsWithin } from './probe-geometry.ts';
import { FAN_OUT, levelOf } from './box-tree.ts';
import { candidatesIn } from './candidates.ts';
import type { FilterProbe } from './filter-probe.ts';
import { lowest } from './leaf-rows.ts';
import type { Segment } from './segment.ts';
import { traitsSuffice } from './trait-needs.ts';

export interface WholeWalk {
  readonly areas: readonly AreaProbe[];
  readonly filter: FilterProbe | undefined;
  /** Absent where none is left out. */
  readonly isLeftOut: ((segment: Segment, row: number) => boolean) | undefined;
}

export function walkAll(segment: Segment, walk: WholeWalk, visit: (row: number) => void): void {
  walkLeaves(segment, walk, (leaf, rows) => {
    for (let left = rows; left !== 0; left &= left - 1) visit(leaf * FAN_OUT + lowest(left));
  });
}

/**
 * @param visit called with the matches in a leaf, as bits
 * @param take called where all of some leaves lie in every area, the end being the first leaf behind them; true where
 * they need no visit
 */
export function walkLeaves(
  segment: Segment,
  walk: WholeWalk,
  visit: (leaf: number, rows: number) => void,
  take?: (from: number, end: number) => boolean,
): void {
  const { areas, filter, isLeftOut } = walk;
  const { columns } = segment;
  const { floats, words, levelStarts } = columns;
  const needs = filter?.needs;
  const known = filter && segment.known.of(filter);
  const leaves = levelStarts[1] ?? 0;

  /** @param open the areas that do not cover all of the node's parent */
  function enter(node: number, level: number, open: readonly AreaProbe[]): void {
    if (needs !== undefined && !traitsSuffice(needs, words, node)) return;
    let covered = false;
    for (const area of open) {
      if (!area.mayHold(floats, node)) return;
      covered ||= area.covers(floats, node);
    }
    const stillOpen = covered ? open.filter((area) => !area.covers(floats, node)) : open;
    if (level === 0) {
      const rows = matchesIn(node, stillOpen);
      if (rows !== 0) visit(node, rows);
      return;
    }
    const levelStart = levelStarts[level] ?? 0;
    if (take !== undefined && stillOpen.length === 0) {
      const span = FAN_OUT ** level;
      const from = (node - levelStart) * span;
      if (take(from, Math.min(leaves, from + span))) return;
    }
    const first = (levelStarts[level - 1] ?? 0) + (node - levelStart) * FAN_OUT;
    const end = Math.min(levelStart, first + FAN_OUT);
    for (let child = first; child < end; child++) enter(child, level - 1, stillOpen);
  }

  function matchesIn(leaf: number, open: readonly AreaProbe[]): number {
    let rows = candidatesIn(segment, leaf, filter, known);
    for (const area of open) rows = rowsWithin(area, columns, leaf, rows);
    if (known === undefined && filter !== undefined) rows = filter.matchesIn(columns, leaf, rows);
    return isLeftOut === undefined ? rows : withoutLeftOut(leaf, rows, isLeftOut);
  }

  function withoutLeftOut(leaf: number, rows: number, leftOut: NonNullable<WholeWalk['isLeftOut']>): number {
    let kept = rows;
    for (let left = rows; left !== 0; left &= left - 1) {
      if (leftOut(segment, leaf * FAN_OUT + lowest(left))) kept ^= left & -left;
    }
    return kept;
  }

  const root = (levelStarts.at(-1) ?? 0) - 1;
  enter(root, levelOf(levelStarts, root), areas);
}
