import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentIdOf } from '@pantograph/model/location';
import type { AskOptions } from '../testing/ask.ts';
import { ask } from '../testing/ask.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { connector, evse, location, pushedAt, tariff } from '../testing/wire-objects.ts';

let server: ServerUnderTest;
let token: string;
beforeEach(async () => {
  server = await serverUnderTest();
  token = server.befriend('abc');
});
afterEach(() => server.close());

const later = '2026-03-10T11:00:00Z';
const earlier = '2026-03-10T09:00:00Z';

function push(method: string, path: string, body?: unknown, more: AskOptions & { version?: string } = {}) {
  const { version = '2.2.1', ...options } = more;
  return ask(`${server.url}/ocpi/receiver/${version}/${path}`, { method, token, body, ...options });
}

function held(id = 'L1') {
  return server.store.location(contentIdOf({ source: 'abc', countryCode: 'NL', partyId: 'ABC', id }));
}

const counts = () => server.peers.counts.of('abc');

describe('a location', () => {
  it('is put, held on disk, and shown to who sent it', async () => {
    expect(await push('PUT', 'locations/NL/ABC/L1', location('L1'))).toMatchObject({ http: 201, code: 1000 });
    expect(held()?.location).toMatchObject({ name: 'Market', evses: [{ uid: 'E1' }, { uid: 'E2' }] });
    const shown = await push('GET', 'locations/nl/abc/l1');
    expect(shown).toMatchObject({ http: 200, code: 1000, data: { id: 'L1', evses: [{ uid: 'E1' }, { uid: 'E2' }] } });
    expect(await push('GET', 'locations/NL/ABC/L1/e2')).toMatchObject({ data: { uid: 'E2' } });
    expect(await push('GET', 'locations/NL/ABC/L1/E2/1')).toMatchObject({ data: { standard: 'IEC_62196_T2' } });
    expect(await push('GET', 'locations/NL/ABC/L1/E9')).toMatchObject({ http: 404, code: 2003 });
    expect(await push('PUT', 'locations/NL/ABC/L1', location('L1', { name: 'New' }))).toMatchObject({ http: 200 });
    expect(held()?.location.name).toBe('New');
  });

  it('of 2.1.1 names its party in the URL only, and comes back in the words of 2.1.1', async () => {
    const { country_code: _c, party_id: _p, publish: _b, ...plain } = location('L1', { type: 'ON_STREET' });
    const older = { ...plain, evses: [evse('E1', { connectors: [connector('1', { voltage: 230, amperage: 32 })] })] };
    expect(await push('PUT', 'locations/NL/ABC/L1', older, { version: '2.1.1' })).toMatchObject({ http: 201 });
    const { data } = await push('GET', 'locations/NL/ABC/L1', undefined, { version: '2.1.1' });
    expect(data).toMatchObject({ id: 'L1', type: 'ON_STREET', evses: [{ connectors: [{ voltage: 230 }] }] });
    expect(data).not.toHaveProperty('country_code');
  });

  it('that is older than what is held changes nothing, says so to nobody, and is counted', async () => {
    await push('PUT', 'locations/NL/ABC/L1', location('L1'));
    const older = location('L1', { name: 'Old', last_updated: earlier, evses: [] });
    expect(await push('PUT', 'locations/NL/ABC/L1', older)).toMatchObject({ http: 200, code: 1000 });
    expect(held()?.location).toMatchObject({ name: 'Market', evses: [{}, {}] });
    expect(counts()).toEqual({ added: 1, stale: 1 });
  });

  it('that cannot be kept is refused with the reason, and kept aside', async () => {
    const answer = await push('PUT', 'locations/NL/ABC/L1', location('L1', { coordinates: undefined }));
    expect(answer).toMatchObject({ http: 200, code: 2001 });
    expect(answer.message).toMatch(/coordinates/);
    expect([...server.store.quarantined('abc')]).toMatchObject([{ id: 'L1', objectKind: 'location' }]);
  });

  it('keeps what is good of what is partly bad', async () => {
    const dirty = location('L1', { evses: [evse('E1', { status: 'SLEEPING' }), 7], opening_times: 'always', x: 1 });
    expect(await push('PUT', 'locations/NL/ABC/L1', dirty)).toMatchObject({ http: 201, code: 1000 });
    expect(held()?.location.evses).toHaveLength(1);
  });
});

