/** Lets the store go of what need not be kept, in the background: a little at a time, so that nobody waits for it. */
import { setTimeout as pause } from 'node:timers/promises';
import { StoreBusy } from './store.ts';
import type { LogKeeping, Store } from './store.ts';

const DAY = 24 * 60 * 60 * 1000;

/**
 * A week for readers who were away, as long as that is no more than about half a gigabyte; the newest 200,000 are what a
 * peer is sent entry by entry before it is left to pull.
 */
const defaultLogKeeping: LogKeeping = { milliseconds: 7 * DAY, least: 200_000, most: 5_000_000 };

export interface KeepLogShortOptions {
  readonly store: Pick<Store, 'trim'>;
  readonly keeping?: Partial<LogKeeping>;
  readonly log: { readonly error: (about: { readonly err: unknown }, what: string) => void };
  readonly now: () => Date;
  /** Milliseconds between looks; default one minute. */
  readonly lookEvery?: number;
}

export interface KeptShort {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

/** A few milliseconds of work. */
const ENTRIES_AT_ONCE = 1_000;
/** Between two of them, for all others: some 30,000 entries a second are let go of where there is much to let go of. */
const PAUSE_MILLISECONDS = 30;

export function keepLogShort({ store, log, now, lookEvery = 60_000, ...options }: KeepLogShortOptions): KeptShort {
  const keeping = { ...defaultLogKeeping, ...options.keeping };
  const stopping = new AbortController();
  const { signal } = stopping;

  async function look(): Promise<void> {
    while (!signal.aborted && (await store.trim(now().toISOString(), keeping, ENTRIES_AT_ONCE)) > 0) {
      await pause(PAUSE_MILLISECONDS, undefined, { ref: false });
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await look();
      } catch (error) {
        // Who is writing will have ended by the next look.
        if (!(error instanceof StoreBusy)) log.error({ err: error }, 'the change log cannot be shortened');
      }
      await pause(lookEvery, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}
