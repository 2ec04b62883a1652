import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import { contentIdOf } from '@pantograph/model/location';
import type { Change } from '../../store/store.ts';
import type { AskOptions, Asked } from '../testing/ask.ts';
import { ask } from '../testing/ask.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { connector, evse, location, tariff } from '../testing/wire-objects.ts';

let server: ServerUnderTest;
let token: string;
beforeEach(async () => {
  server = await serverUnderTest();
  token = server.befriend('reader', ['FR/EMS']);
  await server.store.putSource({ name: 'open', redistribute: true, attribution: 'Open City', licence: 'CC0' });
  await server.store.putSource({ name: 'closed' });
});
afterEach(() => server.close());

function get(path: string, more: AskOptions & { version?: string } = {}) {
  const { version = '2.2.1', ...options } = more;
  return ask(`${server.url}/ocpi/sender/${version}/${path}`, { token, ...options });
}

const at = (minute: number): string => new Date(Date.UTC(2026, 2, 10, 0, minute)).toISOString();

function put(source: string, raw: Record<string, unknown>): Change {
  const reading = readLocation(raw, { source, receivedAt: at(600) });
  if (!reading.ok) throw new Error('the test data cannot be read');
  return { kind: 'location', record: reading.record, receivedAt: at(600) };
}

function putTariff(source: string, raw: Record<string, unknown>): Change {
  const reading = readTariff(raw, { source, receivedAt: at(600) });
  if (!reading.ok) throw new Error('the test data cannot be read');
  return { kind: 'tariff', record: reading.record, receivedAt: at(600) };
}

/** Forty places, one a minute; each as old as its EVSEs and connectors. */
function forty(): readonly Change[] {
  return Array.from({ length: 40 }, (_, number) => {
    const date = { last_updated: at(number) };
    const evses = [evse('E', { connectors: [connector('1', date)], ...date })];
    return put('open', location(`L${String(number)}`, { evses, ...date }));
  });
}

const idsOf = ({ data }: Asked): readonly string[] => (data as { id: string }[]).map(({ id }) => id);

