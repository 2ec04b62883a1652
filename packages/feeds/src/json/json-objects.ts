/**
 * The objects of a JSON feed, one by one. Constant memory: what is held is the object being read and one chunk.
 * Reading goes on after an object that is broken or too large; a feed that ends early or is refused throws
 * {@link FeedFailure} after everything good has been delivered.
 */
import { FeedFailure } from './feed-failure.ts';
import type { JsonItem } from './json-item.ts';
import { ObjectSplitter } from './object-splitter.ts';

export interface JsonObjectsOptions {
  /** What the feed is called in messages; default "the feed". */
  readonly file?: string;
  /** Largest object in bytes; default 16 MiB. */
  readonly maxObjectBytes?: number;
}

const DEFAULT_MAX_OBJECT_BYTES = 16 * 1024 * 1024;

/** Parsed at a time: a source that hands over everything at once must not have everything parsed at once. */
const PIECE_BYTES = 256 * 1024;

export async function* jsonObjects(
  bytes: AsyncIterable<Uint8Array>,
  options: JsonObjectsOptions = {},
): AsyncGenerator<JsonItem, void, undefined> {
  for await (const items of jsonObjectLists(bytes, options)) yield* items;
}

/** The same, in lists of those that came together: to wait for each of them costs more than to cut it out. */
export async function* jsonObjectLists(
  bytes: AsyncIterable<Uint8Array>,
  { file = 'the feed', maxObjectBytes = DEFAULT_MAX_OBJECT_BYTES }: JsonObjectsOptions = {},
): AsyncGenerator<readonly JsonItem[], void, undefined> {
  const splitter = new ObjectSplitter(maxObjectBytes);
  try {
    for await (const chunk of bytes) {
      for (let from = 0; from < chunk.length && !splitter.stopped; from += PIECE_BYTES) {
        yield splitter.push(chunk.subarray(from, from + PIECE_BYTES));
      }
      if (splitter.stopped) break;
    }
  } catch (error) {
    yield splitter.interrupt();
    throw error instanceof FeedFailure ? error.at(splitter.place) : error;
  }
  yield splitter.finish();
  const notice = splitter.failure;
  if (notice === undefined) return;
  const { line, object } = splitter.place;
  const parameters = { file, line, object, ...notice.parameters };
  throw new FeedFailure({ ...notice, parameters }, splitter.place);
}
