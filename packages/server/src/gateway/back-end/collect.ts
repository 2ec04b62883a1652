/** The nearest places of an area with more of them than Search answers at once: region by region, nearest first. */
import type { LegacyArea, StationFilter } from '../../legacy/back-end/back-end.ts';
import { Refused } from '../../refusal/refused.ts';
import type { Measured } from '../area/measure.ts';
import { measureIn } from '../area/measure.ts';
import type { Region } from '../area/region.ts';
import { regionsOf } from '../area/regions-of.ts';
import type { BrowsePage } from './browse.ts';
import { MOST_ITEMS } from './browse.ts';

export interface CollectedPlace extends Measured {
  readonly contentId: string;
}

export interface CollectQuestion {
  readonly area: LegacyArea;
  readonly filter: StationFilter;
  /** How many of the nearest; `Infinity` for all. */
  readonly wanted: number;
  /** Requests before the question is refused as too large. */
  readonly mostRequests: number;
}

export type BrowseRegion = (region: Region['query'], filter: StationFilter, limit: number) => Promise<BrowsePage>;

/** Regions asked for at the same time, for one question. */
const AT_ONCE = 4;

/** By distance, then by id: all that the area has, or at least the `wanted` nearest of them. */
export async function collect(
  { area, filter, wanted, mostRequests }: CollectQuestion,
  browse: BrowseRegion,
): Promise<readonly CollectedPlace[]> {
  const measure = measureIn(area);
  const found = new Map<string, CollectedPlace>();
  let pending = [...regionsOf(area)];
  let requests = 0;
  while (pending.length > 0 && !isEnough()) {
    pending.sort((a, b) => a.floor - b.floor);
    const now = pending.slice(0, AT_ONCE);
    pending = pending.slice(AT_ONCE);
    requests += now.length;
    if (requests > mostRequests) throw tooLarge(mostRequests);
    const pages = await Promise.all(now.map(({ query }) => browse(query, filter, MOST_ITEMS)));
    for (const [at, { places, more }] of pages.entries()) {
      for (const { contentId, position } of places) {
        const measured = measure(position);
        if (measured !== undefined) found.set(contentId, { contentId, ...measured });
      }
      if (more !== false) pending.push(...(now[at]?.divide() ?? []));
    }
  }
  return [...found.values()].sort(byDistance);

  /** The nearest are known once no region that is left can hold a nearer one. */
  function isEnough(): boolean {
    if (found.size < wanted) return false;
    const floor = pending.reduce((least, region) => Math.min(least, region.floor), Infinity);
    let near = 0;
    for (const { distance } of found.values()) if (distance < floor) near++;
    return near >= wanted;
  }
}

function byDistance(a: CollectedPlace, b: CollectedPlace): number {
  return a.distance - b.distance || (a.contentId < b.contentId ? -1 : 1);
}

function tooLarge(mostRequests: number): Refused {
  return new Refused('parameter_invalid', {
    parameter: 'the geometry',
    cause: `The area holds more stations than this gateway can count or page through in ${String(mostRequests)} requests`,
    allowed: 'a smaller one, or a smaller offset',
  });
}