describe('the list of locations', () => {
  it('comes in order of creation, page by page, by the links alone', async () => {
    await server.store.apply(forty());
    await server.store.apply([put('open', location('L3', { name: 'Changed', last_updated: at(500) }))]);
    let next: string | undefined = `${server.url}/ocpi/sender/2.2.1/locations?limit=16`;
    const seen: string[] = [];
    const sizes: number[] = [];
    while (next !== undefined) {
      const page: Asked = await ask(next, { token });
      expect([page.headers.get('x-total-count'), page.headers.get('x-limit')]).toEqual(['40', '1000']);
      expect(page.headers.get('x-attribution')).toBe('Open City (CC0)');
      seen.push(...idsOf(page));
      sizes.push(idsOf(page).length);
      next = /<(.*)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
    }
    expect(seen).toEqual(Array.from({ length: 40 }, (_, number) => `L${String(number)}`));
    expect(sizes).toEqual([16, 16, 8]);
  });

  it('can be walked by clients that build the next page from the parts of the link', async () => {
    await server.store.apply(forty());
    const seen: string[] = [];
    let query = `limit=16&date_from=${at(5)}&date_to=${at(30)}`;
    for (let pages = 0; pages < 10; pages++) {
      const page = await get(`locations?${query}`);
      seen.push(...idsOf(page));
      const link = /<(.*)>/.exec(page.headers.get('link') ?? '')?.[1];
      if (link === undefined) break;
      const { searchParams } = new URL(link);
      query = ['offset', 'limit', 'date_from', 'date_to']
        .map((name) => `${name}=${encodeURIComponent(searchParams.get(name) ?? '')}`)
        .join('&');
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, number) => `L${String(number + 5)}`));
  });

  it('takes date_from in and leaves date_to out, whichever part of a location changed', async () => {
    await server.store.apply(forty());
    const between = async (from: string, to: string) => idsOf(await get(`locations?date_from=${from}&date_to=${to}`));
    expect(await between(at(10), at(12))).toEqual(['L10', 'L11']);
    expect(await between('2026-03-10T00:10:00', '2026-03-10T00:10:00.001Z')).toEqual(['L10']);
    expect(await between('2026-03-10T01:10:00+01:00', at(11))).toEqual(['L10']);
    const contentId = contentIdOf({ source: 'open', countryCode: 'NL', partyId: 'ABC', id: 'L7' });
    const status = { uid: 'E', status: 'CHARGING', observedAt: at(100), receivedAt: at(101) } as const;
    await server.store.apply([{ kind: 'status', contentId, status }]);
    expect(await between(at(100), at(101))).toEqual(['L7']);
    expect((await get('locations/L7')).data).toMatchObject({ last_updated: at(100), evses: [{ status: 'CHARGING' }] });
    expect(await between(at(7), at(8))).toEqual([]);
  });

  it.each(['raw', 'Base64'])(
    'and tariffs are given everything, whatever the habits of the client: a token %s',
    async (form) => {
      await server.store.apply([...forty(), putTariff('open', tariff('T1'))]);
      const authorization = `Token ${form === 'raw' ? token : Buffer.from(token).toString('base64')}`;
      // The reader's own party, where OCPI means ours.
      const own = { 'OCPI-to-country-code': 'FR', 'OCPI-to-party-id': 'EMS' };
      const options = {
        authorization,
        headers: { ...own, 'OCPI-from-country-code': 'FR', 'OCPI-from-party-id': 'EMS' },
      };
      const seen: string[] = [];
      for (let offset = 0; offset < 40; offset += 16) {
        const page = await get(`locations?limit=16&offset=${String(offset)}&date_from=${at(0)}`, options);
        expect(page).toMatchObject({ http: 200, code: 1000 });
        seen.push(...idsOf(page));
      }
      expect(seen).toEqual(Array.from({ length: 40 }, (_, number) => `L${String(number)}`));
      expect(idsOf(await get('tariffs?limit=16', options))).toEqual(['T1']);
      for (const path of ['locations/L7', 'locations/L7/E', 'locations/L7/E/1']) {
        expect(await get(path, options)).toMatchObject({ http: 200, code: 1000 });
      }
    },
  );

  it.each(['offset=-1', 'offset=x', 'limit=0', 'limit=1.5', 'date_from=yesterday', 'date_to=2026-13-01'])(
    'refuses %s by its name',
    async (query) => {
      const answer = await get(`locations?${query}`);
      expect(answer).toMatchObject({ http: 200, code: 2001 });
      expect(answer.message).toContain(query.split('=')[0]);
    },
  );

  it('bounds its pages, and is empty behind its end', async () => {
    await server.store.apply(forty());
    expect(idsOf(await get('locations?limit=1000000'))).toHaveLength(40);
    const behind = await get('locations?offset=40');
    expect([idsOf(behind), behind.headers.get('link'), behind.headers.get('x-total-count')]).toEqual([[], null, '40']);
  });

  it('speaks the version that is asked for', async () => {
    const ultra = connector('1', { standard: 'MCS', capabilities: ['ISO_15118_20_PLUG_AND_CHARGE'], power_type: 'DC' });
    await server.store.apply([
      put('open', location('L1', { evses: [evse('E1'), evse('E2', { connectors: [ultra] })] })),
    ]);
    const first = async (version: string) => ((await get('locations', { version })).data as object[])[0];
    expect(await first('2.3.0')).toMatchObject({ evses: [{}, { connectors: [{ standard: 'MCS' }] }] });
    expect(await first('2.2')).toEqual(await first('2.2.1'));
    expect(await first('2.2.1')).toMatchObject({ country_code: 'NL', evses: [{ connectors: [{ max_voltage: 230 }] }] });
    const old = await first('2.1.1');
    expect(old).toMatchObject({ type: 'UNKNOWN', evses: [{ connectors: [{ voltage: 230, amperage: 16 }] }] });
    expect(old).not.toHaveProperty('country_code');
    expect(await get('locations', { version: '3.0' })).toMatchObject({ http: 404, code: 3002 });
  });

  it('of 2.1.1 is had at the one endpoint that 2.1.1 has for both sides', async () => {
    await server.store.apply(forty());
    const url = `${server.url}/ocpi/receiver/2.1.1/locations`;
    expect(idsOf(await ask(url, { token }))).toHaveLength(40);
    expect((await ask(`${url}/L4`, { token })).data).toMatchObject({ id: 'L4' });
    expect((await ask(`${url}/L4/E`, { token })).data).toMatchObject({ uid: 'E' });
    expect((await ask(`${url}/L4/E/1`, { token })).data).toMatchObject({ id: '1' });
  });
});

