/**
 * Parts of an area, each small enough to be asked for at once or divided further. Together they hold every place of the
 * area, some of them twice, and others beyond it.
 */
import type { AreaQuery } from './area-query.ts';

export interface Region {
  readonly query: AreaQuery;
  /** Metres. No place that has this region to be found in alone is nearer by v2's order. */
  readonly floor: number;
  /** Smaller regions that cover it; none where it cannot be divided any more. */
  divide(): readonly Region[];
}
