/** The handshake from our side: we register with a peer that has given us a token, rotate, and leave. */
import type { OwnParty } from '../peers/own-party.ts';
import type { OutboundFetch } from '../outbound/index.ts';
import type { PeerAnswer } from '../peers/call-peer.ts';
import { PeerUnusable, callPeer, isSuccess, shownAnswer } from '../peers/call-peer.ts';
import type { Peer, PeerLink } from '../peers/peer.ts';
import { endpointOf } from '../peers/peer.ts';
import type { KnownToken, PeerStore } from '../peers/peer-store.ts';
import { takenParty } from '../peers/taken-party.ts';
import { newToken, tokenHash } from '../peers/token.ts';
import { versionsUrlOf } from '../own-urls.ts';
import type { Party } from '../sender/shelf.ts';
import type { SpokenVersion } from '../version.ts';
import { OVERLAP_MILLISECONDS, withoutLink } from './credentials-module.ts';
import { partiesToName, partiesTold, presentCredentials, readCredentials } from './credentials.ts';
import { PeerUnfit, discoverPeer } from './discover-peer.ts';

export interface Registrar {
  readonly peers: PeerStore;
  readonly outbound: (peer: Pick<Peer, 'allowPrivate'>) => OutboundFetch;
  readonly newId: () => string;
  readonly now: () => Date;
  /** Whose data may be passed on to this peer. */
  readonly parties: (peer: string) => readonly Party[];
}

export interface Registration {
  readonly name: string;
  readonly allowPrivate: boolean;
  readonly sharesParties?: boolean;
  readonly versionsUrl: string;
  /** Theirs, handed to us by other means: CREDENTIALS_TOKEN_A of the specification. */
  readonly token: string;
  readonly version?: SpokenVersion;
}

/** Why a handshake came to nothing; nothing of ours has changed then but what the message says. */
export class HandshakeFailed extends Error {
  override readonly name = 'HandshakeFailed';
}

export async function registerWith(registrar: Registrar, registration: Registration): Promise<Peer> {
  const { peers, outbound, newId, now } = registrar;
  const { name, allowPrivate, sharesParties, versionsUrl, token } = registration;
  const about = { name, allowPrivate, ...(sharesParties !== undefined && { sharesParties }) };
  const own = ownPartyOf(peers);
  const before = peers.get(name);
  if (before?.state === 'registered') throw new HandshakeFailed(`${name} is registered; rotate its tokens instead.`);
  const wanted = registration.version === undefined ? {} : { version: registration.version };
  const link = await discover(outbound({ allowPrivate }), { versionsUrl, token, form: 'base64', ...wanted }, newId);
  const offered = newToken();
  // On disk before it is sent: the peer asks for our versions with it before it answers.
  peers.change((writer) => {
    const at = now().toISOString();
    const createdAt = before?.createdAt ?? at;
    writer.put({ ...about, state: 'registering', roles: before?.roles ?? [], createdAt, changedAt: at });
    writer.setTokens(name, [{ use: 'offered', hash: tokenHash(offered) }]);
  });
  try {
    const answer = await send(registrar, { name, allowPrivate, link, own, offered, method: 'POST' });
    return agreed(registrar, name, link, answer, []);
  } catch (error) {
    peers.change((writer) => {
      if (before === undefined) writer.put({ ...unknownPeer(writer.get(name), name), state: 'unregistered' });
      else writer.put(before);
      writer.setTokens(name, []);
    });
    throw error;
  }
}

/** New tokens both ways. Until the peer has answered, both of ours work; for a while after it too. */
export async function rotateWith(registrar: Registrar, name: string): Promise<Peer> {
  const { peers, outbound, newId, now } = registrar;
  const own = ownPartyOf(peers);
  const { peer, link } = registeredPeer(peers, name);
  const { versionsUrl, token, form } = link;
  const fresh = await discover(outbound(peer), { versionsUrl, token, form, version: link.version }, newId);
  const offered = newToken();
  const end = new Date(now().getTime() + OVERLAP_MILLISECONDS).toISOString();
  const older = peers.tokens(name).filter(({ use }) => use === 'current');
  peers.change((writer) => {
    writer.setTokens(name, [...writer.tokens(name), { use: 'offered', hash: tokenHash(offered) }]);
  });
  const sending = { name, allowPrivate: peer.allowPrivate, link: fresh, own, offered, method: 'PUT' } as const;
  const answer = await send(registrar, sending).catch((error: unknown) => {
    // Where no answer came, the peer may have changed over already: then both tokens stay.
    if (error instanceof HandshakeFailed && error.cause === undefined) withdraw(peers, name, offered);
    throw error;
  });
  const overlapping = older.map(({ hash }): KnownToken => ({ use: 'previous', hash, validUntil: end }));
  return agreed(registrar, name, fresh, answer, overlapping);
}

