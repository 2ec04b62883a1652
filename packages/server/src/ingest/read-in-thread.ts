/** Has a feed read by a thread of its own. It is sent some chunks ahead, so that it need not wait for whoever writes. */
import { Worker } from 'node:worker_threads';
import { FeedFailure } from '@pantograph/feeds/json';
import type { Feed, PlacedEntry } from './read-here.ts';

export type ReadingSetup = Omit<Feed, 'bytes'>;

type Failure = Pick<FeedFailure, 'notice'> & { readonly place?: NonNullable<FeedFailure['place']> };

/** What the thread is sent: bytes, or that there are no more, perhaps for a reason. */
export type FeedChunk = { readonly bytes: Uint8Array } | { readonly failure?: Failure };

/** One for each chunk, in order. After the one with an end comes none, whatever was sent. */
export interface ChunkAnswer {
  readonly entries: readonly PlacedEntry[];
  readonly end?: { readonly failure?: Failure };
}

/** A message costs as much as reading some objects does: chunks are sent together until they are so long. */
const SENT_BYTES = 512 * 1024;
const SENT_AHEAD = 3;

/** Room for what is made and dropped with each object: the fewer times it is cleared, the less of it is moved about. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

export async function* readInThread({
  bytes,
  ...setup
}: Feed): AsyncGenerator<readonly PlacedEntry[], void, undefined> {
  const thread = readingThread(setup);
  let waitedFor = 0;
  try {
    for await (const chunk of withEnd(bytes)) {
      thread.send(chunk);
      waitedFor++;
      // After the last one all are waited for.
      const most = 'bytes' in chunk ? SENT_AHEAD : 0;
      for (; waitedFor > most; waitedFor--) {
        const { entries, end } = await thread.answer();
        yield entries;
        if (end?.failure !== undefined) throw new FeedFailure(end.failure.notice, end.failure.place);
        if (end !== undefined) return;
      }
    }
  } finally {
    await thread.end();
  }
}

function readingThread(setup: ReadingSetup) {
  const worker = new Worker(new URL('reading-thread.ts', import.meta.url), {
    workerData: setup,
    name: 'reading',
    resourceLimits,
  });
  const answers: ChunkAnswer[] = [];
  let ended: { readonly reason: unknown } | undefined;
  let wake: (() => void) | undefined;
  worker.on('message', (answer: ChunkAnswer) => {
    answers.push(answer);
    wake?.();
  });
  worker.on('error', (reason) => {
    ended ??= { reason };
    wake?.();
  });
  worker.on('exit', (code) => {
    ended ??= { reason: new Error(`the thread that reads the feed ended with code ${String(code)}`) };
    wake?.();
  });
  return {
    send: (chunk: FeedChunk): void => worker.postMessage(chunk),
    answer: async (): Promise<ChunkAnswer> => {
      for (;;) {
        const next = answers.shift();
        if (next !== undefined) return next;
        if (ended !== undefined) throw ended.reason;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    end: () => worker.terminate(),
  };
}

/** Chunks put together, and then that there are no more. */
async function* withEnd(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<FeedChunk, void, undefined> {
  let gathered: Uint8Array[] = [];
  let length = 0;
  const together = (): FeedChunk => {
    const chunk = { bytes: new Uint8Array(Buffer.concat(gathered)) };
    [gathered, length] = [[], 0];
    return chunk;
  };
  let end: FeedChunk = {};
  try {
    for await (const chunk of bytes) {
      gathered.push(chunk);
      length += chunk.length;
      if (length >= SENT_BYTES) yield together();
    }
  } catch (error) {
    if (!(error instanceof FeedFailure)) throw error;
    const { notice, place } = error;
    end = { failure: { notice, ...(place && { place }) } };
  }
  if (length > 0) yield together();
  yield end;
}
