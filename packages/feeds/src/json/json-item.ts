/** One object of a feed, as it stands in the stream. */
import { isUtf8 } from 'node:buffer';
import type { Notice } from '@pantograph/model/notice';

/** Where an item begins in the unpacked feed. */
export interface ItemPlace {
  /** 1-based number among the feed's objects; a broken one counts. */
  readonly object: number;
  /** 1-based. */
  readonly line: number;
  readonly byteOffset: number;
}

/**
 * Either the parsed value or the reason why there is none. `raw` is the text as it came; of an object that is too large
 * its beginning, of one that is not UTF-8 its bytes as Latin-1.
 */
export type JsonItem =
  | (ItemPlace & { readonly ok: true; readonly value: unknown; readonly raw: string })
  | (ItemPlace & { readonly ok: false; readonly notice: Notice; readonly raw: string });

/** Parses the bytes of one object. */
export function itemOf(bytes: Buffer, place: ItemPlace): JsonItem {
  if (!isUtf8(bytes)) return badEncoding(bytes, place);
  const raw = bytes.toString('utf8');
  try {
    return { ...place, ok: true, value: JSON.parse(raw), raw };
  } catch (error) {
    return { ...place, ok: false, notice: badJson(error), raw };
  }
}

export function tooLargeItem(beginning: string, limit: number, place: ItemPlace): JsonItem {
  const notice: Notice = { code: 'object_too_large', path: '', parameters: { limit } };
  return { ...place, ok: false, notice, raw: beginning };
}

function badJson(error: unknown): Notice {
  const problem = error instanceof SyntaxError ? error.message : String(error);
  return { code: 'bad_json', path: '', parameters: { problem } };
}

function badEncoding(bytes: Buffer, place: ItemPlace): JsonItem {
  const byte = place.byteOffset + validLength(bytes);
  const notice: Notice = { code: 'not_utf8', path: '', parameters: { byte } };
  return { ...place, ok: false, notice, raw: bytes.toString('latin1') };
}

/** Length of the longest beginning that is UTF-8; a character cut at its end counts as invalid. */
function validLength(bytes: Buffer): number {
  let valid = 0;
  let invalid = bytes.length;
  while (valid + 1 < invalid) {
    const middle = (valid + invalid) >>> 1;
    if (isUtf8(bytes.subarray(0, wholeCharacters(bytes, middle)))) valid = middle;
    else invalid = middle;
  }
  return valid;
}

/** Steps back from the middle of a multi-byte character to its start. */
function wholeCharacters(bytes: Buffer, length: number): number {
  let whole = length;
  while (whole > 0 && length - whole < 3 && ((bytes[whole] ?? 0) & 0xc0) === 0x80) whole--;
  return whole;
}
