/** An invitation: the token with which another party can register with us, to be handed over by other means. */
import type { Peer } from './peer.ts';
import type { PeerStore } from './peer-store.ts';
import { newToken, tokenHash } from './token.ts';

export interface Invitation {
  readonly name: string;
  readonly allowPrivate: boolean;
  readonly sharesParties?: boolean;
}

/** Returns the token, which is shown this once. A peer that has lost its own can be invited again. */
export function invitePeer(peers: PeerStore, invitation: Invitation, now: Date): string {
  const { name } = invitation;
  const token = newToken();
  const at = now.toISOString();
  peers.change((writer) => {
    const { roles = [], createdAt = at }: Partial<Peer> = writer.get(name) ?? {};
    writer.put({ ...invitation, state: 'invited', roles, createdAt, changedAt: at });
    writer.setTokens(name, [{ use: 'invitation', hash: tokenHash(token) }]);
  });
  return token;
}
