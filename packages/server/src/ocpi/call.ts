/** What the handlers of OCPI modules are given. */
import type { WholeAnswer } from '../http/answer.ts';
import type { AskedWhole } from '../http/asked.ts';
import type { Eventually } from '../http/eventually.ts';
import type { Store } from '../store/store.ts';
import { Declined } from './answer/declined.ts';
import type { OutboundFetch } from './outbound/index.ts';
import type { Peer } from './peers/peer.ts';
import type { OwnParty } from './peers/own-party.ts';
import type { KnownToken, PeerStore } from './peers/peer-store.ts';
import type { PassedOn } from './sender/passed-on.ts';
import type { SpokenVersion } from './version.ts';

export interface OcpiDependencies {
  readonly store: Store;
  readonly peers: PeerStore;
  /** Requests to this peer; guarded unless the peer may stand inside. */
  readonly outbound: (peer: Pick<Peer, 'allowPrivate'>) => OutboundFetch;
  readonly newId: () => string;
  readonly passedOn: PassedOn;
}

/** A request whose caller is known. */
export interface OcpiCall {
  readonly request: AskedWhole;
  readonly now: Date;
  readonly version: SpokenVersion;
  /** What follows the module in the path, decoded. */
  readonly segments: readonly string[];
  readonly peer: Peer;
  /** As it was presented, decoded where it was encoded. */
  readonly token: string;
  readonly known: KnownToken;
  readonly own: OwnParty;
  readonly deps: OcpiDependencies;
}

export type OcpiHandler = (call: OcpiCall) => Eventually<WholeAnswer>;

/** Where the caller finds us, without a slash at the end. */
export function baseUrlOf({ own, request }: Pick<OcpiCall, 'own' | 'request'>): string {
  return (own.publicUrl ?? new URL(request.url).origin).replace(/\/+$/, '');
}

/** The body as JSON; what it holds is the handler's to judge. */
export async function bodyOf({ request }: OcpiCall): Promise<unknown> {
  const text = await request.text();
  // What is shorter has no room for as many brackets and their ends.
  if (text.length > 2 * MAX_DEPTH && isNestedDeeper(text, MAX_DEPTH))
    throw new Declined('body_invalid', 'The body is nested too deep');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new Declined('body_unreadable', `The body is not JSON: ${reason}`);
  }
}

/** OCPI objects nest about ten deep. What is much deeper would use up the stack of whatever walks it. */
const MAX_DEPTH = 64;

function isNestedDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at++;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      if (++depth > limit) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}

/** RFC 9110: a 405 lists the methods that there are. */
export function methodNotAllowed({ request }: OcpiCall, allow: readonly string[]): Declined {
  const list = allow.join(', ');
  return new Declined('method_not_allowed', `${request.method} is not possible here; ${list} is`, {
    headers: { allow: list },
  });
}
