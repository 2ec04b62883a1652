/**
 * Reads a paged OCPI list to its end, whatever happens to it meanwhile. OCPI 2.3.0, transport, "Pagination": pages come
 * in order of creation, so that a list which shrinks moves unread objects to pages that were read already.
 */
import type { JsonItem } from '@pantograph/feeds/json';
import type { Notice } from '@pantograph/model/notice';
import { atOffset, nextPage, offsetOf, pageHeaders, shownPage } from './page-address.ts';
import type { PageHeaders } from './page-address.ts';

export interface ListReading {
  readonly first: URL;
  /** Reads one page; resolves with its headers and how many objects it had. */
  readonly readPage: (
    url: URL,
    shown: string,
    take: (item: JsonItem) => Promise<void> | undefined,
  ) => Promise<{ readonly headers: Headers; readonly objects: number }>;
  readonly take: (item: JsonItem, file: string) => Promise<void> | undefined;
  /** How many different objects were taken so far. */
  readonly distinct: () => number;
  readonly note: (notice: Notice, file: string) => void;
}

export interface ListEnd {
  /** The end of the list was reached; false where its pages go round in circles. */
  readonly ended: boolean;
  /** Why objects may have been missed all the same. */
  readonly doubt?: string;
  readonly pages: number;
  /** The source's clock when the first page was answered. */
  readonly date?: string;
}

/** Pages with objects, none of them new, after which a list is taken to go round in circles. */
const MOST_STALE_PAGES = 3;
/** Servers that filter after paging send empty pages in between. */
const MOST_EMPTY_PAGES = 100;

export async function readList({ first, readPage, take, distinct, note }: ListReading): Promise<ListEnd> {
  const asked = new Set<string>();
  let total: number | undefined;
  let date: string | undefined;
  let doubt: string | undefined;
  let ended = true;
  let [pages, objects, stale, empty] = [0, 0, 0, 0];
  let page = first;
  for (;;) {
    const shown = shownPage(page);
    asked.add(page.href);
    const before = distinct();
    const answer = await readPage(page, shown, (item) => take(item, shown));
    const headers = pageHeaders(answer.headers);
    date ??= dateOf(answer.headers);
    pages++;

    const earlier = fallen(page, total, headers);
    total = headers.total ?? total;
    if (earlier !== undefined) {
      note(earlier.notice, shown);
      if (earlier.again !== undefined) {
        page = earlier.again;
        continue;
      }
      doubt = 'the list shrank while it was read';
    }

    objects += answer.objects;
    stale = answer.objects > 0 && distinct() === before ? stale + 1 : 0;
    empty = answer.objects === 0 ? empty + 1 : 0;
    const next = nextPage(page, headers, answer.objects);
    for (const notice of next.notices) note(notice, shown);
    if (next.url === undefined) break;
    if (asked.has(next.url.href)) {
      note({ code: 'page_read_before', path: '', parameters: { url: shown } }, shown);
      ended = false;
      break;
    }
    if (stale >= MOST_STALE_PAGES || empty >= MOST_EMPTY_PAGES) {
      note({ code: 'pages_without_news', path: '', parameters: { pages: Math.max(stale, empty), url: shown } }, shown);
      ended = false;
      break;
    }
    page = next.url;
  }
  if (ended && total !== undefined && objects < total) {
    note({ code: 'fewer_than_announced', path: '', parameters: { total, objects } }, shownPage(page));
    doubt ??= 'fewer objects came than were announced';
  }
  return { ended, pages, ...(doubt === undefined ? {} : { doubt }), ...(date === undefined ? {} : { date }) };
}

/**
 * A total that fell since the page before: as many objects may have moved up past the reading. The page is asked for
 * again from that much earlier. The total is lower each time, so that this ends.
 */
function fallen(
  page: URL,
  before: number | undefined,
  { total: after }: PageHeaders,
): { readonly notice: Notice; readonly again?: URL } | undefined {
  if (before === undefined || after === undefined || after >= before) return undefined;
  const offset = offsetOf(page);
  if (offset === undefined) return { notice: { code: 'list_shrank_unseen', path: '', parameters: { before, after } } };
  const from = Math.max(0, offset - (before - after));
  const notice: Notice = { code: 'list_shrank', path: '', parameters: { before, after, offset: from } };
  return { notice, again: atOffset(page, from) };
}

/** RFC 9110, Date. */
function dateOf(headers: Headers): string | undefined {
  const time = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
