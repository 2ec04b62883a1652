import type { FilterProbe } from './filter-probe.ts';
import type { LeafMatches } from './known-matches.ts';
import type { Segment } from './segment.ts';

/**
 * Rows of a leaf, as bits: all that match the filter and are alive.
 * @param known without it also rows that do not match, but could by their numbers: `filter.matches` tells
 */
export function candidatesIn(
  segment: Segment,
  leaf: number,
  filter: FilterProbe | undefined,
  known: LeafMatches | undefined,
): number {
  if (filter === undefined) return segment.liveRows(leaf);
  const before = known?.of(leaf);
  if (before !== undefined && before >= 0) return before;
  const rows = filter.mayMatchIn(segment.columns, leaf, segment.liveRows(leaf));
  if (known === undefined) return rows;
  const matches = filter.matchesIn(segment.columns, leaf, rows);
  known.learn(leaf, matches);
  return matches;
}