describe('a PATCH', () => {
  beforeEach(() => push('PUT', 'locations/NL/ABC/L1', location('L1')));

  it('of a location replaces what it names, merges EVSEs by uid, and removes nothing', async () => {
    const patch = {
      name: 'Square',
      city: null,
      evses: [{ uid: 'e1', status: 'CHARGING' }, evse('E3', { status: 'BLOCKED' })],
      last_updated: later,
    };
    expect(await push('PATCH', 'locations/NL/ABC/L1', patch)).toMatchObject({ http: 200, code: 1000 });
    expect(held()?.location).toMatchObject({
      name: 'Square',
      city: 'Delft',
      last_updated: later,
      evses: [
        { uid: 'E1', status: 'CHARGING', last_updated: later, connectors: [{ id: '1' }] },
        { uid: 'E2', status: 'AVAILABLE', last_updated: pushedAt },
        { uid: 'E3', status: 'BLOCKED' },
      ],
    });
  });

  it('of a status moves the dates of all that it is a part of', async () => {
    expect(await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'CHARGING', last_updated: later })).toMatchObject({
      http: 200,
      code: 1000,
    });
    expect((await push('GET', 'locations/NL/ABC/L1')).data).toMatchObject({
      last_updated: later,
      evses: [
        { uid: 'E1', status: 'CHARGING', last_updated: later },
        { uid: 'E2', last_updated: pushedAt },
      ],
    });
  });

  it('of a connector moves the dates of its EVSE and location', async () => {
    const patch = { max_amperage: 32, last_updated: later };
    expect(await push('PATCH', 'locations/NL/ABC/L1/E1/1', patch)).toMatchObject({ code: 1000 });
    expect(held()?.location).toMatchObject({
      last_updated: later,
      evses: [{ connectors: [{ max_amperage: 32, max_electric_power: 22_080 }] }, {}],
    });
    expect((await push('GET', 'locations/NL/ABC/L1')).data).toMatchObject({
      last_updated: later,
      evses: [{ last_updated: later }, { last_updated: pushedAt }],
    });
  });

  it('in the words of 2.1.1 changes what they mean', async () => {
    const patch = { voltage: 230, amperage: 32, tariff_id: 'T1', last_updated: later };
    await push('PATCH', 'locations/NL/ABC/L1/E1/1', patch, { version: '2.1.1' });
    expect(held()?.location.evses[0]?.connectors).toMatchObject([{ max_amperage: 32, tariff_ids: ['T1'] }]);
  });

  it('has to say when, but in 2.1.1', async () => {
    for (const path of ['locations/NL/ABC/L1', 'locations/NL/ABC/L1/E1', 'locations/NL/ABC/L1/E1/1']) {
      const body = path.endsWith('E1') ? { status: 'CHARGING' } : { name: 'x' };
      expect(await push('PATCH', path, body)).toMatchObject({ http: 200, code: 2001 });
      expect(await push('PATCH', path, { ...body, last_updated: 'today' })).toMatchObject({ http: 200, code: 2001 });
    }
    const lenient = await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'CHARGING' }, { version: '2.1.1' });
    expect(lenient).toMatchObject({ http: 200, code: 1000 });
    expect(held()?.statuses[0]).toMatchObject({ status: 'CHARGING', observedAt: server.clock.now.toISOString() });
  });

  it('that is older is accepted, ignored and counted; one as old that differs is applied', async () => {
    const statusOf = async (status: string, last_updated: string) => {
      expect(await push('PATCH', 'locations/NL/ABC/L1/E1', { status, last_updated })).toMatchObject({
        http: 200,
        code: 1000,
      });
      return held()?.statuses[0]?.status;
    };
    expect(await statusOf('CHARGING', earlier)).toBe('AVAILABLE');
    expect(await statusOf('BLOCKED', pushedAt)).toBe('BLOCKED');
    expect(await statusOf('BLOCKED', pushedAt)).toBe('BLOCKED');
    expect(counts()).toEqual({ added: 1, stale: 1, changed: 1, unchanged: 1 });
    await push('PATCH', 'locations/NL/ABC/L1', { name: 'Old', last_updated: earlier });
    await push('PATCH', 'locations/NL/ABC/L1/E1/1', { standard: 'CHADEMO', last_updated: earlier });
    await push('PATCH', 'locations/NL/ABC/L1/E1', { floor_level: '9', last_updated: earlier });
    await push('PUT', 'locations/NL/ABC/L1/E1', evse('E1', { floor_level: '9', last_updated: earlier }));
    expect(held()?.location.name).toBe('Market');
    expect(held()?.location.evses[0]?.floor_level).toBeUndefined();
    expect(counts()['stale']).toBe(5);
  });

  it.each([
    'locations/NL/ABC/NEVER',
    'locations/NL/ABC/NEVER/E1',
    'locations/NL/ABC/L1/E9',
    'locations/NL/ABC/L1/E9/1',
    'locations/NL/ABC/L1/E1/9',
  ])('of %s, which we do not hold, asks for a PUT', async (path) => {
    expect(await push('PATCH', path, { status: 'CHARGING', last_updated: later })).toMatchObject({
      http: 200,
      code: 2003,
    });
  });

  it('loses nothing to another that comes at the same time', async () => {
    const fields = ['name', 'address', 'city', 'postal_code', 'state', 'help_phone'];
    const pushes = fields.map((field) =>
      push('PATCH', 'locations/NL/ABC/L1', { [field]: `the ${field}`, last_updated: later }, { version: '2.3.0' }),
    );
    const status = push('PATCH', 'locations/NL/ABC/L1/E2', { status: 'BLOCKED', last_updated: later });
    for (const answer of await Promise.all([...pushes, status])) expect(answer.code).toBe(1000);
    expect(held()?.location).toMatchObject(Object.fromEntries(fields.map((field) => [field, `the ${field}`])));
    expect(held()?.statuses[1]?.status).toBe('BLOCKED');
  });

  it('takes dates as peers write them, and counts clocks that are ahead', async () => {
    const patch = (last_updated: string) =>
      push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'CHARGING', last_updated });
    await patch('2026-03-10T12:30:00.123456+02:00');
    expect(held()?.statuses[0]?.observedAt).toBe('2026-03-10T10:30:00.123Z');
    await patch('2026-03-10T10:31:00');
    expect(held()?.statuses[0]?.observedAt).toBe('2026-03-10T10:31:00Z');
    expect(await patch('2026-03-11T12:00:00Z')).toMatchObject({ code: 1000 });
    expect(counts()['clock_ahead']).toBe(1);
  });
});

