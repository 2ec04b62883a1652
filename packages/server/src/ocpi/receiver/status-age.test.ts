import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentIdOf } from '@pantograph/model/location';
import { ask } from '../testing/ask.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { connector, evse, location, pushedAt } from '../testing/wire-objects.ts';

let server: ServerUnderTest;
let token: string;
beforeEach(async () => {
  server = await serverUnderTest();
  token = server.befriend('abc');
  await push('PUT', 'L1', location('L1', { evses: [evse('E1'), evse('E2', { connectors: two })] }));
  server.clock.now = new Date('2026-03-11T15:00:00Z');
});
afterEach(() => server.close());

const two = [connector('1'), connector('2')];
const later = '2026-03-11T13:00:00Z';
const between = '2026-03-11T12:00:00Z';

function push(method: string, path: string, body?: unknown) {
  return ask(`${server.url}/ocpi/receiver/2.2.1/locations/NL/ABC/${path}`, { method, token, body });
}

function held() {
  return server.store.location(contentIdOf({ source: 'abc', countryCode: 'NL', partyId: 'ABC', id: 'L1' }));
}

const heard = (index = 0) => held()?.statuses[index];
const dateShown = async (path: string) =>
  ((await push('GET', path)).data as { readonly last_updated: string }).last_updated;

describe('a status that nobody told', () => {
  it.each([
    ['of an EVSE', 'PATCH', 'L1/E1', { floor_level: '2' }],
    ['of a connector', 'PATCH', 'L1/E1/1', { tariff_ids: ['T9'] }],
    ['of a connector, put whole', 'PUT', 'L1/E1/1', connector('1', { max_amperage: 32 })],
    ['of a location', 'PATCH', 'L1', { name: 'Square', evses: [{ uid: 'E1', floor_level: '2' }] }],
  ])('is as old as it was after a change %s, whose date moves', async (_, method, path, body) => {
    const before = held()?.statuses;
    expect(await push(method, path, { ...body, last_updated: later })).toMatchObject({ code: 1000 });
    expect(held()?.statuses).toEqual(before);
    expect(await dateShown('L1/E1')).toBe(later);
    expect(await dateShown('L1')).toBe(later);
    expect(await dateShown('L1/E2')).toBe(pushedAt);
  });

  it('does not let what is older than the last change through', async () => {
    await push('PATCH', 'L1/E1', { floor_level: '2', last_updated: later });
    await push('PATCH', 'L1/E1', { floor_level: '2', last_updated: '2026-03-11T13:30:00Z' });
    await push('PATCH', 'L1/E1', { floor_level: '1', last_updated: later });
    expect(held()?.location.evses[0]?.floor_level).toBe('2');
  });

  it('is told where it comes, whatever else changed meanwhile', async () => {
    await push('PATCH', 'L1/E1', { floor_level: '2', last_updated: later });
    await push('PATCH', 'L1/E1', { status: 'CHARGING', last_updated: between });
    expect(heard()).toMatchObject({ status: 'CHARGING', observedAt: between });
    expect(await dateShown('L1/E1')).toBe(later);
    await push('PATCH', 'L1/E1', { status: 'CHARGING', floor_level: '3', last_updated: '2026-03-11T14:00:00Z' });
    expect(heard()).toMatchObject({ status: 'CHARGING', observedAt: '2026-03-11T14:00:00Z' });
  });
});

describe('a status on a connector', () => {
  it.each([
    ['a PATCH of it', 'L1/E1/1', { status: 'CHARGING' }],
    ['a PATCH of the EVSE', 'L1/E1', { connectors: [{ id: '1', status: 'CHARGING' }] }],
    ['a PATCH of the location', 'L1', { evses: [{ uid: 'E1', connectors: [{ id: '1', status: 'CHARGING' }] }] }],
  ])('is that of an EVSE with one, in %s', async (_, path, body) => {
    expect(await push('PATCH', path, { ...body, last_updated: later })).toMatchObject({ code: 1000 });
    expect(heard()).toMatchObject({ status: 'CHARGING', observedAt: later });
    expect(held()?.notices).toMatchObject([{ code: 'connector_status_used', path: '/evses/0/status' }]);
  });

  it('is that of an EVSE with several where all have one', async () => {
    const connectors = [
      { id: '1', status: 'AVAILABLE' },
      { id: '2', status: 'CHARGING' },
    ];
    await push('PATCH', 'L1/E2', { connectors, last_updated: later });
    expect(heard(1)).toMatchObject({ status: 'CHARGING', observedAt: later });
  });

  it('says nothing of an EVSE whose other connectors are not told of, and is counted', async () => {
    const before = heard(1);
    await push('PATCH', 'L1/E2/1', { status: 'CHARGING', last_updated: later });
    await push('PATCH', 'L1/E2', { connectors: [{ id: '1', status: 'CHARGING' }], last_updated: later });
    expect(heard(1)).toEqual(before);
    expect(held()?.notices).toMatchObject([{ code: 'connector_status_ignored', path: '/evses/1/connectors/0/status' }]);
    expect(server.peers.counts.of('abc')).toMatchObject({ connector_status_ignored: 2 });
  });

  it('that is older than the status of the EVSE changes nothing', async () => {
    await push('PATCH', 'L1/E1', { status: 'BLOCKED', last_updated: later });
    await push('PATCH', 'L1/E1/1', { status: 'CHARGING', last_updated: between });
    expect(heard()).toMatchObject({ status: 'BLOCKED', observedAt: later });
  });
});
