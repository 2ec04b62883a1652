import { expect, it } from 'vitest';
import { openPeerStore } from '../../ocpi/peers/peer-store.ts';
import { sentLocations } from '../testing/feed-objects.ts';
import { answerPage, peerServer } from '../testing/peer-server.ts';
import { pullUnderTest } from '../testing/pull-under-test.ts';
import { peerEndpoint } from './peer-endpoint.ts';

it('a registered peer is pulled with what the handshake agreed', async () => {
  await using server = await peerServer((request, response) =>
    answerPage(request, response, { objects: sentLocations(3) }),
  );
  const peers = openPeerStore(':memory:');
  peers.setOwnParty({ countryCode: 'DE', partyId: 'PAN', name: 'Us', roles: ['NSP'] });
  const at = '2026-03-10T12:00:00Z';
  const peer = {
    name: 'peer',
    allowPrivate: true,
    roles: [{ countryCode: 'NL', partyId: 'ABC', name: 'Them', role: 'CPO' }],
    link: {
      versionsUrl: `${server.url}/versions`,
      version: '2.2.1',
      token: 'agreed',
      form: 'raw',
      endpoints: [{ identifier: 'locations', role: 'SENDER', url: `${server.url}/locations` }],
    },
    createdAt: at,
    changedAt: at,
  } as const;
  peers.change((writer) =>
    writer.put({
      ...peer,
      roles: [...peer.roles],
      link: { ...peer.link, endpoints: [...peer.link.endpoints] },
      state: 'registered',
    }),
  );
  await using subject = pullUnderTest('kind: ocpi-peer');
  const of = { peer: (name: string) => peerEndpoint(peers, name) };
  expect(await subject.pull(of)).toMatchObject({ outcome: 'complete', added: 3 });
  expect(server.headers[0]).toMatchObject({
    authorization: 'Token agreed',
    'ocpi-from-party-id': 'PAN',
    'ocpi-to-party-id': 'ABC',
  });
  await expect(subject.pull({ peer: () => peerEndpoint(peers, 'stranger') })).rejects.toThrow(
    'no registered OCPI peer',
  );
  peers.close();
});

it('a source of another kind has no name of a peer, whose terms and data it would replace', async () => {
  await using subject = pullUnderTest('kind: file, locations: any.json');
  await expect(subject.pull({ isPeer: () => true })).rejects.toThrow('the name of an OCPI peer');
});