describe('an EVSE and a connector', () => {
  beforeEach(() => push('PUT', 'locations/NL/ABC/L1', location('L1')));

  it('are put whole: what is not said is gone', async () => {
    await push('PATCH', 'locations/NL/ABC/L1/E1', { floor_level: '3', last_updated: pushedAt });
    expect(held()?.location.evses[0]?.floor_level).toBe('3');
    const body = evse('E1', { physical_reference: 'left', last_updated: later });
    expect(await push('PUT', 'locations/NL/ABC/L1/E1', body)).toMatchObject({ http: 200 });
    expect(held()?.location.evses[0]).toMatchObject({ physical_reference: 'left' });
    expect(held()?.location.evses[0]?.floor_level).toBeUndefined();
    expect(held()?.location).toMatchObject({ last_updated: later, evses: [{ uid: 'E1' }, { uid: 'E2' }] });
  });

  it('can be new', async () => {
    expect(await push('PUT', 'locations/NL/ABC/L1/E3', evse('E3', { last_updated: later }))).toMatchObject({
      http: 201,
    });
    expect(await push('PUT', 'locations/NL/ABC/L1/E3/2', connector('2', { last_updated: later }))).toMatchObject({
      http: 201,
    });
    expect(held()?.location.evses[2]).toMatchObject({ uid: 'E3', connectors: [{ id: '1' }, { id: '2' }] });
  });

  it('need what they are part of', async () => {
    expect(await push('PUT', 'locations/NL/ABC/L9/E1', evse('E1'))).toMatchObject({ http: 200, code: 2003 });
    expect(await push('PUT', 'locations/NL/ABC/L1/E9/1', connector())).toMatchObject({ http: 200, code: 2003 });
  });

  it('are removed by their status, not by DELETE', async () => {
    expect(await push('DELETE', 'locations/NL/ABC/L1/E1')).toMatchObject({ http: 405 });
    expect(await push('POST', 'locations/NL/ABC/L1', {})).toMatchObject({ http: 405 });
    await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'REMOVED', last_updated: later });
    expect(held()?.statuses[0]?.status).toBe('REMOVED');
  });
});

