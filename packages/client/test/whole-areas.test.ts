/** Areas with more places than paging reaches. */
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer, Store } from '@pantograph/server';
import { createLog, demoWorld, fillStore, openSqliteStore, randomOf, startServer } from '@pantograph/server';
import { distanceMetres } from '@pantograph/model/geo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, LatLng, PlaceItem } from '../src/index.ts';
import { TruncatedError, bbox, circle, createClient } from '../src/index.ts';
import { json, scriptedClient } from './client-under-test.ts';

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('of a server', () => {
  let store: Store;
  let server: RunningServer;
  let client: Client;
  const dataDir = mkdtempSync(join(tmpdir(), 'pantograph-areas-'));
  const cologne = { lat: 50.94, lng: 6.96 };
  let asked = 0;

  beforeAll(async () => {
    store = openSqliteStore(join(dataDir, 'store.db'));
    const now = new Date('2026-03-10T12:00:00Z');
    await fillStore(store, await demoWorld({ locations: 4000, seed: 7, now }), { now });
    server = await startServer({ dataDir, store, port: 0, log: createLog('silent'), now: () => now });
    client = createClient({ baseUrl: server.url, timeout: 30_000, onAnswer: () => asked++ });
  });
  afterAll(async () => {
    await server.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  });

  it('a circle holds the places that v2 has in it, nearest first, each once', async () => {
    const stations = await all(client.v2.eachStation({ prox: '50.94,6.96,200000', maxresults: 1000 }));
    expect(stations.length).toBeGreaterThan(199);
    const places = await all(client.eachPlace({ at: cologne, in: circle(cologne, 200_000) }));
    expect(places.map(({ id }) => id.split(':').at(-1)).toSorted()).toEqual(
      stations.map(({ poolId }) => poolId).toSorted(),
    );
    const distances = places.map(({ distance = 0 }) => distance);
    expect(distances).toEqual(distances.toSorted((one, other) => one - other));
  });

  it('a box, with its filter, and what was found looked up', async () => {
    const box = bbox({ west: 5, south: 47, east: 15, north: 55 });
    const where = { at: cologne, in: [box, 'countryCode:DEU'], evStation: { minPower: 20 } };
    const found = await all(client.findLocations(where));
    expect(found.length).toBeGreaterThan(199);
    expect(new Set(found.map(({ place }) => place.id)).size).toBe(found.length);
    expect(new Set(found.map(({ place }) => place.address.countryCode))).toEqual(new Set(['DEU']));
    expect(found.every(({ location }) => location !== undefined)).toBe(true);
  });

  it('costs no more requests than the caller comes to', async () => {
    const where = { at: cologne, in: circle(cologne, 500_000) };
    const requestsFor = async (most: number): Promise<number> => {
      asked = 0;
      let count = 0;
      for await (const _ of client.eachPlace(where)) if (++count === most) break;
      return asked;
    };
    expect(await requestsFor(150)).toBe(2);
    expect(await requestsFor(205)).toBeLessThan((await requestsFor(Infinity)) * 0.6);
  });
});

/** Browse over made-up positions, by brute force. */
function serviceOver(positions: readonly LatLng[], says: boolean) {
  return scriptedClient([
    (request) => {
      const { searchParams } = new URL(request.url);
      const [lat = NaN, lng = NaN] = (searchParams.get('at') ?? '').split(',').map(Number);
      const [offset, limit] = [Number(searchParams.get('offset')), Number(searchParams.get('limit'))];
      const area = searchParams.get('in') ?? '';
      const numbers = area.replace(/^\w+:/, '').split(/,|;r=/).map(Number);
      const matched = positions
        .map((position, at) => ({ position, id: String(at), distance: distanceMetres({ lat, lng }, position) }))
        .filter(({ position }) => (area.startsWith('circle') ? inCircle(numbers, position) : inBox(numbers, position)))
        .sort((one, other) => one.distance - other.distance);
      const items = matched.slice(offset, offset + limit);
      const next = offset + items.length;
      const isMore = next < matched.length && next <= 99;
      const headers = says
        ? { 'x-results': `matched=${String(matched.length)}, returned=${String(items.length)}` }
        : {};
      return json({ items, ...(isMore && { nextOffset: next }) }, { headers });
    },
  ]);
}

function inCircle([lat = NaN, lng = NaN, radius = NaN]: readonly number[], position: LatLng): boolean {
  return distanceMetres({ lat, lng }, position) <= radius;
}

function inBox([west = NaN, south = NaN, east = NaN, north = NaN]: readonly number[], { lat, lng }: LatLng): boolean {
  if (lat < south || lat > north) return false;
  return west <= east ? lng >= west && lng <= east : lng >= west || lng <= east;
}

const latitude = fc.double({ min: -85, max: 85, noNaN: true });
const longitude = fc.double({ min: -180, max: 180, noNaN: true });

/** Spread evenly: generators of fast-check heap values up at the ends of their ranges. */
function spread(count: number, seed: number): (readonly [number, number])[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => [random() * 4 - 2, random() * 4 - 2] as const);
}

it('all of a circle anywhere, nearest first, by brute force', async () => {
  await fc.assert(
    fc.asyncProperty(
      latitude,
      longitude,
      fc.integer({ min: 1000, max: 300_000 }),
      fc.integer({ min: 0, max: 900 }),
      fc.integer(),
      fc.boolean(),
      async (lat, lng, radius, count, seed, says) => {
        const centre = { lat, lng };
        const positions = spread(count, seed).map(([north, east]) => ({
          lat: lat + north,
          lng: ((((lng + east + 180) % 360) + 360) % 360) - 180,
        }));
        const { client } = serviceOver(positions, says);
        const places = await all(client.eachPlace({ at: centre, in: circle(centre, radius) }));
        const expected = positions
          .map((position, at) => ({ id: String(at), distance: distanceMetres(centre, position) }))
          .filter(({ distance }) => distance <= radius);
        expect(places.map(({ id }) => id).toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        const distances = places.map(({ distance = 0 }: PlaceItem) => distance);
        expect(distances).toEqual(distances.toSorted((one, other) => one - other));
      },
    ),
    { numRuns: 25 },
  );
});

it('more on one spot than paging reaches is said', async () => {
  const spot = { lat: 52, lng: 4 };
  const { client, requests } = serviceOver(
    Array.from({ length: 200 }, () => spot),
    true,
  );
  await expect(all(client.eachPlace({ at: spot, in: circle(spot, 1000) }))).rejects.toBeInstanceOf(TruncatedError);
  expect(requests.length).toBeLessThan(200);
});

it.each([{ in: 'polygon:1,1;1,2;2,2' }, { in: 'circle:52,4;r=9', route: 'BFoz5xJ67i1B1B7PzIhaxL7Y' }, {}])(
  'what cannot be taken apart ends where paging ends: %j',
  async (where) => {
    const { client } = scriptedClient([
      json({ items: Array.from({ length: 99 }, (_, id) => ({ id })), nextOffset: 99 }),
      json({ items: Array.from({ length: 100 }, (_, id) => ({ id })) }),
    ]);
    await expect(all(client.eachPlace({ at: '52,4', ...where }))).rejects.toBeInstanceOf(TruncatedError);
  },
);
