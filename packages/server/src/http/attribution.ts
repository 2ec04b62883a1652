/** The terms of the sources behind an answer, for the header `X-Attribution`. */
import type { SourceInfo } from '@pantograph/model/location';

/** Longer values meet the header limits of proxies and clients (8 KB in total is usual). */
const maxLength = 2048;

/** One credit per source, in the order given, each once; `undefined` where no source asks for any. Printable ASCII only. */
export function attributionOf(sources: Iterable<SourceInfo>): string | undefined {
  const credits = new Set<string>();
  for (const source of sources) {
    const credit = creditOf(source);
    if (credit !== '') credits.add(credit);
  }
  return credits.size === 0 ? undefined : joined([...credits]);
}

/** A source's terms never change in place, so that each is put into words once. */
const known = new WeakMap<SourceInfo, string>();

function creditOf(source: SourceInfo): string {
  const before = known.get(source);
  if (before !== undefined) return before;
  const credit = inWords(source);
  known.set(source, credit);
  return credit;
}

function inWords({ name, attribution, licence, demo }: SourceInfo): string {
  if (attribution === undefined && licence === undefined && demo !== true) return '';
  const holder = ascii(attribution ?? name);
  const remarks = [];
  if (licence !== undefined && !holder.includes(ascii(licence))) remarks.push(ascii(licence));
  if (demo === true && !/\bdemo data\b/i.test(holder)) remarks.push('demo data');
  return remarks.length === 0 ? holder : `${holder} (${remarks.join(', ')})`;
}

/** Header values are bytes of ASCII (RFC 9110); `;` parts one credit from the next. */
function ascii(text: string): string {
  return text
    .replaceAll('©', '(c)')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replaceAll(';', ',')
    .replace(/\s+/g, ' ')
    .replace(/[^\x20-\x7e]/gu, '?')
    .trim();
}

function joined(credits: readonly string[]): string {
  let text = '';
  for (const [index, credit] of credits.entries()) {
    const next = index === 0 ? credit.slice(0, maxLength) : `${text}; ${credit}`;
    if (next.length > maxLength) return `${text}; and ${String(credits.length - index)} more`;
    text = next;
  }
  return text;
}
