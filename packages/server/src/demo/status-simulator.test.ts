import { contentIdOf } from '@pantograph/model/location';
import { describe, expect, test } from 'vitest';
import type { StoredLocation } from '../store/store.ts';
import { randomOf } from './random.ts';
import { MOST_CHANGES, statusSimulator } from './status-simulator.ts';
import type { StatusChange } from './status-simulator.ts';
import { demoWorld } from './world.ts';

const night = new Date('2026-06-10T01:00:00Z');
const noon = new Date('2026-06-10T11:00:00Z');

async function worldAt(now: Date, locations: number): Promise<StoredLocation[]> {
  const world = await demoWorld({ locations, seed: 3, now });
  return Array.from(world.locations(), ({ pantograph, ...location }, index): StoredLocation => {
    const key = { source: 'demo', countryCode: location.country_code, partyId: location.party_id, id: location.id };
    const contentId = contentIdOf(key);
    const statuses = location.evses.map(({ uid, status, last_updated: observedAt }) => {
      return { uid, status, observedAt, receivedAt: now.toISOString() };
    });
    const stored = { contentId, key, location, extension: pantograph, notices: [], ordinal: index, seq: index };
    return { ...stored, changedAt: now.toISOString(), statuses };
  });
}

function statusesOf(world: readonly StoredLocation[]): Map<string, string> {
  return new Map(world.flatMap(({ location }) => location.evses.map((evse) => [evse.uid, evse.status])));
}

function after(world: readonly StoredLocation[], changes: readonly StatusChange[]): Map<string, string> {
  const statuses = statusesOf(world);
  for (const { status } of changes) statuses.set(status.uid, status.status);
  return statuses;
}

function share(statuses: Map<string, string>, wanted: string): number {
  return [...statuses.values()].filter((status) => status === wanted).length / statuses.size;
}

describe('a tick', async () => {
  const world = await worldAt(noon, 20_000);

  test('changes a few statuses to other ones, observed now', () => {
    const simulator = statusSimulator(world, randomOf(1));
    const before = statusesOf(world);
    const changes = simulator.tick(noon);
    expect(changes.length).toBeGreaterThan(MOST_CHANGES / 2);
    expect(changes.length).toBeLessThanOrEqual(MOST_CHANGES);
    for (const { status } of changes) {
      expect(status.status).not.toBe(before.get(status.uid));
      expect(status.observedAt).toBe(noon.toISOString());
    }
  });

  test('is the same for the same seed', () => {
    const ticks = (seed: number) => statusSimulator(world, randomOf(seed)).tick(noon);
    expect(ticks(1)).toEqual(ticks(1));
    expect(ticks(1)).not.toEqual(ticks(2));
  });

  test('a small world changes slowly, an empty one not at all', () => {
    expect(statusSimulator(world.slice(0, 20), randomOf(1)).tick(noon).length).toBeLessThanOrEqual(1);
    expect(statusSimulator([], randomOf(1)).tick(noon)).toEqual([]);
  });

  test('hours of ticks leave the world as plausible as it was', () => {
    const simulator = statusSimulator(world, randomOf(1));
    const changes = Array.from({ length: 3600 }, () => simulator.tick(noon)).flat();
    const [before, later] = [statusesOf(world), after(world, changes)];
    for (const status of ['AVAILABLE', 'CHARGING', 'OUTOFORDER']) {
      expect(Math.abs(share(later, status) - share(before, status))).toBeLessThan(0.03);
    }
    expect(changes.some(({ status }) => status.status === 'OUTOFORDER')).toBe(true);
  });
});

describe('settling', async () => {
  const world = await worldAt(night, 4000);
  const changes = [...statusSimulator(world, randomOf(1)).settle(noon)].flat();

  test('brings a world of the night to noon', async () => {
    const wanted = share(statusesOf(await worldAt(noon, 4000)), 'CHARGING');
    expect(Math.abs(share(after(world, changes), 'CHARGING') - wanted)).toBeLessThan(0.02);
  });

  test('leaves a world alone that is fresh', () => {
    const soon = new Date(night.getTime() + 10 * 60_000);
    expect([...statusSimulator(world, randomOf(1)).settle(soon)]).toEqual([]);
  });

  test('touches each EVSE once at most, and none that is planned, removed or silent', () => {
    const before = statusesOf(world);
    const uids = changes.map(({ status }) => status.uid);
    expect(new Set(uids).size).toBe(uids.length);
    expect(uids.filter((uid) => ['PLANNED', 'REMOVED', 'UNKNOWN'].includes(before.get(uid) ?? ''))).toEqual([]);
  });
});
