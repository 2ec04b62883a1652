/**
 * What twins cost: starts with and without their table, a status of a place that has a twin, memory, disk.
 * `node --expose-gc packages/server/src/twins/testing/twin-figures.ts [locations]`; a tenth of them are twins of others.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FollowOptions, FollowingAtlas } from '../../atlas/follow-store.ts';
import { followStore } from '../../atlas/follow-store.ts';
import { createLog } from '../../observe/log.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Change } from '../../store/store.ts';
import { openTwins } from '../open-twins.ts';
import { TIME, idOf, place } from './twins-under-test.ts';

const LOCATIONS = Number(process.argv[2] ?? 100_000);
const TWINS = LOCATIONS / 10;
const EVSES = 3;
const STATUSES = 20_000;
const frozenAt = '2026-01-05T12:00:00Z';

const directory = mkdtempSync(join(tmpdir(), 'twin-figures-'));
const files = { twins: join(directory, 'twins.db'), twinDecisions: join(directory, 'decisions.db') };
const storeFile = join(directory, 'store.db');
const store = openSqliteStore(storeFile);

/** @param serial of its EVSEs; two places of one serial are twins */
function located(id: string, serial: number, observedAt: string): Change {
  const evses = Array.from({ length: EVSES }, (_, at) => {
    const evse = [`NL*FIG*E${String(serial * 10 + at + 1)}`, 'AVAILABLE', observedAt] as const;
    return [`${id}-${String(at)}`, evse] as const;
  });
  const at = [50 + (serial % 1000) / 400, 3 + Math.floor(serial / 1000) / 300] as const;
  return place({ id, evses: Object.fromEntries(evses), at });
}

function* allPlaces(): Generator<Change> {
  for (let serial = 0; serial < LOCATIONS - TWINS; serial++) yield located(`L${String(serial)}`, serial, TIME);
  for (let serial = 0; serial < TWINS; serial++) yield located(`T${String(serial)}`, serial, frozenAt);
}

function report(what: string, value: number, unit: string): void {
  console.log(`${value.toFixed(value < 100 ? 1 : 0).padStart(9)} ${unit.padEnd(4)} ${what}`);
}

async function measured<Result>(what: string, work: () => Result | Promise<Result>): Promise<Result> {
  const [from, cpu] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  report(`${what} (CPU ${((user + system) / 1e6).toFixed(2)} s)`, performance.now() - from, 'ms');
  return result;
}

function memory(): number {
  for (let times = 0; times < 4; times++) globalThis.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().external;
}

function follow(options: FollowOptions): FollowingAtlas {
  return followStore(store, { now: () => new Date(TIME), repeat: () => () => undefined, ...options });
}

async function started(what: string, options: FollowOptions = {}) {
  const before = memory();
  const layer = openTwins(files, store, createLog('warn'));
  const atlas = await measured(`start ${what}`, () => follow({ layer, ...options }));
  const from = performance.now();
  while (layer.counts().aliases < TWINS) await new Promise<void>((resolve) => setImmediate(resolve));
  report('until all twins are looked at again', performance.now() - from, 'ms');
  report('heap and buffers', (memory() - before) / 1e6, 'MB');
  return {
    atlas,
    end: () => {
      atlas.close();
      layer.close();
    },
  };
}

let round = 0;

async function statuses(what: string, atlas: FollowingAtlas, idFor: (index: number) => readonly [string, string]) {
  // Later than those that were told before.
  const from = Date.parse(TIME) + (round += STATUSES);
  const changes = Array.from({ length: STATUSES }, (_, index): Change => {
    const [source, uid] = idFor(index);
    // Another one each time, so that all of them are news.
    const status = (Math.floor(index / TWINS) + round / STATUSES) % 2 === 1 ? 'CHARGING' : 'AVAILABLE';
    const observedAt = new Date(from + index).toISOString();
    const contentId = idOf(place({ id: source, evses: {} }));
    return { kind: 'status', contentId, status: { uid, status, observedAt, receivedAt: observedAt } };
  });
  // As another process, so that the atlas hears of it when it is asked to.
  const writer = openSqliteStore(storeFile);
  await writer.apply(changes);
  await writer.close();
  const cpu = process.cpuUsage();
  await atlas.caughtUp(store.seq());
  const { user, system } = process.cpuUsage(cpu);
  report(what, (user + system) / STATUSES, 'µs');
}

try {
  const batch: Change[] = [];
  for (const change of allPlaces()) {
    if (batch.push(change) === 2000) await store.apply(batch.splice(0));
  }
  await store.apply(batch);
  report('locations', LOCATIONS, '');
  const before = memory();
  const plain = await measured('start without twins', () => follow({}));
  report('heap and buffers', (memory() - before) / 1e6, 'MB');
  plain.close();
  (await started('that makes the table')).end();
  report('on disk', statSync(files.twins).size / 1e6, 'MB');
  const snapshots = { path: join(directory, 'atlas') };
  (await started('with the table', { snapshots })).end();
  const { atlas, end } = await started('with the table, from a snapshot', { snapshots });
  const lone = (index: number) =>
    [`L${String(TWINS + (index % TWINS))}`, `L${String(TWINS + (index % TWINS))}-0`] as const;
  const twin = (index: number) => [`L${String(index % TWINS)}`, `L${String(index % TWINS)}-0`] as const;
  await statuses('a status of a place without twins, while all is cold', atlas, lone);
  await statuses('a status of a place without twins', atlas, lone);
  await statuses('a status of a place with a twin', atlas, twin);
  end();
} finally {
  await store.close();
  rmSync(directory, { recursive: true });
}
