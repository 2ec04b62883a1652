/** The composition root: store, atlas, surfaces, edge, port. Nothing else knows all of them. */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import type { AccessSettings } from './access/set-up-access.ts';
import { StartRefused, setUpAccess } from './access/set-up-access.ts';
import { openKeyStore } from './access/key-store.ts';
import { SHARED_LIMITER_BYTES, sharedRateLimiter } from './access/shared-rate-limiter.ts';
import type { Atlas } from './atlas/atlas.ts';
import { followStore } from './atlas/follow-store.ts';
import { usualFileBytes } from './atlas/kept/document-files.ts';
import { RING_BYTES } from './atlas/kept/kept-documents.ts';
import type { StreamSettings } from './changes/index.ts';
import { EVENTS_PATH, startChanges } from './changes/index.ts';
import { dataFiles } from './data-files.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import type { SurfaceSettings } from './http/surface.ts';
import type { LegacySettings } from './legacy/settings.ts';
import { defaultLegacySettings } from './legacy/settings.ts';
import { keptUsage } from './legacy/usage/kept-usage.ts';
import type { LookupSettings } from './lookup/index.ts';
import { mountSurfaces } from './mount-surfaces.ts';
import type { Log } from './observe/log.ts';
import { createLog } from './observe/log.ts';
import { createMetrics } from './observe/metrics.ts';
import { startOcpi } from './ocpi/index.ts';
import { pageDirectory, readBuiltPage } from './page/built-page.ts';
import type { PageSettings } from './page/page-surface.ts';
import { followDefinitions, openSourceStates, peerEndpoint, runSources, sourceTrust } from './sources/index.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import { keepLogShort } from './store/keep-log-short.ts';
import type { LogKeeping, Store } from './store/store.ts';
import type { ServingThreads } from './threads/index.ts';
import { startThreads } from './threads/index.ts';
import { runWebhooks } from './webhooks/index.ts';
import { openTwins } from './twins/index.ts';

export interface ServerSettings extends SurfaceSettings {
  readonly lookup: LookupSettings;
  readonly legacy: LegacySettings;
  readonly page: PageSettings;
  readonly changes: Partial<StreamSettings>;
}

export interface StartOptions {
  /** Made where there is none. Keys live here, and the store unless `store` is given. */
  readonly dataDir: string;
  /** Stays open when the server closes. */
  readonly store?: Store;
  /** A name or an address; default 127.0.0.1. */
  readonly host?: string;
  /** Default 8080; 0 takes any that is free. */
  readonly port?: number;
  readonly reusePort?: boolean;
  /**
   * How many threads answer; default 1, this one. With more, each has the port, and what it reads comes from files: the
   * store has to be that of the data directory, and they tell the time by the system's clock.
   */
  readonly threads?: number;
  readonly settings?: Partial<ServerSettings>;
  readonly access?: AccessSettings;
  readonly log?: Log;
  readonly now?: () => Date;
  /** Where the built map page is; default is the package of the page. Without it the APIs are served alone. */
  readonly pageDirectory?: string;
  /** Definitions of sources; default `sources.yaml` in the data directory, which need not be there. */
  readonly sourcesFile?: string;
  /** Where tokens of sources may stand; default none. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Whether an EVSE that several places tell of is shown once; default true. */
  readonly twins?: boolean;
  /** What is kept of the change log, in place of the usual. */
  readonly keepLog?: Partial<LogKeeping>;
  /** For the keys of token issuers. */
  readonly fetch?: typeof fetch;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly atlas: Atlas;
  readonly store: Store;
  /** Answers what is under way, then lets go of everything that the server opened. */
  readonly close: () => Promise<void>;
}

