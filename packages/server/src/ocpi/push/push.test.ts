import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import { contentIdOf } from '@pantograph/model/location';
import type { EvseStatus } from '@pantograph/model/location';
import { createLog } from '../../observe/log.ts';
import type { FakePeer, Heard } from '../testing/fake-peer.ts';
import { fakePeer } from '../testing/fake-peer.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { evse, location, tariff } from '../testing/wire-objects.ts';
import { registerWith } from '../credentials/register.ts';
import { MAX_BEHIND, pushRound } from './push-round.ts';
import { runPusher } from './run-pusher.ts';

let server: ServerUnderTest;
let peer: FakePeer;
beforeEach(async () => {
  [server, peer] = await Promise.all([serverUnderTest(), fakePeer()]);
  await server.store.putSource({ name: 'open', redistribute: true });
  const registration = { name: 'abc', allowPrivate: true, versionsUrl: peer.versionsUrl, token: 'a' };
  await registerWith(server, { ...registration, version: '2.2.1' });
  const { seq } = { seq: server.store.seq() };
  server.peers.pushes.put('abc', { seq, failures: 0, sent: 0, refused: 0 });
  peer.heard.length = 0;
});
afterEach(async () => {
  peer.close();
  await server.close();
});

const receivedAt = '2026-03-10T12:00:00Z';
const contentId = contentIdOf({ source: 'open', countryCode: 'NL', partyId: 'ABC', id: 'A' });
const state = () => server.peers.pushes.get('abc');
const said = (heard: readonly Heard[]) => heard.map(({ method, path }) => `${method} ${path}`);

async function put(id: string, more: object = {}, source = 'open'): Promise<void> {
  const reading = readLocation(location(id, more), { source, receivedAt });
  if (!reading.ok) throw new Error('the test data cannot be read');
  await server.store.apply([{ kind: 'location', record: reading.record, receivedAt }]);
}

async function status(value: EvseStatus['status'], observedAt: string, uid = 'E1'): Promise<void> {
  await server.store.apply([{ kind: 'status', contentId, status: { uid, status: value, observedAt, receivedAt } }]);
}

async function push(): Promise<void> {
  const known = server.peers.get('abc');
  const own = server.peers.ownParty();
  if (known?.link === undefined || own === undefined) throw new Error('the peer is not registered');
  await pushRound({ ...server, random: () => 1 }, { peer: known, link: known.link, own }, () => false);
}

const wait = (milliseconds: number): void => {
  server.clock.now = new Date(server.clock.now.getTime() + milliseconds);
};

describe('changes', () => {
  it('of statuses are not pushed for EVSEs that were left out of the place', async () => {
    await put('A', { evses: [evse('E1'), evse('E2', { connectors: [] })] });
    await push();
    peer.heard.length = 0;
    await status('CHARGING', '2026-03-10T10:03:00Z', 'E2');
    await push();
    expect(said(peer.heard)).toEqual([]);
    await status('CHARGING', '2026-03-10T10:04:00Z', 'E1');
    await push();
    expect(said(peer.heard)).toEqual(['PATCH /receiver/locations/NL/ABC/A/E1']);
  });

  it('are pushed as what they are: places whole, statuses alone, each object once', async () => {
    await put('A');
    await status('CHARGING', '2026-03-10T10:01:00Z');
    await put('B', {}, 'closed');
    await put('C', { publish: false });
    await push();
    expect(said(peer.heard)).toEqual(['PUT /receiver/locations/NL/ABC/A']);
    expect(peer.heard[0]?.body).toMatchObject({ id: 'A', evses: [{ status: 'CHARGING' }, {}] });
    expect(peer.heard[0]?.headers).toMatchObject({
      'ocpi-from-party-id': 'PAN',
      'ocpi-from-country-code': 'DE',
      'ocpi-to-party-id': 'ABC',
      authorization: `Token ${Buffer.from('token-of-the-fake-peer').toString('base64')}`,
    });
    expect(peer.heard[0]?.headers['x-request-id']).toMatch(/./);

    peer.heard.length = 0;
    await status('BLOCKED', '2026-03-10T10:02:00Z');
    await status('AVAILABLE', '2026-03-10T10:03:00Z');
    await status('CHARGING', '2026-03-10T10:03:00Z', 'E2');
    await push();
    expect(peer.heard.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      {
        method: 'PATCH',
        path: '/receiver/locations/NL/ABC/A/E1',
        body: { status: 'AVAILABLE', last_updated: '2026-03-10T10:03:00Z' },
      },
      {
        method: 'PATCH',
        path: '/receiver/locations/NL/ABC/A/E2',
        body: { status: 'CHARGING', last_updated: '2026-03-10T10:03:00Z' },
      },
    ]);
    expect(state()).toMatchObject({ seq: server.store.seq(), sent: 2, refused: 0, failures: 0 });
  });

  it('of tariffs are put and deleted, and a place that is gone is put with its EVSEs removed', async () => {
    const reading = readTariff(tariff('T1'), { source: 'open', receivedAt });
    if (!reading.ok) throw new Error('the test data cannot be read');
    await server.store.apply([{ kind: 'tariff', record: reading.record, receivedAt }]);
    await put('A');
    await push();
    await server.store.apply([
      { kind: 'tariffRemoval', key: reading.record.key, removedAt: receivedAt, reason: 'DELETE' },
      { kind: 'removal', contentId, removedAt: receivedAt, reason: 'vanished' },
    ]);
    await push();
    expect(said(peer.heard)).toEqual([
      'PUT /receiver/tariffs/NL/ABC/T1',
      'PUT /receiver/locations/NL/ABC/A',
      'DELETE /receiver/tariffs/NL/ABC/T1',
      'PUT /receiver/locations/NL/ABC/A',
    ]);
    expect(peer.heard[3]?.body).toMatchObject({ evses: [{ status: 'REMOVED' }, { status: 'REMOVED' }] });
  });

  it('of a place that the receiver does not know are answered by the whole place', async () => {
    await put('A');
    await push();
    peer.heard.length = 0;
    peer.misbehave = ({ method }) => (method === 'PATCH' ? { code: 2003 } : undefined);
    await status('CHARGING', '2026-03-10T10:01:00Z');
    await push();
    expect(said(peer.heard)).toEqual(['PATCH /receiver/locations/NL/ABC/A/E1', 'PUT /receiver/locations/NL/ABC/A']);
  });

  it('that the receiver does not want are counted, and hold up nothing', async () => {
    peer.misbehave = ({ path }) => (path.endsWith('/A') ? { code: 2001 } : undefined);
    await put('A');
    await put('B');
    await push();
    expect(state()).toMatchObject({ seq: server.store.seq(), sent: 1, refused: 1 });
  });
});