describe('a tariff', () => {
  it('is put, replaced, shown and deleted', async () => {
    expect(await push('PUT', 'tariffs/NL/ABC/T1', tariff('T1'))).toMatchObject({ http: 201, code: 1000 });
    expect(await push('PUT', 'tariffs/NL/ABC/T1', tariff('T1', { currency: 'SEK' }))).toMatchObject({ http: 200 });
    expect(await push('GET', 'tariffs/NL/ABC/T1')).toMatchObject({ data: { id: 'T1', currency: 'SEK' } });
    expect(await push('DELETE', 'tariffs/NL/ABC/T1')).toMatchObject({ http: 200, code: 1000 });
    expect(await push('GET', 'tariffs/NL/ABC/T1')).toMatchObject({ http: 404, code: 2003 });
    expect(await push('DELETE', 'tariffs/NL/ABC/T1')).toMatchObject({ http: 404, code: 2003 });
    expect(await push('DELETE', 'tariffs/NL/ABC/T2')).toMatchObject({ http: 404, code: 2003 });
    expect(await push('PUT', 'tariffs/NL/ABC/T1', tariff('T1', { elements: [] }))).toMatchObject({
      http: 200,
      code: 2001,
    });
  });

  it('is patched in 2.1.1 only', async () => {
    const patch = { currency: 'SEK', last_updated: later };
    expect(await push('PATCH', 'tariffs/NL/ABC/T1', patch)).toMatchObject({ http: 405 });
    expect(await push('PATCH', 'tariffs/NL/ABC/T1', patch, { version: '2.1.1' })).toMatchObject({
      http: 200,
      code: 2003,
    });
    await push('PUT', 'tariffs/NL/ABC/T1', tariff('T1'));
    const patches = [patch, { tariff_alt_url: 'https://a.example', last_updated: later }];
    await Promise.all(patches.map((body) => push('PATCH', 'tariffs/NL/ABC/T1', body, { version: '2.1.1' })));
    const key = { source: 'abc', countryCode: 'NL', partyId: 'ABC', id: 'T1' };
    expect(server.store.tariff(key)?.tariff).toMatchObject({ currency: 'SEK', tariff_alt_url: 'https://a.example' });
    await push('PATCH', 'tariffs/NL/ABC/T1', { currency: 'NOK', last_updated: earlier }, { version: '2.1.1' });
    expect(server.store.tariff(key)?.tariff.currency).toBe('SEK');
  });
});

describe("what is not the caller's", () => {
  it('can neither be changed nor seen, whatever the URL and body say', async () => {
    await push('PUT', 'locations/NL/ABC/L1', location('L1'));
    const other = server.befriend('other', ['NL/XYZ']);
    const body = location('L1', { name: 'Mine now', last_updated: later });
    const attempts = await Promise.all([
      push('PUT', 'locations/NL/ABC/L1', body, { token: other }),
      push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'REMOVED', last_updated: later }, { token: other }),
      push('GET', 'locations/NL/ABC/L1', undefined, { token: other }),
      push('DELETE', 'tariffs/NL/ABC/T1', undefined, { token: other }),
    ]);
    expect(attempts.map(({ http, code }) => [http, code])).toEqual(attempts.map(() => [404, 2001]));
    expect(await push('PUT', 'locations/NL/XYZ/L1', body, { token: other })).toMatchObject({ http: 200, code: 2001 });
    expect(held()?.location.name).toBe('Market');
  });

  it('stays apart where two peers speak for one party', async () => {
    await push('PUT', 'locations/NL/ABC/L1', location('L1'));
    const second = server.befriend('second', ['NL/ABC']);
    await push('PUT', 'locations/NL/ABC/L1', location('L1', { name: 'Other' }), { token: second });
    expect(held()?.location.name).toBe('Market');
  });
});

