/** Every benchmark and every peer that `--peer` can start. */
import { atlasIndex } from './atlas-index.ts';
import { coldStart } from './cold-start.ts';
import { convertFile } from './convert.ts';
import { discovery } from './discovery.ts';
import { discoveryPostgis } from './discovery-postgis.ts';
import { events } from './events.ts';
import { gateway } from './gateway.ts';
import type { Benchmark } from './harness/benchmark.ts';
import { importFile } from './import.ts';
import { legacy } from './legacy.ts';
import { ocpiPush } from './ocpi-push.ts';
import { prices } from './prices.ts';
import { rareFilter } from './rare-filter.ts';
import { pullList } from './pull.ts';
import { lookup } from './lookup.ts';
import { scanSource } from './scan.ts';
import { threads } from './threads.ts';
import { underChanges } from './under-changes.ts';
import { lookupPostgres } from './lookup-postgres.ts';

export const benchmarks: readonly Benchmark[] = [
  importFile,
  coldStart,
  atlasIndex,
  lookup,
  lookupPostgres,
  discovery,
  discoveryPostgis,
  threads,
  underChanges,
  rareFilter,
  prices,
  legacy,
  gateway,
  ocpiPush,
  events,
  pullList,
  convertFile,
  scanSource,
];

export const peers: ReadonlySet<string> = new Set(['postgres', 'postgis']);
