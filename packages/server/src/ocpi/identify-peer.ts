/** Whose request it is, by its token. OCPI 2.3.0, transport, "Authorization header". */
import type { Asked } from '../http/asked.ts';
import { Declined } from './answer/declined.ts';
import type { OcpiCall } from './call.ts';
import type { Peer } from './peers/peer.ts';
import type { PeerStore } from './peers/peer-store.ts';
import type { PresentedToken } from './peers/token.ts';
import { presentedTokens } from './peers/token.ts';

export function identifyPeer(
  request: Asked,
  peers: PeerStore,
  now: Date,
): Pick<OcpiCall, 'peer' | 'token' | 'known' | 'own'> {
  const own = peers.ownParty();
  let isPresented = false;
  for (const { token, form } of presentedTokens(request.headers.get('authorization'))) {
    isPresented = true;
    const found = peers.find(token, now);
    if (found === undefined || own === undefined) continue;
    return { peer: remembered(found.peer, form, peers), known: found.known, token, own };
  }
  if (!isPresented) {
    throw new Declined('token_missing', 'Send the header Authorization: Token, and the token', challenge);
  }
  throw new Declined('token_unknown', 'The token is not one of this server, or not any more', challenge);
}

const challenge = { headers: { 'www-authenticate': 'Token' } };

/** How it writes its tokens is how it reads ours, more often than not. */
function remembered(peer: Peer, form: PresentedToken['form'], peers: PeerStore): Peer {
  if (peer.presents === form) return peer;
  peers.change((writer) => {
    const current = writer.get(peer.name);
    if (current !== undefined) writer.put({ ...current, presents: form });
  });
  return { ...peer, presents: form };
}
