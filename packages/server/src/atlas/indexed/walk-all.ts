/** Visits every match, in no order. */
import type { AreaProbe } from './probe-geometry.ts';
import { FAN_OUT } from './box-tree.ts';
import type { FilterProbe } from './filter-probe.ts';
import type { Segment } from './segment.ts';
import { traitsSuffice } from './trait-needs.ts';
import { levelOf } from './walk-nearest.ts';

export interface WholeWalk {
  readonly areas: readonly AreaProbe[];
  readonly filter: FilterProbe | undefined;
  readonly isLeftOut: (segment: Segment, row: number) => boolean;
}

export function walkAll(segment: Segment, walk: WholeWalk, visit: (row: number) => void): void {
  const { areas, filter } = walk;
  const { columns } = segment;
  const { floats, words, levelStarts } = columns;
  const needs = filter?.needs;

  /** @param open the areas that do not cover all of the node's parent */
  function enter(node: number, level: number, open: readonly AreaProbe[]): void {
    if (needs !== undefined && !traitsSuffice(needs, words, node)) return;
    for (const area of open) if (!area.mayHold(floats, node)) return;
    const stillOpen = open.some((area) => area.covers(floats, node))
      ? open.filter((area) => !area.covers(floats, node))
      : open;
    if (level === 0) {
      const end = Math.min(segment.rows, (node + 1) * FAN_OUT);
      for (let row = node * FAN_OUT; row < end; row++) consider(row, stillOpen);
      return;
    }
    const levelStart = levelStarts[level] ?? 0;
    const first = (levelStarts[level - 1] ?? 0) + (node - levelStart) * FAN_OUT;
    const end = Math.min(levelStart, first + FAN_OUT);
    for (let child = first; child < end; child++) enter(child, level - 1, stillOpen);
  }

  function consider(row: number, open: readonly AreaProbe[]): void {
    if (filter !== undefined && !filter.mayMatch(columns, row)) return;
    if (segment.isDead(row)) return;
    for (const area of open) if (!area.holds(columns, row)) return;
    if (filter !== undefined && !filter.matches(columns, row)) return;
    if (!walk.isLeftOut(segment, row)) visit(row);
  }

  const root = (levelStarts.at(-1) ?? 0) - 1;
  enter(root, levelOf(levelStarts, root), areas);
}