describe('what is passed on', () => {
  const visible = async () => {
    const list = await get('locations');
    const ids = idsOf(list);
    const single = await Promise.all(
      ['A', 'B', 'C', 'D'].map(async (id) => (await get(`locations/${id}`)).http === 200),
    );
    expect(['A', 'B', 'C', 'D'].filter((_, index) => single[index])).toEqual([...ids].sort());
    expect(list.headers.get('x-total-count')).toBe(String(ids.length));
    return ids;
  };

  it('is what its source allows, what is published, and nothing that came from the reader; one by one as in lists', async () => {
    await server.store.putSource({ name: 'reader', redistribute: true });
    await server.store.apply([
      put('open', location('A')),
      put('closed', location('B')),
      put('open', location('C', { publish: false })),
      put('reader', location('D')),
    ]);
    expect(await visible()).toEqual(['A']);
  });

  it('follows the store: new terms, new places, places that are hidden', async () => {
    expect(await visible()).toEqual([]);
    await server.store.apply([put('open', location('A')), put('closed', location('B'))]);
    expect(await visible()).toEqual(['A']);
    await server.store.putSource({ name: 'closed', redistribute: true });
    expect(await visible()).toEqual(['A', 'B']);
    await server.store.apply([put('open', location('A', { publish: false, last_updated: at(700) }))]);
    expect(await visible()).toEqual(['B']);
    await server.store.apply([put('open', location('A', { last_updated: at(701) }))]);
    expect(await visible()).toEqual(['A', 'B']);
    await server.store.putSource({ name: 'closed' });
    expect(await visible()).toEqual(['A']);
  });

  it('of a place that is gone is that it is gone: OCPI deletes nothing', async () => {
    await server.store.apply([put('open', location('A'))]);
    const contentId = contentIdOf({ source: 'open', countryCode: 'NL', partyId: 'ABC', id: 'A' });
    await server.store.apply([{ kind: 'removal', contentId, removedAt: at(900), reason: 'vanished' }]);
    expect((await get(`locations?date_from=${at(900)}`)).data).toMatchObject([
      { id: 'A', last_updated: at(900), evses: [{ status: 'REMOVED' }, { status: 'REMOVED' }] },
    ]);
  });

  it("is one of two sources' same object", async () => {
    await server.store.putSource({ name: 'copy', redistribute: true });
    await server.store.apply([put('open', location('A', { name: 'First' })), put('copy', location('a'))]);
    expect((await get('locations')).data).toMatchObject([{ id: 'A', name: 'First' }]);
  });

  it('of namesakes of two parties is the one that OCPI-to names, else the first', async () => {
    await server.store.apply([put('open', location('A')), put('open', location('A', { party_id: 'XYZ' }))]);
    expect(idsOf(await get('locations'))).toEqual(['A', 'A']);
    const to = (party: string) => ({ headers: { 'OCPI-to-country-code': 'NL', 'OCPI-to-party-id': party } });
    expect((await get('locations/A', to('XYZ'))).data).toMatchObject({ party_id: 'XYZ' });
    expect((await get('locations/A', to('EMS'))).data).toMatchObject({ party_id: 'ABC' });
  });

  it('of tariffs is a list, without those that a version cannot carry', async () => {
    await server.store.apply([
      putTariff('open', tariff('T1')),
      putTariff('open', tariff('T2', { tax_included: 'YES', last_updated: at(50) })),
      putTariff('closed', tariff('T3')),
    ]);
    expect(idsOf(await get('tariffs', { version: '2.3.0' }))).toEqual(['T1', 'T2']);
    expect(idsOf(await get('tariffs'))).toEqual(['T1']);
    expect(idsOf(await get(`tariffs?date_to=${at(51)}`, { version: '2.3.0' }))).toEqual(['T2']);
    expect(await get('tariffs/T1')).toMatchObject({ http: 404 });
    const key = { source: 'open', countryCode: 'NL', partyId: 'ABC', id: 'T1' };
    await server.store.apply([{ kind: 'tariffRemoval', key, removedAt: at(900), reason: 'DELETE' }]);
    expect(idsOf(await get('tariffs'))).toEqual([]);
    await server.store.apply([putTariff('open', tariff('T1'))]);
    expect(idsOf(await get('tariffs'))).toEqual(['T1']);
  });
});

describe('headers', () => {
  it('carry the ids of the request, and turn its route around', async () => {
    const headers = {
      'X-Request-ID': 'request-1',
      'X-Correlation-ID': 'correlation-1',
      'OCPI-from-country-code': 'FR',
      'OCPI-from-party-id': 'EMS',
      'OCPI-to-country-code': 'FR',
      'OCPI-to-party-id': 'EMS',
    };
    for (const path of ['locations', 'locations/NONE', 'tariffs', 'locations?limit=x']) {
      const answer = await get(path, { headers });
      expect(answer.headers.get('x-request-id')).toBe('request-1');
      expect(answer.headers.get('x-correlation-id')).toBe('correlation-1');
    }
    const listed = await get('locations', {
      headers: { ...headers, 'OCPI-to-country-code': 'DE', 'OCPI-to-party-id': 'PAN' },
    });
    const route = ['from-country-code', 'from-party-id', 'to-country-code', 'to-party-id'];
    expect(route.map((name) => listed.headers.get(`ocpi-${name}`))).toEqual(['DE', 'PAN', 'FR', 'EMS']);
    const open = await get('locations');
    expect(route.map((name) => open.headers.get(`ocpi-${name}`))).toEqual(['DE', 'PAN', null, null]);
  });

  it('have links that lead to the public URL', async () => {
    await server.store.apply(forty());
    const own = server.peers.ownParty();
    if (own === undefined) throw new Error('no own party');
    server.peers.setOwnParty({ ...own, publicUrl: 'https://charge.example/' });
    const { headers } = await get('locations?limit=5');
    expect(headers.get('link')).toBe(
      '<https://charge.example/ocpi/sender/2.2.1/locations?limit=5&offset=5>; rel="next"',
    );
  });

  it('name the methods there are', async () => {
    const answer = await get('locations', { method: 'PUT', body: {} });
    expect([answer.http, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });
});
