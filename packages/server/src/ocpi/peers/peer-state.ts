/** Where the agreement with a peer stands, as it is shown. */
import type { Peer, PeerState } from './peer.ts';
import type { KnownToken } from './peer-store.ts';

export function stateOf(peer: Peer, tokens: readonly KnownToken[], now: Date): PeerState | 'rotating' {
  const hasOlder = tokens.some(
    ({ use, validUntil }) =>
      (use === 'previous' && (validUntil === undefined || Date.parse(validUntil) > now.getTime())) || use === 'offered',
  );
  return peer.state === 'registered' && hasOlder ? 'rotating' : peer.state;
}
