/**
 * The countries' index, kept for a while: gathering it reads every location, while statuses move the world's `seq` all
 * the time and change nothing in it.
 */
import { setImmediate as otherWork } from 'node:timers/promises';
import type { CountryIndex } from '@pantograph/model/v3';
import { addToCountryIndex, emptyCountryIndex } from '@pantograph/model/v3';
import type { Atlas } from '../atlas/atlas.ts';

/** How old an index may be when the world has moved on. */
const MAX_AGE_MILLISECONDS = 60_000;

/** Locations gathered before other requests get their turn: a few milliseconds. */
const AT_ONCE = 1_000;

export type CountryIndexCache = (now: Date) => Promise<CountryIndex>;

/** One gathering at a time; requests that come meanwhile wait for it. */
export function countryIndexCache(atlas: Pick<Atlas, 'seq' | 'sites'>): CountryIndexCache {
  let kept: { readonly index: CountryIndex; readonly seq: number; readonly at: number } | undefined;
  let gathering: Promise<CountryIndex> | undefined;
  const isFresh = (now: Date) =>
    kept !== undefined && (kept.seq === atlas.seq || now.getTime() - kept.at < MAX_AGE_MILLISECONDS);
  return async (now) => {
    if (kept !== undefined && isFresh(now)) return kept.index;
    const seq = atlas.seq;
    gathering ??= gather(atlas)
      .then((index) => {
        kept = { index, seq, at: now.getTime() };
        return index;
      })
      .finally(() => {
        gathering = undefined;
      });
    return gathering;
  };
}

async function gather(atlas: Pick<Atlas, 'sites'>): Promise<CountryIndex> {
  const index = emptyCountryIndex();
  let gathered = 0;
  for (const site of atlas.sites()) {
    addToCountryIndex(index, site);
    if (++gathered % AT_ONCE === 0) await otherWork();
  }
  return index;
}
