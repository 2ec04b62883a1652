import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLocation } from '@pantograph/feeds/ocpi';
import type { LocationRecord } from '@pantograph/model/location';
import { contentIdOf } from '@pantograph/model/location';
import { registerWith } from './credentials/register.ts';
import { pushRound } from './push/push-round.ts';
import type { PushState } from './peers/push-state.ts';
import type { Change, StoredLocation } from '../store/store.ts';
import { ask } from './testing/ask.ts';
import type { ServerUnderTest } from './testing/server-under-test.ts';
import { serverUnderTest } from './testing/server-under-test.ts';
import { location } from './testing/wire-objects.ts';

let [sender, receiver]: ServerUnderTest[] = [];
beforeEach(async () => {
  [sender, receiver] = await Promise.all([serverUnderTest({ partyId: 'SND' }), serverUnderTest({ partyId: 'RCV' })]);
});
afterEach(() => Promise.all([sender?.close(), receiver?.close()]));

const receivedAt = '2026-03-10T12:00:00Z';

function record(id: string, more: object = {}): LocationRecord {
  const reading = readLocation(location(id, more), { source: 'open', receivedAt });
  if (!reading.ok) throw new Error('the test data cannot be read');
  return reading.record;
}

interface Pair {
  readonly sender: ServerUnderTest;
  /** Changes at the sender, and all that is due is sent. */
  readonly apply: (...changes: readonly Change[]) => Promise<void>;
  /** What the receiver has of the sender's A. */
  readonly held: () => StoredLocation | undefined;
  readonly sent: () => PushState | undefined;
}

async function pair(): Promise<Pair> {
  if (sender === undefined || receiver === undefined) throw new Error('no servers');
  const [from, to] = [sender, receiver];
  await from.store.putSource({ name: 'open', redistribute: true });
  await from.store.apply([{ kind: 'location', record: record('A'), receivedAt }]);
  await registerWith(from, {
    name: 'rcv',
    allowPrivate: true,
    versionsUrl: `${to.url}/ocpi/versions`,
    token: to.invite('snd'),
  });
  from.peers.pushes.put('rcv', { seq: 0, failures: 0, sent: 0, refused: 0 });
  return {
    sender: from,
    apply: async (...changes) => {
      await from.store.apply(changes);
      const [peer, own] = [from.peers.get('rcv'), from.peers.ownParty()];
      if (peer?.link === undefined || own === undefined) throw new Error('not registered');
      await pushRound({ ...from, random: () => 1 }, { peer, link: peer.link, own }, () => false);
    },
    held: () => to.store.location(contentIdOf({ source: 'snd', countryCode: 'NL', partyId: 'ABC', id: 'A' })),
    sent: () => from.peers.pushes.get('rcv'),
  };
}

const { contentId } = record('A');
const removal = { kind: 'removal', contentId, removedAt: '2026-03-10T11:30:00Z', reason: 'vanished' } as const;

function status(value: 'CHARGING' | 'BLOCKED', observedAt: string): Change {
  return { kind: 'status', contentId, status: { uid: 'E1', status: value, observedAt, receivedAt } };
}

it('two of us agree, and what one passes on the other holds, statuses and removals too', async () => {
  const { apply, held, sent } = await pair();
  await apply();
  expect(held()?.location).toMatchObject({ name: 'Market', evses: [{ uid: 'E1', status: 'AVAILABLE' }, {}] });
  await apply(status('CHARGING', '2026-03-10T11:00:00Z'));
  expect(held()?.statuses[0]).toMatchObject({ status: 'CHARGING', observedAt: '2026-03-10T11:00:00Z' });
  await apply(removal);
  expect(held()?.statuses.map((one) => one.status)).toEqual(['REMOVED', 'REMOVED']);
  expect(sent()).toMatchObject({ sent: 3, refused: 0, failures: 0 });
});

it('a place that was gone and comes back with the dates it had is there again at the receiver, and in lists', async () => {
  const { sender: from, apply, held } = await pair();
  await apply(removal);
  expect(held()?.statuses.map((one) => one.status)).toEqual(['REMOVED', 'REMOVED']);
  const back = '2026-03-10T11:45:00Z';
  await apply({ kind: 'location', record: record('A'), receivedAt: back });
  expect(held()?.statuses.map((one) => one.status)).toEqual(['AVAILABLE', 'AVAILABLE']);
  expect(held()?.statuses.map((one) => one.observedAt)).toEqual([back, back]);
  // One of before the return that was heard of after it.
  await apply(status('BLOCKED', '2026-03-10T11:40:00Z'));
  expect(held()?.statuses.map((one) => one.status)).toEqual(['BLOCKED', 'AVAILABLE']);
  await apply(status('CHARGING', '2026-03-10T11:50:00Z'));
  expect(held()?.statuses.map((one) => one.status)).toEqual(['CHARGING', 'AVAILABLE']);
  await apply({
    kind: 'location',
    record: record('A', { name: 'Renamed', last_updated: '2026-03-10T11:55:00Z' }),
    receivedAt,
  });
  expect(held()).toMatchObject({ location: { name: 'Renamed' }, statuses: [{ status: 'CHARGING' }, {}] });
  const token = from.befriend('reader', ['FR/EMS']);
  const since = (date: string) => ask(`${from.url}/ocpi/sender/2.2.1/locations?date_from=${date}`, { token });
  expect((await since(back)).data).toMatchObject([
    { id: 'A', evses: [{ last_updated: '2026-03-10T11:50:00Z' }, { status: 'AVAILABLE', last_updated: back }] },
  ]);
});
