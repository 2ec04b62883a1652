/** What Prometheus is told. */
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { Atlas } from '../atlas/atlas.ts';
import type { Store } from '../store/store.ts';
import { Durations } from './durations.ts';
import type { EdgeCounts, Tally } from './tally.ts';

export interface Metrics extends EdgeCounts {
  /** What another thread has counted. */
  absorb(tally: Tally): void;
  /** The exposition format of Prometheus. */
  exposition(): Promise<string>;
  readonly contentType: string;
}

interface Observed {
  /** How many threads serve; absent where the main thread does. */
  readonly threads?: () => number;
  /** Asked before each exposition: `absorb` has been called with all there is when it resolves. */
  readonly gather?: () => Promise<void>;
  /** A gateway has none. */
  readonly atlas?: Atlas;
  readonly store?: Store;
  /** What is shown once although several places tell of it; absent where twins are not looked for. */
  readonly twins?: () => Readonly<Record<'twins' | 'hiddenEvses' | 'aliases', number>>;
  /** Who still uses what of v2. */
  readonly legacyUses?: () => Iterable<{ caller: string; kind: string; name: string; count: number }>;
}

export function createMetrics(observed: Observed): Metrics {
  const registry = new Registry();
  const durations = new Durations('pantograph_http_request_duration_seconds', 'Time to answer, by surface and status.');
  const refusals = new Counter({
    name: 'pantograph_http_refusals_total',
    help: 'Requests refused, by surface and code; docs/errors.md explains the codes.',
    labelNames: ['surface', 'code'],
    registers: [registry],
  });
  addWorldGauges(registry, observed);
  addLegacyUses(registry, observed);

  return {
    answered: (surface, status, seconds) => {
      durations.add(surface, status, seconds);
    },
    refused: (surface, code) => {
      refusals.inc({ surface, code });
    },
    absorb: (tally) => {
      durations.merge(tally.durations);
      for (const { surface, code, count } of tally.refusals) refusals.inc({ surface, code }, count);
    },
    exposition: async () => {
      await observed.gather?.();
      return [durations.exposition(), ...(await Promise.all([registry.metrics(), processRegistry().metrics()]))].join(
        '\n',
      );
    },
    contentType: registry.contentType,
  };
}

function addWorldGauges(registry: Registry, { atlas, store, twins, threads }: Observed): void {
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  };
  if (atlas !== undefined) {
    gauge('pantograph_atlas_locations', 'Locations served.', () => atlas.size);
    gauge('pantograph_atlas_seq', 'Log entry up to which answers are complete.', () => atlas.seq);
  }
  if (threads !== undefined) gauge('pantograph_serving_threads', 'Threads that answer requests.', threads);
  if (twins !== undefined) {
    gauge('pantograph_twins', 'EVSEs that are shown once and that several locations tell of.', () => twins().twins);
    gauge('pantograph_twins_hidden_evses', 'EVSEs not shown, as twins of others.', () => twins().hiddenEvses);
    gauge('pantograph_twins_aliases', 'Locations not shown, since others show all of them.', () => twins().aliases);
  }
  if (store === undefined) return;
  gauge('pantograph_store_seq', 'Last durable log entry.', () => store.seq());
  gauge(
    'pantograph_store_log_entries',
    'Entries of the change log that are kept.',
    () => store.seq() - store.logSpan().seq,
  );
  gauge(
    'pantograph_store_log_since_seconds',
    'Unix time after which the log has everything; 0 where it has everything there was.',
    () => Date.parse(store.logSpan().since ?? new Date(0).toISOString()) / 1000,
  );
  new Gauge({
    name: 'pantograph_store_objects',
    help: 'Objects held durably, by kind.',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      for (const [kind, count] of Object.entries(store.counts())) this.set({ kind }, Number(count));
    },
  });
}

/** By key, so that its owner can be told; v2 can go when nothing here grows any more. */
function addLegacyUses(registry: Registry, { legacyUses }: Observed): void {
  if (legacyUses === undefined) return;
  new Gauge({
    name: 'pantograph_v2_uses',
    help: 'Uses of v2: resources, parameters, and features that v3 answers otherwise; by caller.',
    labelNames: ['caller', 'kind', 'name'],
    registers: [registry],
    collect() {
      for (const { caller, kind, name, count } of legacyUses()) this.set({ caller, kind, name }, count);
    },
  });
}

let ofProcess: Registry | undefined;

/** Memory, CPU, event loop and garbage collection are the process's, however many servers it runs. */
function processRegistry(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess });
  }
  return ofProcess;
}
