/** The objects of a feed, read in this thread. */
import { jsonObjectLists } from '@pantograph/feeds/json';
import type { ReadContext } from '@pantograph/feeds/ocpi';
import { feedReader } from './feed-reader.ts';
import type { FeedEntry, FeedKind } from './feed-reader.ts';

export interface Feed {
  readonly kind: FeedKind;
  /** What it is called in messages. */
  readonly file: string;
  readonly context: ReadContext;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface PlacedEntry {
  readonly entry: FeedEntry;
  /** 1-based, both. */
  readonly line: number;
  readonly object: number;
}

/** Some entries at a time, in order. Throws `FeedFailure` where the feed cannot be read on, after all that came before. */
export async function* readHere({ kind, file, context, bytes }: Feed): AsyncGenerator<readonly PlacedEntry[]> {
  const read = feedReader(kind, context);
  for await (const items of jsonObjectLists(bytes, { file })) {
    yield items.map((item) => ({ entry: read(item), line: item.line, object: item.object }));
  }
}
