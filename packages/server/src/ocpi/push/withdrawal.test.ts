import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLocation, readTariff } from '@pantograph/feeds/ocpi';
import { contentIdOf } from '@pantograph/model/location';
import { registerWith } from '../credentials/register.ts';
import { ask } from '../testing/ask.ts';
import type { FakePeer } from '../testing/fake-peer.ts';
import { fakePeer } from '../testing/fake-peer.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { location, tariff } from '../testing/wire-objects.ts';
import type { SpokenVersion } from '../version.ts';
import { spokenVersions } from '../version.ts';
import { pushRound } from './push-round.ts';

let server: ServerUnderTest;
let peer: FakePeer;
beforeEach(async () => {
  [server, peer] = await Promise.all([serverUnderTest(), fakePeer()]);
  peer.versions = spokenVersions;
  await server.store.putSource({ name: 'open', redistribute: true });
});
afterEach(async () => {
  peer.close();
  await server.close();
});

const receivedAt = '2026-03-10T12:00:00Z';
const hidden = { publish: false, last_updated: '2026-03-10T11:00:00Z' };

/** Everything that is there already counts as pushed. */
async function register(version: SpokenVersion): Promise<void> {
  await registerWith(server, { name: 'abc', allowPrivate: true, versionsUrl: peer.versionsUrl, token: 'a', version });
  await pushed();
}

async function put(id: string, more: object = {}, source = 'open'): Promise<void> {
  const reading = readLocation(location(id, more), { source, receivedAt });
  if (!reading.ok) throw new Error('the test data cannot be read');
  await server.store.apply([{ kind: 'location', record: reading.record, receivedAt }]);
}

async function putTariff(id: string, source = 'open'): Promise<void> {
  const reading = readTariff(tariff(id), { source, receivedAt });
  if (!reading.ok) throw new Error('the test data cannot be read');
  await server.store.apply([{ kind: 'tariff', record: reading.record, receivedAt }]);
}

/** What the peer hears of all that happened since the last time. */
async function pushed(): Promise<readonly (readonly [string, unknown])[]> {
  const known = server.peers.get('abc');
  const own = server.peers.ownParty();
  if (known?.link === undefined || own === undefined) throw new Error('the peer is not registered');
  peer.heard.length = 0;
  await pushRound({ ...server, random: () => 1 }, { peer: known, link: known.link, own }, () => false);
  return peer.heard
    .map(({ method, path, body }) => [`${method} ${path.replace('/receiver/', '')}`, body] as const)
    .sort(([one], [other]) => one.localeCompare(other));
}

/** Ids that the sender interface shows to another peer, in its list and one by one. */
async function shown(version: SpokenVersion): Promise<readonly string[]> {
  const token = server.befriend('reader', ['FR/EMS']);
  const base = `${server.url}/ocpi/${version === '2.1.1' ? 'receiver' : 'sender'}/${version}/locations`;
  const list = ((await ask(base, { token })).data as { id: string }[]).map(({ id }) => id);
  for (const id of ['A', 'B']) {
    expect((await ask(`${base}/${id}`, { token })).http).toBe(list.includes(id) ? 200 : 404);
  }
  return list;
}

/** How a version says that a place is not to be shown. */
function withdrawalOf(
  id: string,
  version: SpokenVersion,
  last_updated: string,
): readonly (readonly [string, unknown])[] {
  const removed = { status: 'REMOVED', last_updated: '2026-03-10T10:00:00Z' };
  if (version !== '2.1.1') return [[`PATCH locations/NL/ABC/${id}`, { publish: false, last_updated }]];
  return ['E1', 'E2'].map((uid) => [`PATCH locations/NL/ABC/${id}/${uid}`, removed]);
}

