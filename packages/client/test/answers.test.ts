/** What the client asks a real server, and what it makes of the answers. */
import { readFileSync } from 'node:fs';
import { encodeFlexiblePolyline } from '@pantograph/model/geo';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallWorldId } from '../../server/test/small-world.ts';
import type { AnswerInfo, Client } from '../src/index.ts';
import { NotFoundError, bbox, circle, countries, createClient, route } from '../src/index.ts';
import type { ServedSmallWorld } from './client-under-test.ts';
import { json, scriptedClient, serveSmallWorld } from './client-under-test.ts';

let served: ServedSmallWorld;
let client: Client;
const told: AnswerInfo[] = [];

beforeAll(async () => {
  served = await serveSmallWorld();
  client = createClient({ baseUrl: served.url, onAnswer: (info) => told.push(info) });
});
afterAll(() => served.close());

const market = smallWorldId('DELFT-MARKT');
const station = smallWorldId('DELFT-STATION');
const delft = { lat: 52.0116, lng: 4.3571 };

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe('lookup', () => {
  it.each([market, `here:evcp:charginglocation:${market}`, `here:pds:place:${market}`])(
    'takes the id of any generation: %s',
    async (id) => {
      const location = await client.location(id, { fields: ['evses', 'tariffs'], tariff: ['all'] });
      expect(location.name).toBe('Voltstad');
      expect(location.evses?.map(({ status }) => status)).toEqual(['AVAILABLE', 'CHARGING', 'AVAILABLE']);
      expect(location.tariffs?.length).toBeGreaterThan(1);
    },
  );

  it('answers several in their order, and names those that are not there as they were given', async () => {
    const ids = ['here:x:unheard-of', station, `here:pds:place:${market}`, market];
    const { items, missingItems } = await client.locations(ids);
    expect(items.map(({ id }) => id.split(':').at(-1))).toEqual([station, market]);
    expect(missingItems).toEqual(['here:x:unheard-of']);
  });

  it('takes ids as they come, and a single one for one', async () => {
    async function* coming() {
      yield* await Promise.resolve([market, station]);
    }
    expect((await all(client.eachLocation(coming()))).map(({ name }) => name)).toEqual(['Voltstad', 'Parkeer Delft']);
    expect((await client.locations(market)).items).toHaveLength(1);
  });

  it('repeats what may be repeated and puts commas between the rest', async () => {
    const { items } = await client.locations([market], {
      fields: ['evses', 'tariffs'],
      tariff: ['adhoc', 'cpo'],
      connectorTypes: ['IEC_62196_T2', 'CHADEMO'],
      enums: 'here',
    });
    expect(items[0]?.tariffs?.map(({ type }) => type).toSorted()).toEqual(['adhoc', 'cpo']);
    expect(items[0]?.evses?.[1]?.status).toBe('charging');
  });

  it('knows countries, health and version', async () => {
    const { countries: found } = await client.countryMetadata({ countryCodes: ['NLD'], fields: ['operators'] });
    expect(found?.[0]?.operators?.map(({ name }) => name)).toContain('Voltstad');
    expect(await client.health()).toMatchObject({ status: 'ok' });
    expect(Object.keys(await client.version())).not.toEqual([]);
  });
});

