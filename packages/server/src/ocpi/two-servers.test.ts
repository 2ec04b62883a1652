import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLocation } from '@pantograph/feeds/ocpi';
import type { LocationRecord } from '@pantograph/model/location';
import { contentIdOf } from '@pantograph/model/location';
import { registerWith } from './credentials/register.ts';
import { pushRound } from './push/push-round.ts';
import type { ServerUnderTest } from './test/server-under-test.ts';
import { serverUnderTest } from './test/server-under-test.ts';
import { location } from './test/wire-objects.ts';

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

it('two of us agree, and what one passes on the other holds, statuses and removals too', async () => {
  if (sender === undefined || receiver === undefined) throw new Error('no servers');
  await sender.store.putSource({ name: 'open', redistribute: true });
  await sender.store.apply([{ kind: 'location', record: record('A'), receivedAt }]);
  await registerWith(sender, {
    name: 'rcv',
    allowPrivate: true,
    versionsUrl: `${receiver.url}/ocpi/versions`,
    token: receiver.invite('snd'),
  });
  const push = async (from: ServerUnderTest) => {
    const [peer, own] = [from.peers.get('rcv'), from.peers.ownParty()];
    if (peer?.link === undefined || own === undefined) throw new Error('not registered');
    await pushRound({ ...from, random: () => 1 }, { peer, link: peer.link, own }, () => false);
  };
  sender.peers.pushes.put('rcv', { seq: 0, failures: 0, sent: 0, refused: 0 });
  await push(sender);
  const held = () =>
    receiver?.store.location(contentIdOf({ source: 'snd', countryCode: 'NL', partyId: 'ABC', id: 'A' }));
  expect(held()?.location).toMatchObject({ name: 'Market', evses: [{ uid: 'E1', status: 'AVAILABLE' }, {}] });

  const { contentId } = record('A');
  const status = { uid: 'E1', status: 'CHARGING', observedAt: '2026-03-10T11:00:00Z', receivedAt } as const;
  await sender.store.apply([{ kind: 'status', contentId, status }]);
  await push(sender);
  expect(held()?.statuses[0]).toMatchObject({ status: 'CHARGING', observedAt: '2026-03-10T11:00:00Z' });

  await sender.store.apply([{ kind: 'removal', contentId, removedAt: '2026-03-10T11:30:00Z', reason: 'vanished' }]);
  await push(sender);
  expect(held()?.statuses.map((one) => one.status)).toEqual(['REMOVED', 'REMOVED']);
  expect(sender.peers.pushes.get('rcv')).toMatchObject({ sent: 3, refused: 0, failures: 0 });
});