describe.each(spokenVersions)('in %s', (version) => {
  it('a place that is not published any more is withdrawn, and comes back', async () => {
    await put('A');
    await put('B');
    await register(version);
    await put('A', hidden);
    expect(await pushed()).toEqual(withdrawalOf('A', version, hidden.last_updated));
    expect(await shown(version)).toEqual(['B']);
    await put('A', { last_updated: '2026-03-10T11:30:00Z' });
    expect(await pushed()).toMatchObject([['PUT locations/NL/ABC/A', { id: 'A', name: 'Market' }]]);
    expect(await shown(version)).toEqual(['A', 'B']);
  });

  it('what a source passes on no more is withdrawn, and put again when it may be', async () => {
    await put('A');
    await put('B', {}, 'other');
    await putTariff('T1');
    await putTariff('T2', 'other');
    await register(version);
    await server.store.putSource({ name: 'open' });
    expect(await pushed()).toEqual([
      ['DELETE tariffs/NL/ABC/T1', undefined],
      ...withdrawalOf('A', version, '2026-03-10T10:00:00Z'),
    ]);
    expect(await shown(version)).toEqual([]);
    expect(await pushed()).toEqual([]);
    await server.store.putSource({ name: 'open', redistribute: true });
    expect(await pushed()).toMatchObject([
      ['PUT locations/NL/ABC/A', { id: 'A' }],
      ['PUT tariffs/NL/ABC/T1', { id: 'T1' }],
    ]);
    expect(await shown(version)).toEqual(['A']);
  });
});

describe('a withdrawal', () => {
  it('tells nobody of places that never were passed on', async () => {
    await register('2.2.1');
    await put('A', hidden);
    await put('A', { ...hidden, name: 'Other', last_updated: '2026-03-10T11:10:00Z' });
    await put('B', {}, 'closed');
    await server.store.putSource({ name: 'closed', attribution: 'Somebody' });
    expect(await pushed()).toEqual([]);
  });

  it('of what the receiver does not hold is over with its answer', async () => {
    await put('A');
    await put('B');
    await register('2.1.1');
    peer.misbehave = ({ path }) => (path.includes('/A/') ? { http: 404, code: 2003 } : { code: 2003 });
    await put('A', hidden);
    await put('B', hidden);
    expect((await pushed()).map(([what]) => what)).toEqual([
      'PATCH locations/NL/ABC/A/E1',
      'PATCH locations/NL/ABC/B/E1',
    ]);
    expect(server.peers.pushes.get('abc')).toMatchObject({ seq: server.store.seq(), sent: 0, refused: 0 });
  });

  it('waits for a receiver that is away, and for one that was away while the server did not run', async () => {
    await put('A');
    await register('2.2.1');
    peer.misbehave = () => 'hang up';
    await server.store.putSource({ name: 'open' });
    await pushed();
    peer.misbehave = () => undefined;
    server.clock.now = new Date(server.clock.now.getTime() + 60_000);
    expect(await pushed()).toHaveLength(1);
    expect(await pushed()).toEqual([]);
  });

  it('leaves the place to another source that has it too', async () => {
    await server.store.putSource({ name: 'copy', redistribute: true });
    await put('A', { name: 'First' });
    await put('A', { name: 'Second' }, 'copy');
    await register('2.2.1');
    await put('A', { name: 'Third', last_updated: '2026-03-10T10:30:00Z' }, 'copy');
    expect(await pushed()).toEqual([]);
    await put('A', hidden);
    expect(await pushed()).toMatchObject([['PUT locations/NL/ABC/A', { name: 'Third' }]]);
  });

  it('is obeyed by us', async () => {
    const token = server.befriend('sender');
    const url = `${server.url}/ocpi/receiver/2.2.1/locations/NL/ABC/A`;
    await ask(url, { method: 'PUT', token, body: location('A') });
    expect((await ask(url, { method: 'PATCH', token, body: hidden })).code).toBe(1000);
    const contentId = contentIdOf({ source: 'sender', countryCode: 'NL', partyId: 'ABC', id: 'A' });
    expect(server.store.location(contentId)?.location.publish).toBe(false);
  });
});