describe('discovery', () => {
  it('browses with positions, areas and filters', async () => {
    const { items } = await client.browse({
      at: delft,
      in: [circle(delft, 3000), countries('NLD')],
      evStation: { connectorTypes: ['IEC_62196_T2_COMBO', 'CHADEMO'], minPower: 22, available: true },
      show: ['ev'],
    });
    expect(items.map(({ id }) => id)).toContain(`here:pds:place:${market}`);
    for (const { extended } of items) expect(extended?.evStation?.connectors).not.toEqual([]);
  });

  it('discovers, suggests and looks up', async () => {
    const found = await client.discover({ q: 'voltstad', at: delft, limit: 1 });
    expect(found.items[0]?.title).toBe('Voltstad');
    const suggested = await client.autosuggest({ q: 'volt', at: '52.0116,4.3571', termsLimit: 2 });
    expect(suggested.items.map(({ resultType }) => resultType)).toContain('chainQuery');
    const place = await client.lookup(market, { show: ['tz'] });
    expect(place.timeZone?.name).toBe('Europe/Amsterdam');
  });

  it('iterates over all pages, whatever their size', async () => {
    const where = { at: delft, in: bbox({ west: 3, south: 51, east: 15, north: 54 }) };
    const whole = await all(client.eachPlace(where));
    const small = await all(client.eachPlace({ ...where, limit: 2 }));
    expect(whole.length).toBeGreaterThan(5);
    expect(small.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
    expect(whole.map(({ distance }) => distance)).toEqual(
      whole.map(({ distance = 0 }) => distance).toSorted((one, other) => one - other),
    );
  });

  it('sends a long route in a body, with the same answer', async () => {
    const points = Array.from({ length: 1000 }, (_, at) => ({ lat: 52 + (at % 7) / 1000, lng: 4.3 + at / 10_000 }));
    const long = encodeFlexiblePolyline(points);
    expect(long.length).toBeGreaterThan(2000);
    const short = encodeFlexiblePolyline(points.filter((_, at) => at % 7 === 0 || at === 999));
    const along = (route: string) => client.browse({ at: delft, route: `${route};w=5000` });
    const ids = (await along(long)).items.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(2);
    expect(ids.toSorted()).toEqual((await along(short)).items.map(({ id }) => id).toSorted());
    expect(told.at(-2)?.url).not.toContain('route');
    expect(await client.v2.countStationsAlongRoute({ route: long, width: 5000 })).toBe(
      (await client.v2.stationsAlongRoute({ route: long, width: 5000 })).evStations.evStation.length,
    );
  });
});

describe('route', () => {
  it('is a flexible polyline and a width', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    const points = fc.array(fc.record({ lat: degrees(90), lng: degrees(180) }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(points, (given) => {
        expect(route(given)).toBe(encodeFlexiblePolyline(given));
      }),
    );
    expect(route([delft, { lat: 52, lng: 4 }], 250.4)).toBe(
      `${encodeFlexiblePolyline([delft, { lat: 52, lng: 4 }])};w=250`,
    );
  });
});

describe('the two steps as one', () => {
  it('finds places and looks them up, in the order of discovery', async () => {
    const where = { at: delft, in: circle(delft, 3000), limit: 2 };
    const found = await all(client.findLocations(where, { fields: ['connectorGroups'] }));
    const { items } = await client.browse({ at: delft, in: circle(delft, 3000) });
    expect(found.map(({ place }) => place.id)).toEqual(items.map(({ id }) => id));
    for (const { place, location } of found) {
      expect(location?.id.split(':').at(-1)).toBe(place.id.split(':').at(-1));
    }
    expect(found.some(({ location }) => location?.connectorGroups?.[0]?.maxPower === 22_000)).toBe(true);
  });

  it('takes text as well', async () => {
    const [first] = await all(client.findLocations({ q: 'parkeer delft', at: delft }));
    expect(first?.location?.name).toBe('Parkeer Delft');
  });

  it('passes over what the filter of the second step leaves out', async () => {
    const found = await all(client.findLocations({ at: delft }, { connectorTypes: ['CHADEMO'] }));
    expect(found.map(({ place }) => place.id)).toEqual([`here:pds:place:${market}`]);
  });

  it('stops asking when the loop is left', async () => {
    told.length = 0;
    for await (const { place } of client.findLocations({ at: delft, limit: 1 })) {
      expect(place.distance).toBe(0);
      break;
    }
    expect(told).toHaveLength(2);
  });
});

describe('v2', () => {
  it('answers what v2 answers', async () => {
    const prox = '52.0116,4.3571,3000';
    const { evStations, hasMore } = await client.v2.stations({ prox, connectortype: [31, 34], maxresults: 1 });
    expect([evStations.evStation.length, hasMore]).toEqual([1, true]);
    const each = await all(client.v2.eachStation({ prox, maxresults: 2 }));
    expect(each).toHaveLength(await client.v2.countStations({ prox }));
    const next = await all(client.v2.eachStation({ prox, maxresults: 2, offset: 1 }));
    expect(next.map(({ poolId }) => poolId)).toEqual(each.slice(1).map(({ poolId }) => poolId));
  });

  it('looks up by id, one and several', async () => {
    expect((await client.v2.pool(`here:pds:place:${market}`)).poolId).toBe(market);
    expect((await client.v2.station(market)).brand).toBe('Voltstad');
    const ids = [station, 'unheard-of', market];
    expect((await client.v2.pools(ids)).map(({ poolId }) => poolId)).toEqual([station, market]);
    expect((await client.v2.stationsById(ids)).map(({ id }) => id)).toEqual([station, market]);
    const [pool] = await client.v2.evses([market]);
    expect(pool?.stations[0]?.evses.map(({ state }) => state)).toEqual(['AVAILABLE', 'OCCUPIED', 'AVAILABLE']);
  });

  it('goes along a route', async () => {
    const route = 'BFoz5xJ67i1B1B7PzIhaxL7Y';
    const stations = await all(client.v2.eachStationAlongRoute({ route, width: 50_000 }));
    expect(stations).toHaveLength(await client.v2.countStationsAlongRoute({ route, width: 50_000 }));
    expect((await client.v2.stationsAlongRoute({ route })).hasMore).toBe(false);
  });

  it('has the lists', async () => {
    expect((await client.v2.connectorTypes()).find(({ id }) => id === '34')?.name).toMatch(/combo/);
    expect((await client.v2.connectorStatuses()).length).toBe(10);
    expect(await client.v2.powerFeedTypes()).toEqual([]);
    expect((await client.v2.roamings()).map(({ emsp }) => emsp)).toContain('PlugPass');
  });
});

it.each([
  ['v3', 'v3'],
  ['v1', 'search'],
  ['v2', 'v2'],
])('its types are those of the description that the server shows: /docs/%s.json', async (name, folder) => {
  const shown = (await (await fetch(`${served.url}/docs/${name}.json`)).json()) as { components: object };
  const file = new URL(`../../../spec/golden/${folder}/openapi.json`, import.meta.url);
  const { components } = JSON.parse(readFileSync(file, 'utf8')) as { components: object };
  expect(shown.components).toEqual(components);
  expect((await fetch(`${served.url}/docs/${name}`)).status).toBe(200);
});

it('tells of every answer whom to credit, and what to quote when asking about it', async () => {
  told.length = 0;
  await client.browse({ at: delft, limit: 1 }, { requestId: 'mine-1' });
  expect(told).toEqual([
    expect.objectContaining({
      status: 200,
      attribution: 'City Data Office (CC-BY-4.0)',
      requestId: 'mine-1',
      attempts: 1,
      results: { matched: expect.any(Number) as number, returned: 1 },
    }),
  ]);
  expect(told[0]?.correlationId).toMatch(/^[\w-]{36}$/);
});

describe('prices', () => {
  it('are told of a session at each place, and of which ids nothing is known', async () => {
    const session = { energy: 20, tariff: ['all'], start: '2026-03-10T20:00:00Z' };
    const { asked, items, missingItems } = await client.prices([market, 'here:x:unheard-of'], session);
    expect(asked).toMatchObject({ energy: 20, start: '2026-03-10T20:00:00Z' });
    expect(items.map(({ id }) => id.split(':').at(-1))).toEqual([market]);
    const prices = items.flatMap(({ connectorGroups }) => connectorGroups.flatMap((group) => group.prices));
    expect(prices.some((price) => 'total' in price && (price.total.exclVat ?? 0) > 0)).toBe(true);
    expect(missingItems).toEqual(['here:x:unheard-of']);
  });

  it('are not told of what is not there', async () => {
    await expect(client.prices(['unheard-of'])).rejects.toBeInstanceOf(NotFoundError);
    await expect(client.prices(market, { evse: 'nowhere' })).rejects.toBeInstanceOf(NotFoundError);
    await expect(client.prices([])).rejects.toBeInstanceOf(TypeError);
  });

  it('of any number of places are those of one moment', async () => {
    const asked = { start: '2026-03-10T12:00:00Z', parking: 0 };
    const { client: scripted, requests } = scriptedClient([
      json({ status: 404, title: 'Not found' }, { status: 404 }),
      json({ asked, items: [], missingItems: ['b'] }),
      json({ asked, items: [], missingItems: [] }),
    ]);
    const ids = Array.from({ length: 250 }, (_, at) => `id${String(at)}`);
    const { missingItems } = await scripted.prices(ids);
    expect(missingItems).toEqual([...ids.slice(0, 100), 'b']);
    expect(requests.map(({ url }) => url.searchParams.get('id')?.split(',').length)).toEqual([100, 100, 50]);
    expect(requests.map(({ url }) => url.searchParams.get('start'))).toEqual([null, null, '2026-03-10T12:00:00Z']);
  });
});
