import { contentIdOf } from '@pantograph/model/location';
import { expect, test } from 'vitest';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../store/store.ts';
import { randomOf } from './random.ts';
import { runSimulator } from './run-simulator.ts';
import { statusSimulator } from './status-simulator.ts';
import { demoWorld } from './world.ts';

const made = new Date('2026-06-10T01:00:00Z');
const noon = new Date('2026-06-10T11:00:00Z');

async function demoStore(locations: number): Promise<Store> {
  const store = openSqliteStore(':memory:');
  const world = await demoWorld({ locations, seed: 1, now: made });
  const receivedAt = made.toISOString();
  await store.putSource(world.source);
  await store.apply(
    Array.from(world.locations(), ({ pantograph, ...location }): Change => {
      const key = { source: 'demo', countryCode: location.country_code, partyId: location.party_id, id: location.id };
      const record = { contentId: contentIdOf(key), key, location, extension: pantograph, notices: [] };
      return { kind: 'location', record, receivedAt };
    }),
  );
  return store;
}

/** A wait that lasts until it is told to end, so that a test decides when time passes. */
function steps() {
  let arrived = (): void => undefined;
  let proceed = (): void => undefined;
  return {
    wait: (_milliseconds: number, signal: AbortSignal): Promise<void> =>
      new Promise((resolve, reject) => {
        proceed = resolve;
        signal.addEventListener('abort', () => reject(new Error('stopped')));
        arrived();
      }),
    /** Resolves when the simulator waits. */
    waiting: (): Promise<void> => new Promise((resolve) => (arrived = resolve)),
    next: (): void => proceed(),
  };
}

test('settles a world that was left alone, then ticks until it is stopped', async () => {
  const store = await demoStore(1500);
  const before = store.seq();
  const { wait, waiting, next } = steps();
  const settled = waiting();
  const simulator = runSimulator(store, statusSimulator(store.locations(), randomOf(1)), { now: () => noon, wait });

  await settled;
  const afterSettling = store.seq();
  expect(afterSettling).toBeGreaterThan(before + 500);

  let tick = waiting();
  next();
  await tick;
  tick = waiting();
  next();
  await tick;
  const changes = store.log(afterSettling, 100);
  expect(changes.length).toBeGreaterThan(0);
  expect(changes.every((entry) => entry.kind === 'status')).toBe(true);

  await simulator.stop();
  const stopped = store.seq();
  next();
  await Promise.resolve();
  expect(store.seq()).toBe(stopped);
  await store.close();
});

test('says so when the store takes no more', async () => {
  const store = await demoStore(200);
  const simulated = statusSimulator(store.locations(), randomOf(1));
  await store.close();
  await expect(runSimulator(store, simulated, { now: () => noon }).done).rejects.toThrow();
});
