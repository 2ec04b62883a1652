/** Serving threads on one port, and the main thread behind them. */
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { StartRefused } from '../access/set-up-access.ts';
import type { App } from '../http/app.ts';
import type { Listening } from '../http/listen.ts';
import { answerPrivately } from './answer-privately.ts';
import { levelOf } from './thread-log.ts';
import type { PlaceOptions, ThreadPlace } from './thread-place.ts';
import { threadPlace } from './thread-place.ts';
import type { DocumentRoom, ThreadFiles, ThreadSetup } from './thread-setup.ts';

type Given = Pick<ThreadSetup, 'host' | 'settings' | 'access' | 'limiter' | 'twins'>;

export interface ThreadsOptions extends Given, Omit<PlaceOptions, 'setup'> {
  /** How many; at least 1. */
  readonly threads: number;
  /** The main thread's edge, for what threads do not answer. */
  readonly app: App;
  /** 0: any that is free. */
  readonly port: number;
  /** Whether other processes may listen on the port too; default false. */
  readonly reusePort?: boolean | undefined;
  readonly files: ThreadFiles;
  /** Of all threads together. */
  readonly documents: DocumentRoom;
  readonly newId: () => string;
}

export interface ServingThreads extends Listening {
  /** How many serve. */
  readonly serving: () => number;
  /** Resolves when what threads have counted so far was told, but for threads that are busy with something else. */
  readonly gather: () => Promise<void>;
}

/** How long whoever asks for counts waits for a thread. */
const COUNT_MILLISECONDS = 1000;

export async function startThreads(options: ThreadsOptions): Promise<ServingThreads> {
  const { threads, mirrors, app, host, port, reusePort, log, newId } = options;
  const cores = availableParallelism();
  if (threads > cores) log.warn({ threads, cores }, 'there are more serving threads than cores');
  // Sockets that share a port would not tell that somebody else has it.
  if (reusePort !== true && port !== 0) await provePortFree(host, port);
  const sent = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  mirrors.onSent(() => Atomics.add(sent, 0, 1));
  const main = await answerPrivately(app, { log, newId });
  const places = Array.from({ length: threads }, (_, at) =>
    threadPlace(placeOptions(options, at + 1, main.path, sent)),
  );

  async function close(): Promise<void> {
    await Promise.all(places.map((place) => place.stop()));
    await main.close();
  }

  try {
    await Promise.all(places.map((place) => place.ready));
    const listening = await listenTogether(places, port);
    return {
      ...listening,
      close,
      serving: () => places.filter((place) => place.isServing()).length,
      gather: async () => {
        const late = new AbortController();
        const counts = Promise.all(places.map((place) => place.count()));
        await Promise.race([
          counts,
          delay(COUNT_MILLISECONDS, undefined, { signal: late.signal }).catch(() => undefined),
        ]);
        late.abort();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function placeOptions(options: ThreadsOptions, number: number, mainSocket: string, sent: Int32Array): PlaceOptions {
  const { threads, mirrors, onCount, log, files, documents } = options;
  const { host, settings, access, limiter, twins } = options;
  const setup = {
    number,
    ...{ host, settings, access, limiter, twins },
    logLevel: levelOf(log),
    files: { ...files, documents: `${files.documents}-${String(number)}` },
    documents: shareOf(documents, threads),
    mainSocket,
    sent,
  };
  return { mirrors, onCount, log, setup };
}

/** Memory for documents is a power of two. */
function shareOf({ memoryBytes, fileBytes }: DocumentRoom, threads: number): DocumentRoom {
  return { memoryBytes: 2 ** Math.floor(Math.log2(memoryBytes / threads)), fileBytes: Math.floor(fileBytes / threads) };
}

/** The first one finds the port where any will do. */
async function listenTogether(
  [first, ...others]: readonly ThreadPlace[],
  port: number,
): Promise<{ readonly port: number; readonly url: string }> {
  if (first === undefined) throw new RangeError('there is one serving thread at least');
  const listening = await first.listen(port).catch((error: unknown) => {
    throw isUnsupported(error)
      ? new StartRefused('This system lets no threads share a port.', 'Start with one thread.')
      : error;
  });
  await Promise.all(others.map((place) => place.listen(listening.port)));
  return listening;
}

/** By the code that node has for it. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOTSUP' || error.code === 'EOPNOTSUPP');
}

function provePortFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port }, () => server.close(() => resolve()));
  });
}
