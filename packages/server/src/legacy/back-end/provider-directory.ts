/** Every eMSP of a world with the countries where it is accepted. It takes a walk over all sites, so one walk serves a while. */
import { setImmediate } from 'node:timers/promises';
import type { SourceInfo } from '@pantograph/model/location';
import { presentProviders } from '@pantograph/model/v3';
import type { Atlas } from '../../atlas/atlas.ts';
import { attributionOf } from '../../http/attribution.ts';
import type { KnownProviders } from './back-end.ts';

const FRESH_MILLISECONDS = 5 * 60_000;
/** Sites between two chances for other requests to be answered. */
const SITES_PER_TURN = 500;

interface Entry {
  name: string;
  readonly eMobilityIds: Set<string>;
  readonly countries: Set<string>;
}

/**
 * A directory is fresh for a while, and as long as nothing in the world has moved. While a walk is under way, callers get what the walk before found; the first ones wait.
 */
export function providerDirectory(atlas: Atlas): (now: Date) => KnownProviders | Promise<KnownProviders> {
  let known: { readonly directory: KnownProviders; readonly at: number; readonly seq: number } | undefined;
  let walk: Promise<KnownProviders> | undefined;

  async function renew(at: number): Promise<KnownProviders> {
    const { seq } = atlas;
    try {
      const directory = await collectProviders(atlas);
      known = { directory, at, seq };
      return directory;
    } finally {
      walk = undefined;
    }
  }

  return (now) => {
    const at = now.getTime();
    if (known !== undefined && (known.seq === atlas.seq || at - known.at < FRESH_MILLISECONDS)) return known.directory;
    walk ??= renew(at);
    return known?.directory ?? walk;
  };
}

async function collectProviders(atlas: Atlas): Promise<KnownProviders> {
  const entries = new Map<string, Entry>();
  const sources = new Set<SourceInfo>();
  let walked = 0;
  for (const site of atlas.sites()) {
    for (const { partnerId, name, eMobilityIds = [] } of presentProviders(site)) {
      const entry = entries.get(partnerId) ?? { name, eMobilityIds: new Set(), countries: new Set() };
      // Where places spell a name differently, the answer may not depend on their order.
      if (name < entry.name) entry.name = name;
      for (const id of eMobilityIds) entry.eMobilityIds.add(id);
      entry.countries.add(site.location.country);
      entries.set(partnerId, entry);
      sources.add(site.source);
    }
    if (++walked % SITES_PER_TURN === 0) await setImmediate();
  }
  const providers = [...entries].map(([partnerId, { name, eMobilityIds, countries }]) => ({
    partnerId,
    name,
    eMobilityIds: [...eMobilityIds].sort(),
    countries: [...countries].sort(),
  }));
  providers.sort((a, b) => compare(a.name, b.name) || compare(a.partnerId, b.partnerId));
  return { providers, attribution: attributionOf(sources) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
