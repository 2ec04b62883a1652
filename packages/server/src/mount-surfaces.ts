/** Every surface of a server, under its paths. */
import { mountDiscovery } from './discovery/surface.ts';
import type { MountedSurface, SurfaceDependencies } from './http/surface.ts';
import { docsSurface } from './http/docs/docs-surface.ts';
import { legacyRefusals } from './legacy/answer/refuse.ts';
import type { LegacySettings } from './legacy/settings.ts';
import { LEGACY_PREFIX, legacySurface } from './legacy/surface.ts';
import type { LegacyUsageRecorder } from './legacy/usage/usage.ts';
import type { Metrics } from './observe/metrics.ts';
import { metricsSurface, readySurface } from './observe/operations-surface.ts';
import type { Store } from './store/store.ts';

export interface MountOptions extends SurfaceDependencies {
  readonly store: Pick<Store, 'seq'>;
  readonly metrics: Metrics;
  readonly legacy: LegacySettings;
  readonly usage: LegacyUsageRecorder;
}

export function mountSurfaces(options: MountOptions): readonly MountedSurface[] {
  const { atlas, store, metrics, legacy } = options;
  return [
    mountDiscovery(options),
    {
      name: 'legacy',
      paths: [LEGACY_PREFIX],
      access: 'keys',
      handle: legacySurface(options),
      refuse: legacyRefusals(legacy),
    },
    docsSurface([]),
    readySurface({ atlas, store }),
    metricsSurface(metrics),
  ];
}
