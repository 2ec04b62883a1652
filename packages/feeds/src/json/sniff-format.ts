/** What a feed is, from its first bytes. */
import type { Notice } from '@pantograph/model/notice';

/** JSON begins after `skip` bytes, or it is something else. */
type Sniffed = { readonly skip: number } | { readonly notice: Notice };

/** Enough to tell a byte order mark, a tag or the columns of a CSV header. */
export const SNIFFED_BYTES = 512;

/** @param bytes the first {@link SNIFFED_BYTES} bytes of the feed, or all of it where it is shorter */
export function sniffFormat(bytes: Buffer): Sniffed {
  const encoding = foreignEncoding(bytes);
  if (encoding !== undefined) {
    return { notice: { code: 'wrong_encoding', path: '', parameters: { found: encoding, byte: 0 } } };
  }
  const skip = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const text = bytes.toString('latin1', skip).trimStart();
  if (text === '' || text.startsWith('{') || text.startsWith('[')) return { skip };
  return { notice: { code: 'unknown_format', path: '', parameters: { found: lookOf(text) } } };
}

function foreignEncoding(bytes: Buffer): string | undefined {
  const [a, b, c, d] = bytes;
  if (b === undefined) return undefined;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    return 'UTF-32';
  }
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return 'UTF-16';
  // JSON begins with two ASCII characters: in UTF-16 without a mark, one of the first two bytes is zero.
  if (a === 0 && b === 0) return undefined;
  return a === 0 || b === 0 ? 'UTF-16' : undefined;
}

const looks: readonly (readonly [pattern: RegExp, look: string])[] = [
  [/^<(!doctype html|html)/i, 'HTML'],
  [/^</, 'XML'],
  [/^PK\p{Cc}{2}/u, 'a ZIP archive'],
  [/^\p{Cc}/u, 'binary data'],
  [/^%PDF/, 'a PDF'],
  [/^("[^"]*"|[^",;\t\n]*)([,;\t]("[^"]*"|[^",;\t\n]*)){2}/, 'CSV'],
  [/^["\d]|^-\d|^(true|false|null)\b/, 'a single JSON value'],
];

function lookOf(text: string): string {
  const [firstLine = ''] = text.split('\n', 1);
  return looks.find(([pattern]) => pattern.test(firstLine))?.[1] ?? 'text';
}
