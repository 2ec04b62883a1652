/** Surfaces that read the world and nothing else: those that every serving thread has. */
import { mountDiscovery } from './discovery/surface.ts';
import type { MountedSurface, SurfaceDependencies } from './http/surface.ts';
import type { LegacySettings } from './legacy/settings.ts';
import { mountLegacy } from './legacy/surface.ts';
import type { LegacyUsageRecorder } from './legacy/usage/usage.ts';
import type { LookupSettings } from './lookup/index.ts';
import { mountLookup } from './lookup/index.ts';
import { mountPrices } from './prices/surface.ts';
import type { Store } from './store/store.ts';
import { mountTiles } from './tiles/surface.ts';

export interface ReadingOptions extends SurfaceDependencies {
  readonly store: Pick<Store, 'seq'>;
  readonly lookup: LookupSettings;
  readonly legacy: LegacySettings;
  readonly usage: LegacyUsageRecorder;
}

export function mountReading(options: ReadingOptions): readonly MountedSurface[] {
  const fault = (): string | undefined => faultOf(options.store);
  return [
    mountLookup({ ...options, fault }),
    mountDiscovery(options),
    mountPrices(options),
    mountLegacy(options),
    mountTiles(options),
  ];
}

function faultOf(store: Pick<Store, 'seq'>): string | undefined {
  try {
    store.seq();
    return undefined;
  } catch {
    return 'The store does not answer';
  }
}
