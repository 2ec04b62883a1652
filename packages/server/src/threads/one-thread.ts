/** A serving thread as the main thread sees it. */
import { Worker } from 'node:worker_threads';
import type { Order, ThreadSetup, Told } from './thread-setup.ts';

interface OneThreadOptions {
  readonly setup: ThreadSetup;
  readonly onLogged: (line: string) => void;
  readonly onCount: (count: Extract<Told, { kind: 'count' }>) => void;
  readonly onEnded: (reason: unknown) => void;
}

interface Address {
  readonly port: number;
  readonly url: string;
}

export interface OneThread {
  /** Knows the world. Rejects where it ended instead, as `listen` does. */
  readonly ready: Promise<void>;
  listen(port: number): Promise<Address>;
  /** Resolves when all it has counted was handed to `onCount`, or when it has ended. */
  count(): Promise<void>;
  /** Lets it finish what it does; resolves when it has ended. */
  stop(): Promise<void>;
  /** The same, without letting it finish. */
  end(): Promise<void>;
}

/** Answers under way are given five seconds; a thread that has not ended by then hangs. */
const LONGEST_STOP_MILLISECONDS = 10_000;

export function startThread({ setup, onLogged, onCount, onEnded }: OneThreadOptions): OneThread {
  const worker = new Worker(new URL('serving-thread.ts', import.meta.url), {
    workerData: setup,
    transferList: [setup.editions],
    name: `serving ${String(setup.number)}`,
  });
  const ready = Promise.withResolvers<undefined>();
  const listening = Promise.withResolvers<Address>();
  const ended = Promise.withResolvers<undefined>();
  // Whoever waits hears of it, and `onEnded` always.
  for (const { promise } of [ready, listening]) promise.catch(() => undefined);
  const counts = new Map<number, () => void>();
  let reason: unknown;
  let counted = 0;

  const order = (wanted: Order): void => worker.postMessage(wanted);

  worker.on('message', (told: Told) => {
    switch (told.kind) {
      case 'ready':
        ready.resolve(undefined);
        break;
      case 'listening':
        listening.resolve({ port: told.port, url: told.url });
        break;
      case 'refused':
        listening.reject(Object.assign(new Error(told.message), told.code !== undefined && { code: told.code }));
        break;
      case 'logged':
        onLogged(told.line);
        break;
      case 'count':
        onCount(told);
        if (told.number !== undefined) counts.get(told.number)?.();
        break;
      case 'stopped':
        void worker.terminate();
    }
  });
  worker.on('error', (error) => {
    reason = error;
  });
  worker.on('exit', (code) => {
    const cause = reason ?? new Error(`the thread ended with ${String(code)}`);
    ready.reject(cause);
    listening.reject(cause);
    for (const done of counts.values()) done();
    ended.resolve(undefined);
    onEnded(cause);
  });

  return {
    ready: ready.promise,
    listen(port) {
      order({ kind: 'listen', port });
      return listening.promise;
    },
    async count() {
      const number = ++counted;
      const done = Promise.withResolvers<undefined>();
      counts.set(number, () => done.resolve(undefined));
      order({ kind: 'count', number });
      await Promise.race([done.promise, ended.promise]);
      counts.delete(number);
    },
    async stop() {
      order({ kind: 'stop' });
      const late = setTimeout(() => void worker.terminate(), LONGEST_STOP_MILLISECONDS);
      await ended.promise;
      clearTimeout(late);
    },
    async end() {
      await worker.terminate();
    },
  };
}
