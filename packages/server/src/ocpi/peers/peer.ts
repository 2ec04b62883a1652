/** Another OCPI party, what was agreed with it, and where the agreement stands. */
import { z } from 'zod';
import { spokenVersions } from '../version.ts';

/**
 * `invited`: has a token of ours to register with. `registering`: we have sent it our credentials and wait for its own.
 * `registered`: each has a token of the other. `unregistered`: what it sent stays, its tokens do not.
 * A registered peer with an old token that still works is rotating; see `stateOf`.
 */
export const PeerState = z.enum(['invited', 'registering', 'registered', 'unregistered']);
export type PeerState = z.infer<typeof PeerState>;

/** How a token stands behind `Authorization: Token`: as it is (2.1.1), or as Base64 (2.2 and later). */
export const TokenForm = z.enum(['raw', 'base64']);
export type TokenForm = z.infer<typeof TokenForm>;

/** OCPI 2.3.0 credentials, CredentialsRole. Codes in upper case. 2.1.1 names no role. */
export const PeerRole = z.object({
  role: z.string().optional(),
  countryCode: z.string(),
  partyId: z.string(),
  name: z.string(),
});
export type PeerRole = z.infer<typeof PeerRole>;

/** OCPI 2.3.0 version information, Endpoint. 2.1.1 names no role. */
const PeerEndpoint = z.object({
  identifier: z.string(),
  role: z.enum(['SENDER', 'RECEIVER']).optional(),
  url: z.string(),
});

/** How we call a peer. */
export const PeerLink = z.object({
  versionsUrl: z.string(),
  version: z.enum(spokenVersions),
  token: z.string(),
  form: TokenForm,
  endpoints: z.array(PeerEndpoint),
});
export type PeerLink = z.infer<typeof PeerLink>;

export const Peer = z.object({
  /** Ours; also the name of the source that its data is kept under. */
  name: z.string(),
  state: PeerState,
  /** Its servers may stand at loopback and private addresses. */
  allowPrivate: z.boolean(),
  /** Its parties may be those of other peers as well, as a hub's are. */
  sharesParties: z.boolean().optional(),
  /** From the handshake. */
  roles: z.array(PeerRole),
  /** How it presented its token to us last. */
  presents: TokenForm.optional(),
  link: PeerLink.optional(),
  /** UTC, ISO 8601. */
  createdAt: z.string(),
  changedAt: z.string(),
});
export type Peer = z.infer<typeof Peer>;

/** True where the peer's handshake named this party. OCPI compares both without case. */
export function speaksFor(peer: Peer, countryCode: string, partyId: string): boolean {
  const [country, party] = [countryCode.toUpperCase(), partyId.toUpperCase()];
  return peer.roles.some((role) => role.countryCode === country && role.partyId === party);
}

/** The endpoint of a module that plays the given role; 2.1.1 has one for both. */
export function endpointOf(
  { endpoints }: PeerLink,
  identifier: string,
  role: 'SENDER' | 'RECEIVER',
): string | undefined {
  const of = endpoints.filter((endpoint) => endpoint.identifier.toLowerCase() === identifier);
  return (of.find((endpoint) => endpoint.role === role) ?? of.find((endpoint) => endpoint.role === undefined))?.url;
}
