/** Keeps a store's statuses moving until it is stopped. The next step waits until the last one is on disk. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../store/store.ts';
import type { StatusSimulator } from './status-simulator.ts';

export interface RunSimulatorOptions {
  readonly now: () => Date;
  /** Between two ticks; default one second. */
  readonly tickMilliseconds?: number;
  /** Resolves after a while, rejects where the signal aborts before. */
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
}

export interface RunningSimulator {
  /** Settles when it is over: rejects where the store refused a change. */
  readonly done: Promise<void>;
  /** Resolves when the last change is written; the store can be closed then. */
  stop(): Promise<void>;
}

const TICK_MILLISECONDS = 1000;
const byTimer = (milliseconds: number, signal: AbortSignal): Promise<unknown> =>
  pause(milliseconds, undefined, { signal });

export function runSimulator(store: Store, simulator: StatusSimulator, options: RunSimulatorOptions): RunningSimulator {
  const { now, tickMilliseconds = TICK_MILLISECONDS, wait = byTimer } = options;
  const stopping = new AbortController();
  const stopped = (): boolean => stopping.signal.aborted;

  async function run(): Promise<void> {
    for (const changes of simulator.settle(now())) {
      await store.apply(changes);
      if (stopped()) return;
    }
    for (;;) {
      try {
        await wait(tickMilliseconds, stopping.signal);
      } catch (error) {
        if (stopped()) return;
        throw error;
      }
      const changes = simulator.tick(now());
      if (changes.length > 0) await store.apply(changes);
    }
  }

  const done = run();
  return {
    done,
    async stop() {
      stopping.abort();
      await done;
    },
  };
}
