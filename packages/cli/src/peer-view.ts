/** What is shown of a peer: everything but tokens. */
import type { Peer, PeerStore } from '@pantograph/server';
import { stateOf } from '@pantograph/server';

export type PeerView = ReturnType<typeof viewOf>;

export function viewOf(peer: Peer, peers: PeerStore, now: Date) {
  const { link, ...rest } = peer;
  return {
    ...rest,
    state: stateOf(peer, peers.tokens(peer.name), now),
    link: link && withoutToken(link),
    received: peers.counts.of(peer.name),
    pushed: peers.pushes.get(peer.name),
  };
}

function withoutToken({ token: _token, ...shown }: NonNullable<Peer['link']>) {
  return shown;
}
