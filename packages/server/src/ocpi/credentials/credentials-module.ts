/**
 * The credentials module: peers register with us, rotate tokens, look, and leave. OCPI 2.3.0, mod_credentials.
 * Everything that is learnt from the peer is learnt before anything is changed, and the change is one transaction.
 */
import type { WholeAnswer } from '../../http/answer.ts';
import { Declined } from '../answer/declined.ts';
import { envelope } from '../answer/envelope.ts';
import type { OcpiCall, OcpiHandler } from '../call.ts';
import { baseUrlOf, bodyOf, methodNotAllowed } from '../call.ts';
import { PeerUnusable } from '../peers/call-peer.ts';
import type { Peer, PeerLink } from '../peers/peer.ts';
import type { KnownToken } from '../peers/peer-store.ts';
import { takenParty } from '../peers/taken-party.ts';
import { newToken, tokenHash } from '../peers/token.ts';
import type { Party } from '../sender/shelf.ts';
import type { Credentials } from './credentials.ts';
import { partiesToName, partiesTold, presentCredentials, readCredentials } from './credentials.ts';
import { PeerUnfit, discoverPeer } from './discover-peer.ts';

/** How long a token still works after it was rotated away: the peer may not have our answer yet. */
export const OVERLAP_MILLISECONDS = 60 * 60 * 1000;

export const credentialsModule: OcpiHandler = (call) => {
  if (call.segments.length > 0) throw new Declined('path_unknown', 'The credentials module has no paths below it');
  const isRegistered = call.known.use !== 'invitation';
  switch (call.request.method) {
    case 'GET':
      return envelope('done', {
        data: ownCredentials(call, call.token, partiesFor(call)),
        request: call.request,
        now: call.now,
      });
    case 'POST':
      if (isRegistered)
        throw new Declined('registered_already', 'Registered already; PUT rotates the token', allow(call));
      return agree(call, 'created');
    case 'PUT':
      if (!isRegistered) throw new Declined('not_registered', 'Not registered yet; POST registers', allow(call));
      return agree(call, 'done');
    case 'DELETE':
      if (!isRegistered) throw new Declined('not_registered', 'Not registered yet; POST registers', allow(call));
      return unregister(call);
    default:
      throw methodNotAllowed(call, ['GET', 'POST', 'PUT', 'DELETE']);
  }
};

function allow({ known }: OcpiCall) {
  return { headers: { allow: known.use === 'invitation' ? 'GET, POST' : 'GET, PUT, DELETE' } };
}

function partiesFor({ own, deps, peer }: OcpiCall): readonly Party[] {
  return partiesToName(own, deps.passedOn.locations().parties(peer.name));
}

function ownCredentials(call: OcpiCall, token: string, named: readonly Party[]): object {
  const { own, version } = call;
  return presentCredentials(own, token, `${baseUrlOf(call)}/ocpi/versions`, version, named);
}

/** POST and PUT: the same agreement, the first time or anew. */
async function agree(call: OcpiCall, situation: 'created' | 'done'): Promise<WholeAnswer> {
  const read = readCredentials(await bodyOf(call));
  if (!read.ok) throw new Declined('body_invalid', read.problem);
  const link = await linkTo(call, read.credentials);
  const token = newToken();
  call.deps.peers.change((writer) => {
    const peer = writer.get(call.peer.name);
    const tokens = writer.tokens(call.peer.name);
    // Another request with the same token may have been faster.
    const presented = tokens.find(({ hash, use }) => hash === call.known.hash && use === call.known.use);
    if (peer === undefined || presented === undefined) {
      throw new Declined('token_unknown', 'The token was used up by another request');
    }
    const taken = takenParty(call.deps.peers.list(), peer, read.credentials.roles);
    if (taken !== undefined) {
      throw new Declined('party_taken', `Another peer speaks for ${taken.party}; our operator can let both do so`);
    }
    writer.put({
      ...peer,
      state: 'registered',
      roles: [...read.credentials.roles],
      link,
      changedAt: call.now.toISOString(),
    });
    writer.setTokens(peer.name, [{ use: 'current', hash: tokenHash(token) }, ...overlapping(presented, call.now)]);
  });
  if (situation === 'created') startPushing(call);
  const named = partiesFor(call);
  call.deps.peers.told.put(call.peer.name, partiesTold(call.own, call.version, named));
  return envelope(situation, { data: ownCredentials(call, token, named), request: call.request, now: call.now });
}

/** An invitation ends with the registration. Of tokens, the one in use gets a grace; older ones end. */
function overlapping(presented: KnownToken, now: Date): readonly KnownToken[] {
  if (presented.use === 'invitation') return [];
  const end = new Date(now.getTime() + OVERLAP_MILLISECONDS).toISOString();
  const { hash, validUntil = end } = presented;
  return [{ use: 'previous', hash, validUntil: validUntil < end ? validUntil : end }];
}

async function linkTo({ deps, peer, version }: OcpiCall, { token, versionsUrl }: Credentials): Promise<PeerLink> {
  const form = peer.presents ?? (version === '2.1.1' ? 'raw' : 'base64');
  try {
    return await discoverPeer(deps.outbound(peer), { versionsUrl, token, form, version }, deps.newId);
  } catch (error) {
    if (error instanceof PeerUnfit) {
      throw new Declined(error.lacks === 'version' ? 'version_unsupported' : 'endpoints_missing', error.message);
    }
    if (error instanceof PeerUnusable) throw new Declined('peer_unreachable', error.message);
    throw error;
  }
}

/** What is older the peer pulls; what changes from here on is pushed. */
function startPushing({ deps: { peers, store }, peer }: OcpiCall): void {
  peers.pushes.put(peer.name, { seq: store.seq(), failures: 0, sent: 0, refused: 0 });
}

function unregister({ deps: { peers }, peer, request, now }: OcpiCall): WholeAnswer {
  peers.change((writer) => {
    writer.put(withoutLink(writer.get(peer.name) ?? peer, now));
    writer.setTokens(peer.name, []);
  });
  peers.pushes.drop(peer.name);
  peers.told.put(peer.name, undefined);
  return envelope('done', { request, now });
}

export function withoutLink(peer: Peer, now: Date): Peer {
  const { link: _link, ...rest } = peer;
  return { ...rest, state: 'unregistered', changedAt: now.toISOString() };
}