/** Rejects with `StartRefused` where the server would be open, or closed, to everybody by accident. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const { dataDir, port = 8080, threads = 1, now = () => new Date() } = options;
  // As URLs write IPv6 addresses.
  const host = (options.host ?? '127.0.0.1').replace(/^\[(.*)\]$/, '$1');
  const log = options.log ?? createLog('info');
  const settings = {
    enums: 'ocpi',
    lookup: {},
    legacy: defaultLegacySettings,
    page: {},
    changes: {},
    ...options.settings,
  } as const;
  // Last opened, first closed; what was opened before a failure is closed after it.
  const opened: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const release of opened.splice(0).reverse()) await release();
  };

  try {
    mkdirSync(dataDir, { recursive: true });
    const files = dataFiles(dataDir);
    const keys = openKeyStore(files.keys);
    opened.push(() => keys.close());
    if (threads > 1 && options.store !== undefined && !existsSync(files.store)) {
      throw new StartRefused('Threads read the store from its file, and there is none.', 'Start with one thread.');
    }
    const shared = threads > 1 ? new SharedArrayBuffer(SHARED_LIMITER_BYTES) : undefined;
    const access = setUpAccess(options.access ?? {}, host, keys, {
      fetch: options.fetch ?? fetch,
      log,
      ...(shared && { limiter: sharedRateLimiter(shared) }),
    });
    const store = options.store ?? openSqliteStore(files.store);
    if (options.store === undefined) opened.push(() => store.close());
    const states = openSourceStates(files.sourceStates);
    opened.push(() => states.close());
    const sourcesFile = options.sourcesFile ?? files.sources;
    const definitions = followDefinitions(sourcesFile, log);
    const trust = sourceTrust(definitions, states);
    const twins = options.twins === false ? undefined : openTwins(files, store, log);
    if (twins !== undefined) opened.push(() => twins.close());
    const atlas = followStore(store, {
      now,
      trust,
      ...(twins && { layer: twins }),
      snapshots: { path: files.atlas, log },
      mirrored: threads > 1,
    });
    opened.push(() => atlas.close());
    const changes = startChanges({
      atlas,
      store,
      storeFile: files.store,
      journalFile: files.changes,
      presentation: settings.lookup.presentation ?? {},
      trust,
      ...(twins && { altered: twins.altered }),
      settings: settings.changes,
      log,
      now,
    });
    opened.push(() => changes.close());
    const logKept = keepLogShort({ store, log, now, ...(options.keepLog && { keeping: options.keepLog }) });
    opened.push(() => logKept.stop());
    const usage = keptUsage({ path: files.legacyUses, onTrouble: (err, what) => log.warn({ err }, what) });
    opened.push(() => usage.close());
    let serving: ServingThreads | undefined;
    const metrics = createMetrics({
      atlas,
      store,
      ...(threads > 1 && { threads: () => serving?.serving() ?? 0 }),
      gather: () => serving?.gather() ?? Promise.resolve(),
      legacyUses: () => usage.counts(),
      ...(twins && { twins: twins.counts }),
    });
    const ocpi = startOcpi({ store, peersFile: files.peers, log, newId: randomUUID, now });
    opened.push(() => ocpi.close());
    const surfaces = mountSurfaces({
      atlas,
      settings,
      store,
      metrics,
      lookup: settings.lookup,
      legacy: settings.legacy,
      usage,
      ocpi: ocpi.deps,
      changes,
      page: readBuiltPage(options.pageDirectory ?? pageDirectory()),
      pageSettings: { eventsPath: EVENTS_PATH, ...settings.page },
    });
    const app = createApp({ surfaces, access, metrics, log, newId: randomUUID, now });
    const { reusePort } = options;
    const where = { host, port, ...(reusePort === undefined ? {} : { reusePort }), log, newId: randomUUID };
    if (shared !== undefined && atlas.mirrors !== undefined) {
      serving = await startThreads({
        ...where,
        threads,
        mirrors: atlas.mirrors,
        app,
        settings,
        access: options.access ?? {},
        limiter: shared,
        files: { store: files.store, keys: files.keys, documents: files.threadDocuments },
        documents: { memoryBytes: RING_BYTES, fileBytes: usualFileBytes(files.atlas) },
        twins: twins !== undefined,
        onCount: (tally, uses) => {
          metrics.absorb(tally);
          usage.absorb(uses);
        },
      });
    }
    const listening = serving ?? (await listen(app, where));
    opened.push(() => listening.close());
    // Before the port: a stream is a connection that would not end by itself.
    opened.push(() => changes.endStreams());
    const sources = runSources({
      store,
      states,
      log,
      now,
      holder: randomUUID(),
      definitions,
      sourcesFile,
      environment: options.environment ?? {},
      peer: (name) => peerEndpoint(ocpi.deps.peers, name),
      isPeer: (name) => ocpi.deps.peers.get(name) !== undefined,
    });
    opened.push(() => sources.stop());
    const webhooks = runWebhooks({
      feed: changes.feed,
      file: files.webhooks,
      settings,
      log,
      now,
      holder: randomUUID(),
    });
    opened.push(() => webhooks.stop());
    log.info({ url: listening.url, locations: atlas.size }, 'serving');
    return { url: listening.url, port: listening.port, atlas, store, close };
  } catch (error) {
    await close();
    throw error;
  }
}
