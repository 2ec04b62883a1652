import { afterEach, beforeEach, expect, it } from 'vitest';
import { readLocation } from '@pantograph/feeds/ocpi';
import { contentIdOf } from '@pantograph/model/location';
import { registerWith, rotateWith } from '../credentials/register.ts';
import type { ServerUnderTest } from '../testing/server-under-test.ts';
import { serverUnderTest } from '../testing/server-under-test.ts';
import { location } from '../testing/wire-objects.ts';
import { pushRound } from './push-round.ts';

let [sender, receiver]: ServerUnderTest[] = [];
beforeEach(async () => {
  [sender, receiver] = await Promise.all([serverUnderTest({ partyId: 'SND' }), serverUnderTest({ partyId: 'RCV' })]);
});
afterEach(() => Promise.all([sender?.close(), receiver?.close()]));

const receivedAt = '2026-03-10T12:00:00Z';

it('a place of a party that the receiver does not know yet is refused, says why, and is put after a rotation', async () => {
  if (sender === undefined || receiver === undefined) throw new Error('no servers');
  const [from, to] = [sender, receiver];
  const put = async (id: string, party: string, source = 'open') => {
    const reading = readLocation(location(id, { party_id: party }), { source, receivedAt });
    if (!reading.ok) throw new Error('the test data cannot be read');
    await from.store.apply([{ kind: 'location', record: reading.record, receivedAt }]);
  };
  const push = async () => {
    const [peer, own] = [from.peers.get('rcv'), from.peers.ownParty()];
    if (peer?.link === undefined || own === undefined) throw new Error('not registered');
    await pushRound({ ...from, random: () => 1 }, { peer, link: peer.link, own }, () => false);
  };
  const held = (id: string, partyId: string) =>
    to.store.location(contentIdOf({ source: 'snd', countryCode: 'NL', partyId, id }));
  const state = () => from.peers.pushes.get('rcv');

  await from.store.putSource({ name: 'open', redistribute: true });
  await put('A', 'ABC');
  const versionsUrl = `${to.url}/ocpi/versions`;
  await registerWith(from, { name: 'rcv', allowPrivate: true, versionsUrl, token: to.invite('snd') });
  await push();
  await put('B', 'NEW');
  await put('C', 'NEW', 'closed');
  await push();
  expect(held('B', 'NEW')).toBeUndefined();
  expect(state()).toMatchObject({ refused: 1, lastRefusal: { object: 'locations/NL/NEW/B' } });
  expect(state()?.lastRefusal?.answer).toMatch(/HTTP 404, OCPI 2001.*NL\/NEW.*rotate/s);

  await rotateWith(from, 'rcv');
  await push();
  expect(held('B', 'NEW')?.location).toMatchObject({ id: 'B', name: 'Market' });
  // What it had been able to have before is not sent again, nor what may not be passed on.
  expect([held('A', 'ABC'), held('C', 'NEW')]).toEqual([undefined, undefined]);
  expect(state()).toMatchObject({ sent: 1, refused: 1, parties: ['DE/SND', 'NL/ABC', 'NL/NEW'] });
  await push();
  expect(state()).toMatchObject({ sent: 1, refused: 1 });
});
