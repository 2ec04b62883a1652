/**
 * A place on the port for one serving thread. A thread that is lost is replaced: at once where it had lived for a while,
 * else after a pause that grows.
 */
import { MessageChannel } from 'node:worker_threads';
import type { Mirrors } from '../atlas/mirror/told-editions.ts';
import type { UsageCount } from '../legacy/usage/usage-counter.ts';
import type { Log } from '../observe/log.ts';
import type { Tally } from '../observe/tally.ts';
import type { OneThread } from './one-thread.ts';
import { startThread } from './one-thread.ts';
import { logFromThread } from './thread-log.ts';
import type { NumberedEdition, ThreadSetup } from './thread-setup.ts';

export interface PlaceOptions {
  readonly mirrors: Mirrors;
  readonly setup: Omit<ThreadSetup, 'editions'>;
  readonly onCount: (tally: Tally, uses: readonly UsageCount[]) => void;
  readonly log: Log;
}

export interface ThreadPlace {
  /** The first thread knows the world. */
  readonly ready: Promise<void>;
  /** Once it is ready; from then on a thread that is lost is replaced. */
  listen(port: number): Promise<{ readonly port: number; readonly url: string }>;
  readonly isServing: () => boolean;
  /** Resolves when everything that was counted so far was told. */
  count(): Promise<void>;
  /** Resolves when its answers are out and its thread has ended. */
  stop(): Promise<void>;
}

/** How often it is looked whether the thread answers, and how long that may take. Nothing that it does takes a second. */
const LOOK_MILLISECONDS = 10_000;
const PATIENCE_MILLISECONDS = 30_000;
const SHORT_LIFE_MILLISECONDS = 60_000;
const FIRST_PAUSE_MILLISECONDS = 250;
const LONGEST_PAUSE_MILLISECONDS = 30_000;

export function threadPlace({ mirrors, setup, onCount, log }: PlaceOptions): ThreadPlace {
  const { number, sent } = setup;
  let thread = start();
  let port: number | undefined;
  let isServing = false;
  let isStopping = false;
  let quickLosses = 0;
  let pause: NodeJS.Timeout | undefined;
  let doubt: NodeJS.Timeout | undefined;
  const looking = setInterval(look, LOOK_MILLISECONDS);
  looking.unref();

  /** A thread that hangs keeps its part of the port. */
  function look(): void {
    if (!isServing || doubt !== undefined) return;
    const watched = thread;
    const resolved = (): void => {
      clearTimeout(doubt);
      doubt = undefined;
    };
    doubt = setTimeout(() => {
      log.error({ thread: number }, 'a serving thread does not answer any more');
      void watched.end();
    }, PATIENCE_MILLISECONDS);
    void watched.count().then(resolved);
  }

  function start(): OneThread {
    const channel = new MessageChannel();
    const born = performance.now();
    let isFirst = true;
    // An edition is counted when it was sent to every thread; the world as a whole holds all that was counted.
    const leave = mirrors.join((edition) => {
      const last = Atomics.load(sent, 0);
      channel.port1.postMessage({ number: isFirst ? last : (last + 1) | 0, edition } satisfies NumberedEdition);
      isFirst = false;
    });
    return startThread({
      setup: { ...setup, editions: channel.port2 },
      onLogged: (line) => logFromThread(log, number, line),
      onCount: ({ tally, uses }) => onCount(tally, uses),
      onEnded: (err) => {
        leave();
        channel.port1.close();
        isServing = false;
        if (port !== undefined && !isStopping) replaceSoon(err, performance.now() - born);
      },
    });
  }

  function replaceSoon(err: unknown, lived: number): void {
    quickLosses = lived < SHORT_LIFE_MILLISECONDS ? quickLosses + 1 : 0;
    const growing = FIRST_PAUSE_MILLISECONDS * 2 ** (quickLosses - 1);
    const milliseconds = quickLosses === 0 ? 0 : Math.min(LONGEST_PAUSE_MILLISECONDS, growing);
    log.error({ err, thread: number, milliseconds }, 'a serving thread was lost; another one takes its place');
    pause = setTimeout(() => void replace(), milliseconds);
  }

  async function replace(): Promise<void> {
    thread = start();
    try {
      await thread.ready;
      if (isStopping || port === undefined) return;
      await thread.listen(port);
      isServing = true;
      log.info({ thread: number }, 'a serving thread is there again');
    } catch (err) {
      // Of one that ended `onEnded` has heard.
      log.error({ err, thread: number }, 'a serving thread cannot serve');
      void thread.end();
    }
  }

  return {
    ready: thread.ready,
    async listen(wanted) {
      const listening = await thread.listen(wanted);
      ({ port } = listening);
      isServing = true;
      return listening;
    },
    isServing: () => isServing,
    count: () => (isServing ? thread.count() : Promise.resolve()),
    async stop() {
      isStopping = true;
      isServing = false;
      clearTimeout(pause);
      clearTimeout(doubt);
      clearInterval(looking);
      await thread.stop();
    },
  };
}
