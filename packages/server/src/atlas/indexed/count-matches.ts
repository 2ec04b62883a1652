/** Counts matches without looking at those that lie in every area, where nothing else is asked. */
import { FAN_OUT } from './box-tree.ts';
import { bitsIn } from './leaf-rows.ts';
import type { Segment } from './segment.ts';
import type { WholeWalk } from './walk-all.ts';
import { walkLeaves } from './walk-all.ts';

export function countMatches(segments: readonly Segment[], walk: WholeWalk): number {
  const isPlain = walk.filter === undefined && walk.isLeftOut === undefined;
  let matched = 0;
  for (const segment of segments) {
    walkLeaves(
      segment,
      walk,
      (_, rows) => {
        matched += bitsIn(rows);
      },
      (from, end) => {
        if (isPlain) matched += segment.liveBetween(from * FAN_OUT, Math.min(segment.rows, end * FAN_OUT));
        return isPlain;
      },
    );
  }
  return matched;
}
