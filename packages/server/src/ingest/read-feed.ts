/** The objects of a feed, read. A long feed is read in a thread of its own, while this one writes. */
import { availableParallelism } from 'node:os';
import { readHere } from './read-here.ts';
import type { Feed, PlacedEntry } from './read-here.ts';
import { readInThread } from './read-in-thread.ts';

/** A thread is at work after a quarter of a second, in which so much can be read. */
const LONG_FEED_BYTES = 8 * 1024 * 1024;

/**
 * As `readHere`, whichever thread reads.
 * @param longBytes from how many bytes on a feed is long
 */
export async function* readFeed(
  feed: Feed,
  longBytes = availableParallelism() > 1 ? LONG_FEED_BYTES : Infinity,
): AsyncGenerator<readonly PlacedEntry[], void, undefined> {
  const { bytes, isLong } = await lookedAhead(feed.bytes, longBytes);
  yield* (isLong ? readInThread : readHere)({ ...feed, bytes });
}

/** Reads on until it is known whether there are so many bytes; what was read comes first again. */
async function lookedAhead(bytes: AsyncIterable<Uint8Array>, longBytes: number) {
  const chunks = bytes[Symbol.asyncIterator]();
  const ahead: IteratorResult<Uint8Array>[] = [];
  let failed: { readonly reason: unknown } | undefined;
  let count = 0;
  try {
    while (count < longBytes && ahead.at(-1)?.done !== true) {
      const next = await chunks.next();
      if (next.done !== true) count += next.value.length;
      ahead.push(next);
    }
  } catch (reason) {
    failed = { reason };
  }

  async function* again(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for (let next = ahead.shift(); next !== undefined; next = ahead.shift()) {
        if (next.done === true) return;
        yield next.value;
      }
      if (failed !== undefined) throw failed.reason;
      for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) yield next.value;
    } finally {
      await chunks.return?.();
    }
  }

  return { bytes: again(), isLong: count >= longBytes };
}
