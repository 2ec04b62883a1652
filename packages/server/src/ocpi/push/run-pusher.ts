/** Keeps every registered receiver up to date while a server runs. */
import type { Log } from '../../observe/log.ts';
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
  const underWay = new Map<string, Promise<void>>();
  let isStopped = false;

  function push(to: PushPeer): void {
    const { name } = to.peer;
    if (isStopped || underWay.has(name)) return;
    const round = pushRound(options, to, () => isStopped)
      .catch((error: unknown) => log.error({ err: error, peer: name }, 'push failed'))
      .finally(() => underWay.delete(name));
    underWay.set(name, round);
  }

  function look(): void {
    const own = peers.ownParty();
    if (own === undefined) return;
    for (const peer of peers.list()) {
      const { link } = peer;
      if (peer.state !== 'registered' || link === undefined) continue;
      const receives = ['locations', 'tariffs'].some((module) => endpointOf(link, module, 'RECEIVER') !== undefined);
      if (receives) push({ peer, link, own });
    }
  }

  const timer = setInterval(look, lookEvery);
  timer.unref();
  let soon: NodeJS.Timeout | undefined;
  const unsubscribe = store.onCommit(() => {
    soon ??= setTimeout(() => {
      soon = undefined;
      look();
    }, GATHER_MILLISECONDS);
  });
  look();
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      clearTimeout(soon);
      unsubscribe();
      await Promise.all(underWay.values());
    },
  };
}
