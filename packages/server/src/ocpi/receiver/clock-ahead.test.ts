import { contentIdOf } from '@pantograph/model/location';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../testing/ask.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { connector, evse, location, tariff } from '../testing/wire-objects.ts';

const farAhead = '2026-03-11T12:00:00Z';
const soon = '2026-03-10T12:01:00Z';
const key = { source: 'abc', countryCode: 'NL', partyId: 'ABC' };

let server: ServerUnderTest;
let token: string;
beforeEach(async () => {
  server = await serverUnderTest();
  token = server.befriend('abc');
});
afterEach(() => server.close());

async function push(method: string, path: string, body: unknown, version = '2.2.1') {
  const answer = await ask(`${server.url}/ocpi/receiver/${version}/${path}`, { method, token, body });
  expect(answer.code).toBe(1000);
}

const receivedAt = () => server.clock.now.toISOString();
const held = () => server.store.location(contentIdOf({ ...key, id: 'L1' }));
const counts = () => server.peers.counts.of('abc');

/** After which a clock that is right says something newer. */
function aMinutePasses(): void {
  server.clock.now = new Date('2026-03-10T12:01:00Z');
}

describe('a clock that is a day ahead holds up nothing that is true', () => {
  beforeEach(() => push('PUT', 'locations/NL/ABC/L1', location('L1')));

  it('of a status', async () => {
    await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'CHARGING', last_updated: farAhead });
    expect(held()?.statuses[0]).toMatchObject({ status: 'CHARGING', observedAt: receivedAt() });
    aMinutePasses();
    await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'BLOCKED', last_updated: soon });
    expect(held()?.statuses[0]).toMatchObject({ status: 'BLOCKED', observedAt: soon });
  });

  it('of a status among other fields, and of several', async () => {
    const change = { status: 'CHARGING', floor_level: '1', last_updated: farAhead };
    await push('PATCH', 'locations/NL/ABC/L1/E1', change);
    await push('PATCH', 'locations/NL/ABC/L1', { evses: [{ uid: 'E2', ...change }], last_updated: farAhead });
    expect(held()?.statuses.map(({ status }) => status)).toEqual(['CHARGING', 'CHARGING']);
    aMinutePasses();
    for (const uid of ['E1', 'E2']) {
      await push('PATCH', `locations/NL/ABC/L1/${uid}`, { status: 'BLOCKED', last_updated: soon });
    }
    expect(held()?.statuses.map(({ status }) => status)).toEqual(['BLOCKED', 'BLOCKED']);
  });

  it('of a location', async () => {
    const evses = [evse('E1', { connectors: [connector('1', { last_updated: farAhead })], last_updated: farAhead })];
    await push('PUT', 'locations/NL/ABC/L1', location('L1', { name: 'First', evses, last_updated: farAhead }));
    expect(JSON.stringify(held()?.location)).not.toContain(farAhead);
    aMinutePasses();
    await push('PATCH', 'locations/NL/ABC/L1', { name: 'Second', last_updated: soon });
    await push('PATCH', 'locations/NL/ABC/L1/E1/1', { standard: 'CHADEMO', last_updated: soon });
    expect(held()?.location).toMatchObject({
      name: 'Second',
      evses: [{ connectors: [{ standard: 'CHADEMO', last_updated: soon }] }],
    });
  });

  it('of an EVSE and of a connector that are put', async () => {
    await push('PUT', 'locations/NL/ABC/L1/E1', evse('E1', { floor_level: '1', last_updated: farAhead }));
    await push('PUT', 'locations/NL/ABC/L1/E2/1', connector('1', { max_voltage: 240, last_updated: farAhead }));
    aMinutePasses();
    await push('PUT', 'locations/NL/ABC/L1/E1', evse('E1', { floor_level: '2', last_updated: soon }));
    await push('PUT', 'locations/NL/ABC/L1/E2/1', connector('1', { max_voltage: 400, last_updated: soon }));
    expect(held()?.location.evses).toMatchObject([{ floor_level: '2' }, { connectors: [{ max_voltage: 400 }] }]);
  });

  it('of a tariff', async () => {
    await push('PUT', 'tariffs/NL/ABC/T1', tariff('T1', { currency: 'EUR', last_updated: farAhead }), '2.1.1');
    await push('PATCH', 'tariffs/NL/ABC/T1', { currency: 'SEK', last_updated: farAhead }, '2.1.1');
    aMinutePasses();
    await push('PATCH', 'tariffs/NL/ABC/T1', { currency: 'NOK', last_updated: soon }, '2.1.1');
    expect(server.store.tariff({ ...key, id: 'T1' })?.tariff).toMatchObject({ currency: 'NOK', last_updated: soon });
  });
});

describe('of a clock that is ahead', () => {
  it('every push is counted, once, and the object says what was made of its date', async () => {
    await push('PUT', 'locations/NL/ABC/L1', location('L1', { evses: [evse('E1', { last_updated: farAhead })] }));
    expect(held()?.notices).toContainEqual({
      code: 'date_in_future',
      path: '/evses/0/last_updated',
      parameters: { found: farAhead, value: receivedAt() },
    });
    await push('PUT', 'locations/NL/ABC/L1', location('L1', { last_updated: farAhead, evses: [evse('E1')] }));
    await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'CHARGING', last_updated: farAhead });
    await push('PUT', 'locations/NL/ABC/L1/E1/1', connector('1', { last_updated: farAhead }));
    await push('PUT', 'tariffs/NL/ABC/T1', tariff('T1', { last_updated: farAhead }));
    expect(counts()['clock_ahead']).toBe(5);
  });

  it('what it says in a row is taken in that row', async () => {
    await push('PUT', 'locations/NL/ABC/L1', location('L1'));
    await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'CHARGING', last_updated: '2026-03-11T12:00:00Z' });
    server.clock.now = new Date('2026-03-10T12:00:01Z');
    await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'AVAILABLE', last_updated: '2026-03-11T12:00:01Z' });
    expect(held()?.statuses[0]?.status).toBe('AVAILABLE');
  });

  it('minutes are believed, so that what comes out of its order is still found out', async () => {
    await push('PUT', 'locations/NL/ABC/L1', location('L1'));
    await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'CHARGING', last_updated: '2026-03-10T12:03:01Z' });
    await push('PATCH', 'locations/NL/ABC/L1/E1', { status: 'AVAILABLE', last_updated: '2026-03-10T12:03:00Z' });
    expect(held()?.statuses[0]).toMatchObject({ status: 'CHARGING', observedAt: '2026-03-10T12:03:01Z' });
    expect(counts()).toMatchObject({ stale: 1 });
    expect(counts()['clock_ahead']).toBeUndefined();
  });
});