function withdraw(peers: PeerStore, name: string, token: string): void {
  const hash = tokenHash(token);
  peers.change((writer) => {
    writer.setTokens(
      name,
      writer.tokens(name).filter((known) => known.hash !== hash),
    );
  });
}

/** Tells the peer, and forgets its tokens whatever it answers; returns what it answered. */
export async function leave({ peers, outbound, newId, now }: Registrar, name: string): Promise<string> {
  const { peer, link } = registeredPeer(peers, name);
  const url = endpointOf(link, 'credentials', 'SENDER') ?? link.versionsUrl;
  const request = { method: 'DELETE', url, token: link.token, form: link.form } as const;
  const told = await callPeer(outbound(peer), request, newId).then(shownAnswer, (error: unknown) => {
    if (error instanceof PeerUnusable) return error.message;
    throw error;
  });
  peers.change((writer) => {
    writer.put(withoutLink(writer.get(name) ?? peer, now()));
    writer.setTokens(name, []);
  });
  peers.pushes.drop(name);
  peers.told.put(name, undefined);
  return told;
}

interface Sending {
  readonly name: string;
  readonly allowPrivate: boolean;
  readonly link: PeerLink;
  readonly own: OwnParty;
  readonly offered: string;
  readonly method: 'POST' | 'PUT';
}

async function send({ peers, outbound, newId, parties }: Registrar, sending: Sending): Promise<PeerAnswer> {
  const { name, allowPrivate, link, own, offered, method } = sending;
  const url = credentialsUrl(link);
  const named = partiesToName(own, parties(name));
  const body = presentCredentials(own, offered, versionsUrlOf(own), link.version, named);
  const { token, form } = link;
  const answer = await refusing(() => callPeer(outbound({ allowPrivate }), { method, url, token, form, body }, newId));
  if (!isSuccess(answer)) throw new HandshakeFailed(`${url} answered ${shownAnswer(answer)}`);
  peers.told.put(name, partiesTold(own, link.version, named));
  return answer;
}

/** The peer has answered with the token that we are to use from now on. */
function agreed(
  { peers, now }: Registrar,
  name: string,
  link: PeerLink,
  answer: PeerAnswer,
  overlapping: readonly KnownToken[],
): Peer {
  const read = readCredentials(answer.data);
  if (!read.ok) throw new HandshakeFailed(`The peer's credentials cannot be read: ${read.problem}`);
  const { token, versionsUrl, roles } = read.credentials;
  return peers.change((writer) => {
    const offered = writer.tokens(name).findLast(({ use }) => use === 'offered');
    if (offered === undefined) throw new HandshakeFailed('The offered token was withdrawn meanwhile');
    const known = unknownPeer(writer.get(name), name);
    const taken = takenParty(peers.list(), known, roles);
    if (taken !== undefined) throw new HandshakeFailed(`${taken.by} speaks for ${taken.party} already`);
    const peer: Peer = {
      ...known,
      state: 'registered',
      roles: [...roles],
      link: { ...link, token, versionsUrl },
      changedAt: now().toISOString(),
    };
    writer.put(peer);
    writer.setTokens(name, [{ use: 'current', hash: offered.hash }, ...overlapping]);
    return peer;
  });
}

function registeredPeer(peers: PeerStore, name: string): { readonly peer: Peer; readonly link: PeerLink } {
  const peer = peers.get(name);
  if (peer === undefined) throw new HandshakeFailed(`There is no peer ${name}.`);
  if (peer.state !== 'registered' || peer.link === undefined) throw new HandshakeFailed(`${name} is not registered.`);
  return { peer, link: peer.link };
}

function unknownPeer(peer: Peer | undefined, name: string): Peer {
  if (peer === undefined) throw new HandshakeFailed(`The peer ${name} was taken away meanwhile`);
  return peer;
}

function ownPartyOf(peers: PeerStore): OwnParty {
  const own = peers.ownParty();
  if (own === undefined) throw new HandshakeFailed('This server has no OCPI identity yet.');
  if (own.publicUrl === undefined) throw new HandshakeFailed('The public URL of this server is not known yet.');
  return own;
}

function credentialsUrl(link: PeerLink): string {
  const url = endpointOf(link, 'credentials', 'SENDER') ?? endpointOf(link, 'credentials', 'RECEIVER');
  if (url === undefined) throw new HandshakeFailed('The peer lists no credentials endpoint');
  return url;
}

function discover(...about: Parameters<typeof discoverPeer>): Promise<PeerLink> {
  return refusing(() => discoverPeer(...about));
}

async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PeerUnusable || error instanceof PeerUnfit) {
      throw new HandshakeFailed(error.message, { cause: error });
    }
    throw error;
  }
}
