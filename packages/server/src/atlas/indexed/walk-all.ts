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
 * @param take called where some leaves lie in every area, the end being the first leaf behind them; true where they need
 * no visit
 */
export function walkLeaves(
  segment: Segment,
  walk: WholeWalk,
  visit: (leaf: number, rows: number) => void,
  take?: (from: number, end: number) => boolean,
): void {
  const { filter, isLeftOut } = walk;
  const { columns } = segment;
  const { boxes, traits, levelStarts } = columns;
  const needs = filter?.needs;
  const known = filter && segment.known.of(filter);
  const doubted = known === undefined ? filter : undefined;
  const leaves = levelStarts[1] ?? 0;

  /** @param open the areas that do not cover all of the nodes' parent */
  function enter(from: number, end: number, level: number, open: readonly AreaProbe[]): void {
    for (let node = from; node < end; node++) {
      const stillOpen = open.length === 0 ? open : stillOpenAt(node, open);
      if (stillOpen === undefined) continue;
      if (level === 0) {
        // What is known of a leaf is sooner read than its traits.
        if (needs !== undefined && known === undefined && !traitsSuffice(needs, traits, node)) continue;
        const rows = matchesIn(node, stillOpen);
        if (rows !== 0) visit(node, rows);
        continue;
      }
      if (needs !== undefined && !traitsSuffice(needs, traits, node)) continue;
      const levelStart = levelStarts[level] ?? 0;
      if (take !== undefined && stillOpen.length === 0) {
        const span = FAN_OUT ** level;
        const first = (node - levelStart) * span;
        if (take(first, Math.min(leaves, first + span))) continue;
      }
      const first = (levelStarts[level - 1] ?? 0) + (node - levelStart) * FAN_OUT;
      enter(first, Math.min(levelStart, first + FAN_OUT), level - 1, stillOpen);
    }
  }

  /** `undefined` where a node lies outside of one. */
  function stillOpenAt(node: number, open: readonly AreaProbe[]): readonly AreaProbe[] | undefined {
    let covered = 0;
    for (const area of open) {
      if (!area.mayHold(boxes, node)) return undefined;
      if (area.covers(boxes, node)) covered++;
    }
    if (covered === 0) return open;
    return covered === open.length ? none : open.filter((area) => !area.covers(boxes, node));
  }

  function matchesIn(leaf: number, open: readonly AreaProbe[]): number {
    let rows = candidatesIn(segment, leaf, filter, known);
    for (const area of open) rows = rowsWithin(area, columns, leaf, rows);
    if (doubted !== undefined) rows = doubted.matchesIn(columns, leaf, rows);
    return isLeftOut === undefined ? rows : withoutLeftOut(leaf, rows, isLeftOut);
  }

  function withoutLeftOut(leaf: number, rows: number, leftOut: NonNullable<WholeWalk['isLeftOut']>): number {
    let kept = rows;
    for (let left = rows; left !== 0; left &= left - 1) {
      if (leftOut(segment, leaf * FAN_OUT + lowest(left))) kept ^= left & -left;
    }
    return kept;
  }

  const nodes = levelStarts.at(-1) ?? 0;
  enter(nodes - 1, nodes, levelOf(levelStarts, nodes - 1), walk.areas);
}

const none: readonly AreaProbe[] = [];
