/** `/countryMetadata` of v3: every eMSP with its countries. Its eMobility ids are what a Pantograph adds. Contract v3, MetadataByCountry. */
import { z } from 'zod';
import type { KnownProviders } from '../../legacy/back-end/back-end.ts';
import { providerList } from '../../legacy/back-end/provider-list.ts';
import { Refused } from '../../refusal/refused.ts';
import type { UpstreamCaller } from '../upstream/caller.ts';
import { expiringCache } from '../upstream/expiring-cache.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { jsonOf } from '../upstream/upstream.ts';

export type Providers = (caller: UpstreamCaller, now: Date) => Promise<KnownProviders>;

const Answer = z.object({
  countries: z.array(
    z.object({
      countryCode: z.string(),
      eMobilityServiceProviders: z
        .array(z.object({ name: z.string(), partnerId: z.string(), eMobilityIds: z.array(z.string()).optional() }))
        .default([]),
    }),
  ),
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
    const list = providerList();
    for (const { countryCode, eMobilityServiceProviders } of parsed.data.countries) {
      for (const provider of eMobilityServiceProviders) list.add(provider, countryCode);
    }
    const providers = list.all();
    // The terms that v3 tells are those of all countries: a list with nothing in it owes nothing to any of them.
    const known = { providers, attribution: providers.length === 0 ? undefined : header('x-attribution') };
    cache.set(caller.digest, known, now);
    return known;
  };
}
