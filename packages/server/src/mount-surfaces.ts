/** Every surface of a server, under its paths. */
import type { ChangesDependencies } from './changes/index.ts';
import { changesDocument, mountChanges } from './changes/index.ts';
import { discoveryDocument } from './discovery/openapi/document.ts';
import { mountDiscovery } from './discovery/surface.ts';
import { docsSurface } from './http/docs/docs-surface.ts';
import { keptDescription } from './http/docs/openapi/kept-description.ts';
import type { MountedSurface, SurfaceDependencies } from './http/surface.ts';
import { legacyDocument } from './legacy/openapi/document.ts';
import type { LegacySettings } from './legacy/settings.ts';
import { mountLegacy } from './legacy/surface.ts';
import type { LegacyUsageRecorder } from './legacy/usage/usage.ts';
import type { LookupSettings } from './lookup/index.ts';
import { apiDescription, mountLookup, operations } from './lookup/index.ts';
import type { Metrics } from './observe/metrics.ts';
import { metricsSurface, readySurface } from './observe/operations-surface.ts';
import type { OcpiDependencies } from './ocpi/index.ts';
import { mountOcpi, mountOpenLocation } from './ocpi/index.ts';
import type { BuiltPage } from './page/built-page.ts';
import type { PageSettings } from './page/page-surface.ts';
import { pageSurface } from './page/page-surface.ts';
import type { Store } from './store/store.ts';
import { mountTiles } from './tiles/surface.ts';

interface MountOptions extends SurfaceDependencies {
  readonly store: Pick<Store, 'seq' | 'location' | 'sources'>;
  readonly metrics: Metrics;
  readonly lookup: LookupSettings;
  readonly legacy: LegacySettings;
  readonly usage: LegacyUsageRecorder;
  readonly ocpi?: OcpiDependencies;
  readonly changes?: Pick<ChangesDependencies, 'feed' | 'streams'>;
  /** Absent where the page was not built. */
  readonly page?: BuiltPage | undefined;
  readonly pageSettings?: PageSettings;
}

export function mountSurfaces(options: MountOptions): readonly MountedSurface[] {
  const { atlas, store, metrics } = options;
  const description = apiDescription(atlas, operations);
  const discovery = keptDescription(atlas, ([site]) => discoveryDocument(site));
  const stations = keptDescription(atlas, ([site]) => legacyDocument(site));
  const changes = keptDescription(atlas, ([site]) => changesDocument(site));
  const fault = (): string | undefined => faultOf(store);
  return [
    mountLookup({ ...options, fault }),
    mountDiscovery(options),
    // Before the protocol, whose paths cover it.
    mountOpenLocation(store),
    ...(options.ocpi === undefined ? [] : [mountOcpi(options.ocpi)]),
    mountLegacy(options),
    mountTiles(options),
    ...(options.changes === undefined ? [] : [mountChanges({ ...options, ...options.changes })]),
    // Before the documentation, which answers `/` where there is no page.
    ...(options.page === undefined ? [] : [pageSurface(options.page, options.pageSettings)]),
    docsSurface([
      { name: 'v3', title: 'Lookup, v3', document: description.json },
      { name: 'v1', title: 'Discovery, v1', document: discovery.json },
      { name: 'v2', title: 'Stations, v2', document: stations.json },
      ...(options.changes === undefined ? [] : [{ name: 'changes', title: 'Changes', document: () => changes.json() }]),
    ]),
    readySurface({ atlas, store }),
    metricsSurface(metrics),
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
