/** Which page comes after which. OCPI 2.3.0, transport, "Pagination". */
import type { Notice } from '@pantograph/model/notice';

/** The address of the first page. Dates in whole seconds: 2.1.1 knows no others. */
export function firstPage(list: string, pageSize: number, changedSince?: string): URL {
  const url = new URL(list);
  if (!url.searchParams.has('limit')) url.searchParams.set('limit', String(pageSize));
  if (changedSince !== undefined) url.searchParams.set('date_from', changedSince.replace(/\.\d+Z$/, 'Z'));
  return url;
}

export interface PageHeaders {
  readonly link: string | null;
  /** X-Total-Count, where it is a number. */
  readonly total: number | undefined;
}

export function pageHeaders(headers: Headers): PageHeaders {
  const total = headers.get('x-total-count')?.trim() ?? '';
  return { link: headers.get('link'), total: /^\d{1,12}$/.test(total) ? Number(total) : undefined };
}

export interface NextPage {
  readonly url?: URL;
  readonly notices: readonly Notice[];
}

/**
 * The page after this one. A Link to another server is not followed, since the token would go along: its query is asked
 * of ours. Where there is no Link and the total says that there is more, the offset leads on.
 *
 * @param objects on this page
 */
export function nextPage(page: URL, headers: PageHeaders, objects: number): NextPage {
  const target = nextLinkIn(headers.link);
  if (target === undefined) return byOffset(page, headers.total, objects);
  const link = URL.parse(target, page.href);
  if (link === null) {
    const unusable: Notice = { code: 'link_unusable', path: '', parameters: { found: target.slice(0, 200) } };
    const otherwise = byOffset(page, headers.total, objects);
    return { ...otherwise, notices: [unusable, ...otherwise.notices] };
  }
  if (link.origin === page.origin) return { url: link, notices: [] };
  const url = new URL(page.href);
  url.search = link.search;
  // Behind a proxy that ends TLS, servers often write http where they were asked by https.
  if (link.hostname === page.hostname) return { url, notices: [] };
  const parameters = { found: link.origin, expected: page.origin };
  return { url, notices: [{ code: 'link_elsewhere', path: '', parameters }] };
}

function byOffset(page: URL, total: number | undefined, objects: number): NextPage {
  const offset = (offsetOf(page) ?? 0) + objects;
  if (total === undefined || objects === 0 || offset >= total) return { notices: [] };
  return { url: atOffset(page, offset), notices: [{ code: 'link_missing', path: '', parameters: { total, offset } }] };
}

/** RFC 8288: several links, parameters in any order, quotes or none. */
function nextLinkIn(header: string | null): string | undefined {
  for (const [, target, parameters = ''] of (header ?? '').matchAll(/<([^>]*)>((?:\s*;\s*[^,;]+)*)/g)) {
    if (/;\s*rel\s*=\s*"?(?:[^"]*\s)?next(?:\s[^"]*)?"?\s*(?:;|$)/i.test(parameters)) return target?.trim();
  }
  return undefined;
}

/** `undefined` where the address counts its pages in some other way. */
export function offsetOf(page: URL): number | undefined {
  const offset = page.searchParams.get('offset') ?? '';
  return /^\d{1,12}$/.test(offset) ? Number(offset) : undefined;
}

export function atOffset(page: URL, offset: number): URL {
  const url = new URL(page.href);
  url.searchParams.set('offset', String(offset));
  return url;
}

/** For messages: other parts of a query may be secret. */
export function shownPage(page: URL): string {
  const offset = offsetOf(page);
  return `${page.origin}${page.pathname}${offset === undefined ? '' : `?offset=${String(offset)}`}`;
}
