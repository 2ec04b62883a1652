/** The bytes of a feed that a user named, read so that Ctrl-C ends them and progress knows how far they are. */
import { existsSync } from 'node:fs';
import { openBytes } from '@pantograph/feeds/json';
import { Failure } from './failure.ts';

interface FeedBytes {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Of the whole, 0 to 1; absent while its length is unknown. */
  readonly share: () => number | undefined;
}

/** Says at once what would only show after other work was done. */
export function checkFeed(from: string): void {
  if (from === '-' || isUrl(from) || existsSync(from)) return;
  throw new Failure(`There is no file ${from}.`, 'Check the path; - stands for standard input.');
}

export function openFeed(from: string, stopping: AbortSignal): FeedBytes {
  let read = 0;
  let length: number | undefined;
  // Neither would let the process end while it waits for more.
  if (from === '-') stopping.addEventListener('abort', () => process.stdin.destroy());
  const bytes = openBytes(from, {
    fetch: (url) => fetch(url, { signal: stopping }),
    onRead: (chunk, total) => {
      stopping.throwIfAborted();
      read += chunk;
      length = total;
    },
  });
  return { bytes, share: () => (length === undefined ? undefined : read / length) };
}

function isUrl(from: string): boolean {
  return /^https?:\/\//i.test(from);
}
