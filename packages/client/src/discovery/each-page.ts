/** Pages of places, as far as paging goes. Contract search, pagination: offsets from 0 to 99, limits from 1 to 100. */
import { TruncatedError } from '../errors/failures.ts';
import type { SearchResponse } from '../generated/search.ts';
import type { Told } from '../transport/transport.ts';

const LAST_OFFSET = 99;
const MOST_ITEMS = 100;

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Throws `TruncatedError` behind the last page where more places match. @param size of a page */
export async function* eachPage(
  ask: (page: Page) => Promise<Told<SearchResponse>>,
  size = MOST_ITEMS,
): AsyncGenerator<SearchResponse> {
  for (let offset: number | undefined = 0; offset !== undefined;) {
    // The last offset there is gets the largest page there is.
    const limit: number = offset < LAST_OFFSET ? Math.min(size, LAST_OFFSET - offset) : MOST_ITEMS;
    const { body, info }: Told<SearchResponse> = await ask({ offset, limit });
    yield body;
    const reached: number = offset + body.items.length;
    offset = body.nextOffset;
    const matched = info.results?.matched;
    const isCut = matched === undefined ? reached === LAST_OFFSET + MOST_ITEMS : matched > reached;
    if (offset === undefined && isCut) throw new TruncatedError({ url: info.url, reached, matched });
  }
}
