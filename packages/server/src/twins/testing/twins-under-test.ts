/** A store with an atlas over it that knows twins, and the files in between. */
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentId } from '@pantograph/model/location';
import type { RecordedLog } from '../../../test/recorded-log.ts';
import { recordedLog } from '../../../test/recorded-log.ts';
import { evse, location, type2 } from '../../../test/small-world/record.ts';
import type { FollowOptions, FollowingAtlas } from '../../atlas/follow-store.ts';
import { followStore } from '../../atlas/follow-store.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../../store/store.ts';
import { openTwinDecisions } from '../decision-store.ts';
import type { DecisionStore } from '../decision-store.ts';
import { openTwins } from '../open-twins.ts';
import type { TwinLayer } from '../twin-layer.ts';

export interface TwinsUnderTest {
  readonly store: Store;
  readonly files: { readonly twins: string; readonly twinDecisions: string };
  readonly decisions: DecisionStore;
  readonly recorded: RecordedLog;
  atlas(): FollowingAtlas;
  layer(): TwinLayer;
  /** Everything that the store has shows, decisions included. */
  settled(): Promise<void>;
  /**
   * Closes the atlas and what it knows of twins, and starts again. `killed`: without having closed them; `lost`,
   * `garbled`: the table is found so; a function may make of it what it wants.
   */
  restart(how?: 'killed' | 'lost' | 'garbled' | (() => void)): void;
  close(): Promise<void>;
}

interface Options extends FollowOptions {
  readonly placesPerTurn?: number;
}

export function twinsUnderTest({ placesPerTurn = 200, ...options }: Options = {}): TwinsUnderTest {
  const directory = mkdtempSync(join(tmpdir(), 'twins-'));
  const files = { twins: join(directory, 'twins.db'), twinDecisions: join(directory, 'twin-decisions.db') };
  const store = openSqliteStore(':memory:');
  const recorded = recordedLog('warn');
  const decisions = openTwinDecisions(files.twinDecisions);
  let refresh: readonly (() => void)[] = [];
  let [layer, atlas] = start();

  function start(): [TwinLayer, FollowingAtlas] {
    const tasks: (() => void)[] = [];
    refresh = tasks;
    const opened = openTwins(files, store, recorded.log, { placesPerTurn });
    const followed = followStore(store, {
      now: () => new Date(TIME),
      snapshots: { path: join(directory, 'atlas'), policy: { locations: 1, entries: 1, entriesAtClose: 1 } },
      layer: opened,
      repeat: (task) => {
        tasks.push(task);
        return () => undefined;
      },
      ...options,
    });
    return [opened, followed];
  }

  function stop(): void {
    atlas.close();
    layer.close();
  }

  return {
    store,
    files,
    decisions,
    recorded,
    atlas: () => atlas,
    layer: () => layer,
    settled: async () => {
      for (const task of refresh) task();
      await atlas.caughtUp(store.seq());
      while (layer.isBehind()) await new Promise<void>((resolve) => setImmediate(resolve));
    },
    restart: (how) => {
      const asKilled = `${directory}-killed`;
      if (how === 'killed') cpSync(directory, asKilled, { recursive: true });
      stop();
      if (how === 'killed') {
        for (const name of readdirSync(directory)) {
          // Decisions are held open by the test.
          if (!name.startsWith('twin-decisions')) rmSync(join(directory, name), { recursive: true });
        }
        cpSync(asKilled, directory, { recursive: true, filter: (from) => !from.includes('twin-decisions') });
        rmSync(asKilled, { recursive: true });
      }
      if (how === 'lost') rmSync(files.twins, { force: true });
      if (how === 'garbled') writeFileSync(files.twins, 'this is no database, and never was one'.repeat(200));
      if (typeof how === 'function') how();
      [layer, atlas] = start();
    },
    close: async () => {
      stop();
      decisions.close();
      await store.close();
      rmSync(directory, { recursive: true });
    },
  };
}

/** Later than everything that these tests have sources say. */
export const TIME = '2026-03-20T12:00:00Z';

export interface PlaceOf {
  readonly id: string;
  readonly source?: string;
  /** By uid: the EVSE id, the status and when that was seen. */
  readonly evses: Readonly<Record<string, readonly [evseId: string | undefined, status: Status, observedAt: string]>>;
  readonly at?: readonly [latitude: number, longitude: number];
  readonly publish?: boolean;
  readonly updated?: string;
}

type Status = Parameters<typeof evse>[1];

/** A change that puts the place, whose content id is the one of its source and id. */
export function place({ id, source = 'one', evses, at = [52, 4.35], publish = true, updated }: PlaceOf): Change {
  const record = location(
    {
      id,
      country_code: 'NL',
      party_id: 'TWN',
      country: 'NLD',
      city: 'Delft',
      address: `Marktplein ${id}`,
      time_zone: 'Europe/Amsterdam',
      publish,
      last_updated: updated ?? TIME,
      evses: Object.entries(evses).map(([uid, [evseId, status, observedAt]]) =>
        evse(uid, status, [type2('1', 16)], { last_updated: observedAt, ...(evseId && { evse_id: evseId }) }),
      ),
    },
    at,
    { source },
  );
  return { kind: 'location', record, receivedAt: TIME };
}

export function idOf(change: Change): ContentId {
  if (change.kind !== 'location') throw new TypeError('only a place has an id');
  return change.record.contentId;
}