describe('a receiver that is away', () => {
  it.each([
    ['hangs up', 'hang up' as const],
    ['is overloaded', { http: 503, code: 2000 }],
    ['asks to slow down', { http: 429, raw: '' }],
    ['does not know us', { http: 401, raw: 'no' }],
    ['has a fault', { http: 200, code: 3000 }],
    ['answers with HTML', { raw: '<html></html>' }],
  ])('because it %s gets everything later, in longer and longer steps', async (_, reply) => {
    peer.misbehave = () => reply;
    await put('A');
    const pauses: number[] = [];
    for (let tries = 0; tries < 4; tries++) {
      await push();
      const { nextTryAt = '' } = state() ?? {};
      pauses.push(Date.parse(nextTryAt) - server.clock.now.getTime());
      wait(pauses.at(-1) ?? 0);
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000]);
    expect(state()?.failures).toBe(4);
    expect(state()?.lastProblem).toMatch(/./);
    peer.misbehave = () => undefined;
    peer.heard.length = 0;
    await push();
    expect(said(peer.heard)).toEqual(['PUT /receiver/locations/NL/ABC/A']);
    expect(state()).toEqual({
      seq: server.store.seq(),
      failures: 0,
      sent: 1,
      refused: 0,
      open: ['open'],
      parties: ['DE/PAN'],
    });
  });

  it('is left alone during the pause', async () => {
    peer.misbehave = () => 'hang up';
    await put('A');
    await push();
    peer.heard.length = 0;
    wait(500);
    await push();
    expect(peer.heard).toEqual([]);
  });

  it('for too long has to pull', async () => {
    await put('A');
    server.peers.pushes.put('abc', { seq: -MAX_BEHIND - 1, failures: 3, sent: 5, refused: 0 });
    await push();
    expect(peer.heard).toEqual([]);
    expect(state()).toMatchObject({ seq: server.store.seq(), skippedAt: server.clock.now.toISOString(), sent: 5 });
  });
});

describe('the running pusher', () => {
  it('pushes what is committed while it runs, and lets go when it is stopped', async () => {
    const arrived = new Promise<Heard>((resolve) => {
      peer.misbehave = (heard) => {
        resolve(heard);
        return undefined;
      };
    });
    const pusher = runPusher({ ...server, random: () => 1, log: createLog('silent') });
    await put('A');
    expect(await arrived).toMatchObject({ method: 'PUT', path: '/receiver/locations/NL/ABC/A' });
    await pusher.stop();
    expect(state()?.seq).toBe(server.store.seq());
  });
});
