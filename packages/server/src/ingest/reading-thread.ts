/** Run as a thread of its own: reads the chunks of a feed that it is sent, and answers each with what came of it. */
import { parentPort, workerData } from 'node:worker_threads';
import { FeedFailure } from '@pantograph/feeds/json';
import { readHere } from './read-here.ts';
import type { PlacedEntry } from './read-here.ts';
import type { ChunkAnswer, FeedChunk, ReadingSetup } from './read-in-thread.ts';

const port = parentPort;
if (port === null) throw new Error('the reading thread is no program of its own');
const setup = workerData as ReadingSetup;

let entries: PlacedEntry[] = [];

function answer(end?: ChunkAnswer['end']): void {
  port?.postMessage({ entries, ...(end && { end }) } satisfies ChunkAnswer);
  entries = [];
}

const arrived: FeedChunk[] = [];
let wake: (() => void) | undefined;
port.on('message', (chunk: FeedChunk) => {
  arrived.push(chunk);
  wake?.();
});

/** Whoever reads asks for the next chunk when nothing more is to be had of the last one. */
async function* chunks(): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const chunk = arrived.shift();
    if (chunk === undefined) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    } else if ('bytes' in chunk) {
      yield chunk.bytes;
      answer();
    } else if (chunk.failure === undefined) {
      return;
    } else {
      throw new FeedFailure(chunk.failure.notice, chunk.failure.place);
    }
  }
}

try {
  for await (const read of readHere({ ...setup, bytes: chunks() })) entries.push(...read);
  answer({});
} catch (error) {
  if (!(error instanceof FeedFailure)) throw error;
  const { notice, place } = error;
  answer({ failure: { notice, ...(place && { place }) } });
}
port.close();
