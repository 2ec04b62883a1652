/** `/countryMetadata` of v3: every eMSP with its countries. It has no eMobility ids. Contract v3, MetadataByCountry. */
import type { RoamingProvider } from '@pantograph/model/v2';
import { z } from 'zod';
import type { KnownProviders } from '../../legacy/back-end/back-end.ts';
import { Refused } from '../../refusal/refused.ts';
import type { UpstreamCaller } from '../upstream/caller.ts';
import { expiringCache } from '../upstream/expiring-cache.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { jsonOf } from '../upstream/upstream.ts';

export type Providers = (caller: UpstreamCaller, now: Date) => Promise<KnownProviders>;

const Answer = z.object({
  countries: z
    .array(
      z.object({
        countryCode: z.string(),
        eMobilityServiceProviders: z.array(z.object({ name: z.string(), partnerId: z.string() })).default([]),
      }),
    )
    .default([]),
});

const MOST_CACHED = 100;

export function providersOf(base: string, upstream: Upstream, cacheMilliseconds: number): Providers {
  const cache = expiringCache<KnownProviders>(cacheMilliseconds, MOST_CACHED);
  return async (caller, now) => {
    const kept = cache.get(caller.digest, now);
    if (kept !== undefined) return kept;
    const url = `${base}/countryMetadata?fields=eMobilityServiceProviders`;
    const { header, body } = await upstream({ name: 'v3', url }, caller, now);
    const parsed = Answer.safeParse(jsonOf('v3', body.toString()));
    if (!parsed.success) {
      throw new Refused('unavailable', { cause: 'v3 behind this gateway answered something other than countries' });
    }
    const known = {
      providers: merged(parsed.data.countries),
      attribution: header('x-attribution'),
    };
    cache.set(caller.digest, known, now);
    return known;
  };
}

/** In the order and with the names of the server's own list. */
function merged(countries: z.infer<typeof Answer>['countries']): readonly RoamingProvider[] {
  const byId = new Map<string, { partnerId: string; name: string; countries: Set<string> }>();
  for (const { countryCode, eMobilityServiceProviders } of countries) {
    for (const { name, partnerId } of eMobilityServiceProviders) {
      const provider = byId.get(partnerId) ?? { partnerId, name, countries: new Set() };
      if (name < provider.name) provider.name = name;
      provider.countries.add(countryCode);
      byId.set(partnerId, provider);
    }
  }
  return [...byId.values()]
    .map((provider) => ({ ...provider, countries: [...provider.countries].sort() }))
    .sort((a, b) => compare(a.name, b.name) || compare(a.partnerId, b.partnerId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
