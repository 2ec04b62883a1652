/** Every eMSP of a world with the countries where it is accepted. It takes a walk over all sites, so one walk serves a while. */
import { setImmediate } from 'node:timers/promises';
import type { SourceInfo } from '@pantograph/model/location';
import { presentProviders } from '@pantograph/model/v3';
import type { Atlas } from '../../atlas/atlas.ts';
import { attributionOf } from '../../http/attribution.ts';
import type { KnownProviders } from './back-end.ts';
import { providerList } from './provider-list.ts';

const FRESH_MILLISECONDS = 5 * 60_000;
/** Sites between two chances for other requests to be answered. */
const SITES_PER_TURN = 500;

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

/** As v3's countryMetadata, so that a gateway answers the same: a place whose country is not known tells of no country. */
async function collectProviders(atlas: Atlas): Promise<KnownProviders> {
  const list = providerList();
  const sources = new Set<SourceInfo>();
  let walked = 0;
  for (const site of atlas.sites()) {
    const country = site.location.country.toUpperCase();
    const providers = country === '' ? [] : presentProviders(site);
    for (const provider of providers) list.add(provider, country);
    if (providers.length > 0) sources.add(site.source);
    if (++walked % SITES_PER_TURN === 0) await setImmediate();
  }
  return { providers: list.all(), attribution: attributionOf(sources) };
}
