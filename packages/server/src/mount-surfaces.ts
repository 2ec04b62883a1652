/** Every surface of a server, under its paths. */
import type { ChangesDependencies } from './changes/index.ts';
import { changesDocument, mountChanges } from './changes/index.ts';
import { discoveryDocument } from './discovery/openapi/document.ts';
import { docsSurface } from './http/docs/docs-surface.ts';
import { keptDescription } from './http/docs/openapi/kept-description.ts';
import type { MountedSurface } from './http/surface.ts';
import { legacyDocument } from './legacy/openapi/document.ts';
import { apiDescription, operations } from './lookup/index.ts';
import type { ReadingOptions } from './mount-reading.ts';
import { mountReading } from './mount-reading.ts';
import type { Metrics } from './observe/metrics.ts';
import { metricsSurface, readySurface } from './observe/operations-surface.ts';
import type { OcpiDependencies } from './ocpi/index.ts';
import { mountOcpi, mountOpenLocation } from './ocpi/index.ts';
import type { BuiltPage } from './page/built-page.ts';
import type { PageSettings } from './page/page-surface.ts';
import { pageSurface } from './page/page-surface.ts';
import { pricesDocument } from './prices/openapi/document.ts';
import type { Store } from './store/store.ts';

interface MountOptions extends ReadingOptions {
  readonly store: Pick<Store, 'seq' | 'location' | 'sources'>;
  readonly metrics: Metrics;
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
  const prices = keptDescription(atlas, ([site]) => pricesDocument(site));
  const stations = keptDescription(atlas, ([site]) => legacyDocument(site));
  const changes = keptDescription(atlas, ([site]) => changesDocument(site));
  return [
    ...mountReading(options),
    // Before the protocol, whose paths cover it.
    mountOpenLocation(store),
    ...(options.ocpi === undefined ? [] : [mountOcpi(options.ocpi)]),
    ...(options.changes === undefined ? [] : [mountChanges({ ...options, ...options.changes })]),
    // Before the documentation, which answers `/` where there is no page.
    ...(options.page === undefined ? [] : [pageSurface(options.page, options.pageSettings)]),
    docsSurface([
      { name: 'v3', title: 'Lookup, v3', document: description.json },
      { name: 'v1', title: 'Discovery, v1', document: discovery.json },
      { name: 'prices', title: 'Prices, v1', document: prices.json },
      { name: 'v2', title: 'Stations, v2', document: stations.json },
      ...(options.changes === undefined ? [] : [{ name: 'changes', title: 'Changes', document: () => changes.json() }]),
    ]),
    readySurface({ store }),
    metricsSurface(metrics),
  ];
}
