/** `/locations` of v3: what is known of stations, a hundred at a time. Contract v3. */
import { contentIdIn } from '@pantograph/model/location';
import { v3FieldsOfFacts } from '@pantograph/model/v2';
import type { Station } from '../../legacy/back-end/back-end.ts';
import type { UpstreamCaller } from '../upstream/caller.ts';
import { expiringCache } from '../upstream/expiring-cache.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { isAskable } from './askable-id.ts';
import { placeMemory } from './place-memory.ts';

export interface KnownLocation {
  readonly station: Station;
  /** The terms that came with it. */
  readonly attribution: string | undefined;
}

/** By content id, without those that are not there. */
export type Locations = (
  contentIds: readonly string[],
  caller: UpstreamCaller,
  now: Date,
) => Promise<ReadonlyMap<string, KnownLocation>>;

interface LocationsSettings {
  readonly base: string;
  readonly enums: 'ocpi' | 'here' | undefined;
  readonly cacheMilliseconds: number;
}

const MOST_IDS = 100;
const MOST_CACHED = 20_000;
/** About 6 KB each. */
const MOST_REMEMBERED = 10_000;

export function locationsOf({ base, enums, cacheMilliseconds }: LocationsSettings, upstream: Upstream): Locations {
  const cache = expiringCache<KnownLocation>(cacheMilliseconds, MOST_CACHED);
  const memory = placeMemory(MOST_REMEMBERED);
  const dialect = enums === undefined ? '' : `&enums=${enums}`;

  async function fetchBatch(contentIds: readonly string[], caller: UpstreamCaller, now: Date) {
    const ids = contentIds.map(encodeURIComponent).join(',');
    const url = `${base}/locations?ids=${ids}&fields=${v3FieldsOfFacts.join(',')}${dialect}`;
    const { header, body } = await upstream({ name: 'v3', url }, caller, now);
    const attribution = header('x-attribution');
    return memory.read(body).map(([id, station]) => [contentIdIn(id), { station, attribution }] as const);
  }

  return async (contentIds, caller, now) => {
    const known = new Map<string, KnownLocation>();
    const asked: string[] = [];
    for (const id of new Set(contentIds)) {
      const kept = cache.get(`${caller.digest} ${id}`, now);
      if (kept !== undefined) known.set(id, kept);
      else if (isAskable(id)) asked.push(id);
    }
    const batches = [];
    for (let at = 0; at < asked.length; at += MOST_IDS)
      batches.push(fetchBatch(asked.slice(at, at + MOST_IDS), caller, now));
    for (const [id, location] of (await Promise.all(batches)).flat()) {
      cache.set(`${caller.digest} ${id}`, location, now);
      known.set(id, location);
    }
    return known;
  };
}
