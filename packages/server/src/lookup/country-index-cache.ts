/**
 * The countries' index, kept for a while: gathering it reads every location, while statuses move the world's `seq` all
 * the time and change nothing in it.
 */
import { setImmediate as otherWork, setTimeout as pause } from 'node:timers/promises';
import type { CountryIndex } from '@pantograph/model/v3';
import { addToCountryIndex, emptyCountryIndex } from '@pantograph/model/v3';
import type { Atlas } from '../atlas/atlas.ts';

/** How old an index may be when the world has moved on: so long, and no less than so many times what gathering it took. */
const MAX_AGE_MILLISECONDS = 60_000;
const TIMES_GATHERING = 20;

/** Whoever can be told of a minute ago waits no longer than this for what is new. */
const PATIENCE_MILLISECONDS = 1_000;

/** Locations gathered before other requests get their turn: a few milliseconds. */
const AT_ONCE = 1_000;

export type CountryIndexCache = (now: Date) => Promise<CountryIndex>;

interface Kept {
  readonly index: CountryIndex;
  readonly seq: number;
  readonly at: number;
  readonly maxAge: number;
}

/** One gathering at a time; requests that come meanwhile wait for it, or are told what was gathered before. */
export function countryIndexCache(
  atlas: Pick<Atlas, 'seq' | 'sites'>,
  patience = PATIENCE_MILLISECONDS,
): CountryIndexCache {
  let kept: Kept | undefined;
  let gathering: Promise<CountryIndex> | undefined;

  async function gatherAnew(now: Date): Promise<CountryIndex> {
    const { seq } = atlas;
    const started = performance.now();
    const index = await gather(atlas);
    const maxAge = Math.max(MAX_AGE_MILLISECONDS, TIMES_GATHERING * (performance.now() - started));
    kept = { index, seq, at: now.getTime(), maxAge };
    return index;
  }

  return async (now) => {
    if (kept !== undefined && (kept.seq === atlas.seq || now.getTime() - kept.at < kept.maxAge)) return kept.index;
    gathering ??= gatherAnew(now).finally(() => {
      gathering = undefined;
    });
    if (kept === undefined) return gathering;
    return Promise.race([gathering, pause(patience, kept.index, { ref: false })]);
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
