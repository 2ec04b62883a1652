/** `/locations` of v3: what is known of stations, a hundred at a time. Contract v3. */
import { contentIdIn } from '@pantograph/model/location';
import { factsOfChargingLocation, v3FieldsOfFacts } from '@pantograph/model/v2';
import type { ChargingLocation } from '@pantograph/model/v3';
import { z } from 'zod';
import type { Station } from '../../legacy/back-end/back-end.ts';
import { stationOfFacts } from '../../legacy/back-end/station-of-facts.ts';
import { Refused } from '../../refusal/refused.ts';
import type { UpstreamCaller } from '../upstream/caller.ts';
import { expiringCache } from '../upstream/expiring-cache.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { isAskable } from './askable-id.ts';

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

/** What v2 cannot do without; values of later dialects are left to the reading of each field. */
const Answer = z.object({
  items: z
    .array(
      z.looseObject({
        id: z.string(),
        location: z.looseObject({ lat: z.number(), lng: z.number() }),
        evses: z
          .array(
            z.looseObject({
              uid: z.string(),
              status: z.string(),
              connectors: z.array(z.looseObject({ id: z.string(), standard: z.string() })),
            }),
          )
          .optional(),
      }),
    )
    .default([]),
});

export function locationsOf({ base, enums, cacheMilliseconds }: LocationsSettings, upstream: Upstream): Locations {
  const cache = expiringCache<KnownLocation>(cacheMilliseconds, MOST_CACHED);
  const dialect = enums === undefined ? '' : `&enums=${enums}`;

  async function fetchBatch(contentIds: readonly string[], caller: UpstreamCaller, now: Date) {
    const ids = contentIds.map(encodeURIComponent).join(',');
    const url = `${base}/locations?ids=${ids}&fields=${v3FieldsOfFacts.join(',')}${dialect}`;
    const { headers, body } = await upstream({ name: 'v3', url }, caller, now);
    const attribution = headers.get('x-attribution') ?? undefined;
    return placesIn(body).map(
      (place) =>
        [contentIdIn(place.id), { station: stationOfFacts(factsOfChargingLocation(place)), attribution }] as const,
    );
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

function placesIn(body: unknown): readonly ChargingLocation[] {
  const parsed = Answer.safeParse(body);
  if (parsed.success) return parsed.data.items as unknown as readonly ChargingLocation[];
  throw new Refused('unavailable', { cause: 'v3 behind this gateway answered something other than locations' });
}
