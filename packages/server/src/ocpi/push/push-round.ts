/**
 * Takes one peer as far along the change log as it will go. The log itself is the queue: what is kept per peer is a
 * position in it, so that a peer that is away costs nothing, and a restart forgets nothing.
 */
import { logAfter } from '../../store/read-log.ts';
import type { Store } from '../../store/store.ts';
import type { OutboundFetch } from '../outbound/index.ts';
import type { Log } from '../../observe/log.ts';
import { PeerUnusable, shownAnswer } from '../peers/call-peer.ts';
import type { OwnParty } from '../peers/own-party.ts';
import type { Peer, PeerLink } from '../peers/peer.ts';
import type { PeerStore } from '../peers/peer-store.ts';
import type { PushState, Refusal } from '../peers/push-state.ts';
import type { PassedOn } from '../sender/passed-on.ts';
import { deliver } from './deliver.ts';
import type { Delivery, Refused } from './deliver.ts';
import type { Parcel } from './gather.ts';
import { gather, gatherTurned } from './gather.ts';
import { gatherParties } from './gather-parties.ts';

export interface PushDependencies {
  readonly store: Store;
  readonly peers: PeerStore;
  readonly passedOn: PassedOn;
  readonly outbound: (peer: Pick<Peer, 'allowPrivate'>) => OutboundFetch;
  readonly newId: () => string;
  readonly now: () => Date;
  /** 0 to 1; spreads the next tries of peers that failed together. */
  readonly random: () => number;
  readonly log?: Log;
}

export interface PushPeer {
  readonly peer: Peer;
  readonly link: PeerLink;
  readonly own: OwnParty;
}

/** Entries whose objects are sent before the position is written down. */
const STRETCH = 500;
/** Requests to one peer at the same time, for different objects. */
const AT_ONCE = 8;
/** Entries behind which a pull is the quicker way for the peer to catch up. */
export const MAX_BEHIND = 200_000;
const FIRST_PAUSE_MILLISECONDS = 1_000;
const LONGEST_PAUSE_MILLISECONDS = 15 * 60 * 1000;

/** Resolves when the peer has everything up to now, or when it has to be left alone for a while. */
export async function pushRound(deps: PushDependencies, to: PushPeer, stopped: () => boolean): Promise<void> {
  const { peers, passedOn, store, now } = deps;
  const { name } = to.peer;
  let state = peers.pushes.get(name) ?? { seq: store.seq(), failures: 0, sent: 0, refused: 0 };
  if (store.seq() - state.seq > MAX_BEHIND || logAfter(store, state.seq, 1) === undefined) {
    state = { ...state, seq: store.seq(), skippedAt: now().toISOString() };
  }
  peers.pushes.put(name, state);
  while (!stopped()) {
    if (state.nextTryAt !== undefined && Date.parse(state.nextTryAt) > now().getTime()) return;
    const entries = store.log(state.seq, STRETCH);
    const open = passedOn.openSources();
    const turned = gatherTurned(store, state.open ?? open, open);
    const told = peers.told.get(name);
    const fresh = gatherParties(passedOn, state.parties, told);
    const last = entries.at(-1);
    if (last === undefined && isSame(state.open, open) && (told === undefined || isSame(state.parties, told))) return;
    try {
      const { sent, refused, last: refusal } = await deliverAll(deps, to, chained(turned, fresh, gather(entries)));
      const { nextTryAt: _paused, lastProblem: _problem, ...rest } = state;
      const counts = { failures: 0, sent: state.sent + sent, refused: state.refused + refused };
      const lastRefusal = refusal && refusalOf(refusal, told, now());
      if (lastRefusal !== undefined) deps.log?.warn({ peer: name, refused, ...lastRefusal }, 'a peer refused a push');
      state = {
        ...rest,
        ...counts,
        seq: last?.seq ?? state.seq,
        open,
        ...(told && { parties: told }),
        ...(lastRefusal && { lastRefusal }),
      };
    } catch (error) {
      if (!(error instanceof PeerUnusable)) throw error;
      state = afterFailure(state, error.message, deps);
    }
    peers.pushes.put(name, state);
  }
}

function refusalOf({ place, answer }: Refused, told: readonly string[] | undefined, now: Date): Refusal {
  const [, country = '', party = ''] = place;
  const name = `${country}/${party}`.toUpperCase();
  const untold = told?.includes(name) === false ? `; our credentials have not named ${name} to it: rotate them` : '';
  return { object: place.join('/'), answer: `${shownAnswer(answer)}${untold}`, at: now.toISOString() };
}

function afterFailure(state: PushState, problem: string, { now, random }: PushDependencies): PushState {
  const pause = Math.min(LONGEST_PAUSE_MILLISECONDS, FIRST_PAUSE_MILLISECONDS * 2 ** Math.min(state.failures, 20));
  const nextTryAt = new Date(now().getTime() + pause * (0.5 + random() / 2)).toISOString();
  return { ...state, failures: state.failures + 1, nextTryAt, lastProblem: problem.slice(0, 500) };
}

/** Rejects as soon as one could not be delivered; the stretch is sent again then, which does no harm. */
async function deliverAll(
  { store, passedOn, outbound, newId }: PushDependencies,
  { peer, link, own }: PushPeer,
  parcels: Generator<Parcel, void, undefined>,
): Promise<{ readonly sent: number; readonly refused: number; readonly last?: Refused }> {
  const delivery: Delivery = { store, passedOn, fetch: outbound(peer), newId, own, peer, link };
  const counts: { sent: number; refused: number; last?: Refused } = { sent: 0, refused: 0 };
  const lanes = Array.from({ length: AT_ONCE }, async () => {
    for (const parcel of parcels) {
      const delivered = await deliver(delivery, parcel);
      if (delivered === 'sent') counts.sent++;
      if (typeof delivered === 'string') continue;
      counts.refused++;
      counts.last = delivered;
    }
  });
  await Promise.all(lanes);
  return counts;
}

function* chained<Item>(...lists: readonly Iterable<Item>[]): Generator<Item, void, undefined> {
  for (const list of lists) yield* list;
}

function isSame(one: readonly string[] | undefined, other: readonly string[]): boolean {
  return one?.length === other.length && one.every((name, index) => name === other[index]);
}
