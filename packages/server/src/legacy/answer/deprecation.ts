/** Headers that tell a v2 client it is time to move: RFC 9745 (Deprecation), RFC 8594 (Sunset), RFC 8288 (Link). */

export interface DeprecationNotice {
  /** Since when v2 is deprecated. */
  readonly since: Date;
  /** When this server will stop to answer v2; without it, nobody has decided. */
  readonly sunset?: Date;
  /** A page that says how to move: a URL, or a path of this server. */
  readonly link: string;
}

/** None for `false`. Names in lower case. Throws for a link that is neither a URL nor a path. */
export function noticeHeaders(notice: DeprecationNotice | false): Readonly<Record<string, string>> {
  if (notice === false) return {};
  const { since, sunset, link } = notice;
  const reference = referenceOf(link);
  const relations = sunset === undefined ? ['deprecation'] : ['deprecation', 'sunset'];
  return {
    deprecation: `@${String(Math.floor(since.getTime() / 1000))}`,
    ...(sunset === undefined ? {} : { sunset: sunset.toUTCString() }),
    link: relations.map((relation) => `<${reference}>; rel="${relation}"; type="text/html"`).join(', '),
  };
}

/** As a URL spells it: nothing in it can end the reference or the header. */
function referenceOf(link: string): string {
  if (!link.startsWith('/')) return new URL(link).href;
  const { pathname, search, hash } = new URL(link, 'http://localhost');
  return pathname + search + hash;
}
