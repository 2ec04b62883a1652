/** A peer as after its handshake, so that it may push. */
import { invitePeer, openPeerStore } from '@pantograph/server';

export interface Party {
  readonly countryCode: string;
  readonly partyId: string;
}

/** @returns the token that it sends */
export function registeredPeer(peersFile: string, name: string, parties: readonly Party[]): string {
  const at = '2026-01-01T00:00:00Z';
  const peers = openPeerStore(peersFile);
  peers.setOwnParty({ countryCode: 'DE', partyId: 'PAN', name: 'Bench', roles: ['NSP'] });
  const token = invitePeer(peers, { name, allowPrivate: false }, new Date(at));
  peers.change((writer) => {
    const [invitation] = writer.tokens(name);
    const each = new Map(parties.map(({ countryCode, partyId }) => [countryCode + partyId, { countryCode, partyId }]));
    const roles = Array.from(each.values(), (party) => ({ role: 'CPO', ...party, name: 'Bench' }));
    writer.put({
      name,
      state: 'registered',
      allowPrivate: false,
      presents: 'raw',
      roles,
      createdAt: at,
      changedAt: at,
    });
    if (invitation !== undefined) writer.setTokens(name, [{ ...invitation, use: 'current' }]);
  });
  peers.close();
  return token;
}
