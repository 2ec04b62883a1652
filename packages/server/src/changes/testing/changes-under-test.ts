/** Lookup and changes over a small world, behind the edge; its clock, its trust and its restarts are the test's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LocationRecord } from '@pantograph/model/location';
import { fillSmallWorld } from '../../../test/fill-small-world.ts';
import { recordedLog } from '../../../test/recorded-log.ts';
import { smallWorldTime } from '../../../test/small-world.ts';
import type { FollowingAtlas } from '../../atlas/follow-store.ts';
import { followStore } from '../../atlas/follow-store.ts';
import type { SourceTrust } from '../../atlas/status-trust.ts';
import type { App } from '../../http/app.ts';
import { createApp } from '../../http/app.ts';
import type { Listening } from '../../http/listen.ts';
import { listen } from '../../http/listen.ts';
import { mountLookup } from '../../lookup/index.ts';
import { openTwins } from '../../twins/index.ts';
import type { TwinLayer } from '../../twins/twin-layer.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../../store/store.ts';
import type { StreamSettings } from '../event-streams.ts';
import type { RunningChanges } from '../start-changes.ts';
import { startChanges } from '../start-changes.ts';
import { mountChanges } from '../surface.ts';

interface Running {
  readonly atlas: FollowingAtlas;
  readonly changes: RunningChanges;
  readonly twins: TwinLayer | undefined;
  readonly app: App;
  readonly tasks: ReadonlySet<() => void>;
  readonly listening: Listening | undefined;
}

export interface ChangesUnderTest {
  readonly store: Store;
  readonly log: () => string;
  readonly feed: () => RunningChanges['feed'];
  readonly url: () => string;
  /** Applies changes and waits until they show. */
  apply(...changes: readonly Change[]): Promise<void>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Time passes, and what follows from that is done. */
  pass(milliseconds: number): Promise<void>;
  now(): Date;
  /** The source of that name is believed like that from now on. */
  trust(source: string, trust: SourceTrust): Promise<void>;
  /** `meanwhile` nothing runs. */
  restart(meanwhile?: () => Promise<void> | void): Promise<void>;
  close(): Promise<void>;
}

export interface UnderTestOptions {
  /** Behind a real port. */
  readonly listens?: boolean;
  readonly streams?: Partial<StreamSettings>;
  readonly store?: Store;
  /** Besides the small world; EVSEs that several places tell of are then shown once. */
  readonly copies?: readonly LocationRecord[];
}

export async function changesUnderTest({
  listens,
  streams,
  copies,
  ...given
}: UnderTestOptions = {}): Promise<ChangesUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-changes-'));
  const store = given.store ?? openSqliteStore(':memory:');
  if (store.seq() === 0) await fillSmallWorld(store);
  const receivedAt = smallWorldTime.toISOString();
  await store.apply((copies ?? []).map((record) => ({ kind: 'location', record, receivedAt })));
  const recorded = recordedLog('warn');
  let time = smallWorldTime.getTime();
  let trust: ReadonlyMap<string, SourceTrust> = new Map();
  const now = (): Date => new Date(time);

  async function start(): Promise<Running> {
    const tasks = new Set<() => void>();
    const repeat = (task: () => void): (() => void) => {
      tasks.add(task);
      return () => tasks.delete(task);
    };
    const { log } = recorded;
    const twinFiles = { twins: join(directory, 'twins.db'), twinDecisions: join(directory, 'decisions.db') };
    const twins = copies && openTwins(twinFiles, store, log);
    const atlas = followStore(store, { now, trust: () => trust, repeat, ...(twins && { layer: twins }) });
    const changes = startChanges({
      atlas,
      store,
      storeFile: join(directory, 'none'),
      journalFile: join(directory, 'changes.db'),
      presentation: {},
      repeat,
      pause: () => nextTurn(),
      trust: () => trust,
      ...(twins && { altered: twins.altered }),
      ...(streams && { settings: streams }),
      log,
      now,
    });
    await changes.ready;
    await changes.tariffsTold();
    const dependencies = { atlas, settings: { enums: 'ocpi' } as const };
    const surfaces = [mountLookup(dependencies), mountChanges({ ...dependencies, ...changes })];
    let count = 0;
    const newId = (): string => `id-${String(++count)}`;
    const app = createApp({ surfaces, log, newId, now });
    const listening = listens === true ? await listen(app, { host: '127.0.0.1', port: 0, log, newId }) : undefined;
    return { atlas, changes, twins, app, tasks, listening };
  }

  async function stop({ atlas, changes, twins, listening }: Running): Promise<void> {
    changes.endStreams();
    await listening?.close(1_000);
    await changes.close();
    atlas.close();
    twins?.close();
  }

  let running = await start();

  /** Work that is done in turns gets its turns. */
  async function settle(): Promise<void> {
    await running.changes.tariffsTold();
    for (let turn = 0; turn < 20; turn++) await nextTurn();
  }

  async function look(): Promise<void> {
    for (const task of running.tasks) task();
    await settle();
  }

  return {
    store,
    log: recorded.text,
    feed: () => running.changes.feed,
    url: () => running.listening?.url ?? 'http://changes.example',
    apply: async (...changes) => {
      await store.apply(changes);
      await running.atlas.caughtUp(store.seq());
      await settle();
    },
    get: async (path, headers = {}) => running.app.fetch(new Request(`http://changes.example${path}`, { headers })),
    pass: async (milliseconds) => {
      time += milliseconds;
      await look();
    },
    now,
    trust: async (source, rule) => {
      trust = new Map([...trust, [source, rule]]);
      await look();
    },
    restart: async (meanwhile) => {
      await stop(running);
      await meanwhile?.();
      running = await start();
      await settle();
    },
    close: async () => {
      await stop(running);
      if (given.store === undefined) await store.close();
      rmSync(directory, { recursive: true });
    },
  };
}