describe('bad input', () => {
  it.each([
    ["an id that is not the URL's", 'PUT', 'locations/NL/ABC/L1', location('L2'), 200, 2001],
    ["another party than the URL's", 'PUT', 'locations/NL/ABC/L1', location('L1', { party_id: 'XYZ' }), 200, 2001],
    ['an EVSE of another uid', 'PUT', 'locations/NL/ABC/L1/E1', evse('E2'), 200, 2001],
    ['a connector of another id', 'PATCH', 'locations/NL/ABC/L1/E1/1', connector('2'), 200, 2001],
    ['a list', 'PUT', 'locations/NL/ABC/L1', [], 200, 2001],
    ['null', 'PUT', 'tariffs/NL/ABC/T1', null, 200, 2001],
    ['EVSEs that are none', 'PATCH', 'locations/NL/ABC/L1', { evses: 'E1', last_updated: later }, 200, 2001],
    ['an EVSE without uid', 'PATCH', 'locations/NL/ABC/L1', { evses: [{}], last_updated: later }, 200, 2001],
    ['a session', 'PUT', 'locations/NL/ABC/L1', { id: 'L1', kwh: 3, authorization_reference: 'x' }, 200, 2001],
    ['no id in the path', 'PUT', 'locations/NL/ABC', location('L1'), 404, 2000],
    ['too long a path', 'PUT', 'locations/NL/ABC/L1/E1/1/1', connector(), 404, 2000],
    ['an unknown module', 'PUT', 'cdrs/NL/ABC/1', {}, 404, 2000],
  ])('%s', async (_, method, path, body, http, code) => {
    await push('PUT', 'locations/NL/ABC/L1', location('L1'));
    const before = held();
    expect(await push(method, path, body)).toMatchObject({ http, code });
    expect(held()).toEqual(before);
  });

  it('that is no JSON is HTTP 400, and a body without end is cut off', async () => {
    expect(await push('PUT', 'locations/NL/ABC/L1', undefined, { text: '{"id":' })).toMatchObject({
      http: 400,
      code: 2001,
    });
    expect(await push('PATCH', 'locations/NL/ABC/L1', undefined, { text: '' })).toMatchObject({ http: 400 });
    const tenMegabytes = JSON.stringify(location('L1', { name: 'x'.repeat(10_000_000) }));
    expect(await push('PATCH', 'locations/NL/ABC/L1', undefined, { text: tenMegabytes })).toMatchObject({ http: 413 });
    const deep = `{"id":"L1","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(await push('PUT', 'locations/NL/ABC/L1', undefined, { text: deep })).toMatchObject({
      http: 200,
      code: 2001,
    });
  });

  it('cannot reach the prototype of anything', async () => {
    await push('PUT', 'locations/NL/ABC/L1', location('L1'));
    const text = `{"__proto__":{"name":"polluted"},"last_updated":"${later}"}`;
    await push('PATCH', 'locations/NL/ABC/L1', undefined, { text });
    expect(held()?.location.name).toBe('Market');
    expect({}).not.toHaveProperty('name');
  });
});

describe('tokens', () => {
  it('are read raw, as Base64, with a line feed, and remembered as they came', async () => {
    const forms: readonly (readonly [string, string])[] = [
      [`Token ${token}`, 'raw'],
      [`Token ${Buffer.from(token).toString('base64')}`, 'base64'],
      [`Token ${Buffer.from(`${token}\n`).toString('base64')}`, 'base64'],
      [`token  ${token}`, 'raw'],
    ];
    for (const [authorization, form] of forms) {
      expect(await ask(`${server.url}/ocpi/versions`, { authorization })).toMatchObject({ http: 200, code: 1000 });
      expect(server.peers.get('abc')?.presents).toBe(form);
    }
  });

  it.each([undefined, 'Token', 'Token ', 'Bearer abc', 'Token nobody', 'Token bm9ib2R5', 'Token \u00e4'])(
    'that are none of ours (%s) are 401',
    async (authorization) => {
      const options = authorization === undefined ? {} : { authorization };
      for (const path of ['versions', '2.2.1', '2.2.1/credentials', 'sender/2.2.1/locations', 'no/such']) {
        expect(await ask(`${server.url}/ocpi/${path}`, options)).toMatchObject({ http: 401 });
      }
    },
  );
});
