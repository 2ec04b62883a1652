/** Keeps every registered receiver up to date while a server runs. */
import type { Log } from '../../observe/log.ts';
import { runRounds } from '../../rounds.ts';
import { endpointOf } from '../peers/peer.ts';
import type { PushDependencies, PushPeer } from './push-round.ts';
import { pushRound } from './push-round.ts';

export interface PusherOptions extends PushDependencies {
  readonly log: Log;
  /** Milliseconds after which other processes' commits and ended pauses are looked for; default 1,000. */
  readonly lookEvery?: number;
}

export interface RunningPusher {
  /** Resolves when nothing is under way any more. */
  readonly stop: () => Promise<void>;
}

/** Commits come by the thousand; what they changed goes out together. */
const GATHER_MILLISECONDS = 50;

export function runPusher(options: PusherOptions): RunningPusher {
  const { store, peers, log, lookEvery = 1_000 } = options;
  let isStopped = false;
  const rounds = runRounds({
    look: (begin) => {
      for (const to of receivers(peers)) begin(to.peer.name, () => pushRound(options, to, () => isStopped));
    },
    lookEvery,
    listen: (happened) => store.onCommit(happened),
    gather: GATHER_MILLISECONDS,
    failed: (error, peer) => log.error({ err: error, peer }, 'push failed'),
  });
  return {
    stop: async () => {
      isStopped = true;
      await rounds.stop();
    },
  };
}

/** Peers that have registered and take locations or tariffs. */
function receivers(peers: PushDependencies['peers']): readonly PushPeer[] {
  const own = peers.ownParty();
  if (own === undefined) return [];
  return peers.list().flatMap((peer) => {
    const { link } = peer;
    if (peer.state !== 'registered' || link === undefined) return [];
    const receives = ['locations', 'tariffs'].some((module) => endpointOf(link, module, 'RECEIVER') !== undefined);
    return receives ? [{ peer, link, own }] : [];
  });
}
