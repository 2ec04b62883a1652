/** Reads a feed to its end for tests: what came out, and how it ended. */
import type { JsonItem, JsonObjectsOptions } from '@pantograph/feeds/json';
import { FeedFailure, jsonObjects } from '@pantograph/feeds/json';

interface ReadFeed {
  readonly items: readonly JsonItem[];
  /** Of the items that could be parsed. */
  readonly values: readonly unknown[];
  readonly failure: FeedFailure | undefined;
}

export async function readAll(bytes: AsyncIterable<Uint8Array>, options?: JsonObjectsOptions): Promise<ReadFeed> {
  const items: JsonItem[] = [];
  let failure: FeedFailure | undefined;
  try {
    for await (const item of jsonObjects(bytes, options)) items.push(item);
  } catch (error) {
    if (!(error instanceof FeedFailure)) throw error;
    failure = error;
  }
  return { items, values: items.flatMap((item) => (item.ok ? [item.value] : [])), failure };
}

/** A feed in memory, in chunks of a size. */
export async function* chunksOf(
  content: string | Uint8Array,
  size = 65_536,
): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let from = 0; from < bytes.length; from += size) {
    yield await Promise.resolve(bytes.subarray(from, from + size));
  }
}
