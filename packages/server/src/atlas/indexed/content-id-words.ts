/**
 * Content ids as four 32-bit words that compare as the ids do. An id is `pan0-` and 128 bits in URL-safe Base64; its
 * letters are numbered here in the order of their character codes, which is not Base64's own.
 */
import type { ContentId } from '@pantograph/model/location';

export const ID_WORDS = 4;

const PREFIX = 'pan0-';
const ORDERED = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
/** The last letter holds two bits only; these are the four it can be. */
const LAST = 'AQgw';
const FULL_LETTERS = 21;
const NO_LETTER = 255;

const numberOf = new Uint8Array(128).fill(NO_LETTER);
for (const [number, letter] of Array.from(ORDERED).entries()) numberOf[letter.charCodeAt(0)] = number;

/** False for a text that is no content id of this form; `into` then holds nothing of use. */
export function writeIdWords(id: string, into: Uint32Array, at: number): boolean {
  if (id.length !== PREFIX.length + FULL_LETTERS + 1 || !id.startsWith(PREFIX)) return false;
  let word = 0;
  let bits = 0;
  let place = at;
  for (let letter = PREFIX.length; letter < PREFIX.length + FULL_LETTERS; letter++) {
    const number = numberOf[id.charCodeAt(letter)] ?? NO_LETTER;
    if (number === NO_LETTER) return false;
    const over = bits + 6 - 32;
    if (over < 0) {
      word = (word << 6) | number;
      bits += 6;
    } else {
      into[place++] = (word << (6 - over)) | (number >>> over);
      word = number & ((1 << over) - 1);
      bits = over;
    }
  }
  const last = LAST.indexOf(id.charAt(id.length - 1));
  into[place] = (word << 2) | last;
  return last >= 0;
}

export function readIdWords(words: Uint32Array, at: number): ContentId {
  let id = PREFIX;
  let place = at;
  let word = words[place] ?? 0;
  let bits = 32;
  for (let letter = 0; letter < FULL_LETTERS; letter++) {
    let number: number;
    if (bits >= 6) {
      bits -= 6;
      number = (word >>> bits) & 63;
    } else {
      const missing = 6 - bits;
      number = (word & ((1 << bits) - 1)) << missing;
      word = words[++place] ?? 0;
      bits = 32 - missing;
      number |= word >>> bits;
    }
    id += ORDERED.charAt(number);
  }
  return (id + LAST.charAt(word & 3)) as ContentId;
}

/** Negative, 0 or positive, as the ids compare. */
export function compareIdWords(a: Uint32Array, atA: number, b: Uint32Array, atB: number): number {
  for (let word = 0; word < ID_WORDS; word++) {
    const difference = (a[atA + word] ?? 0) - (b[atB + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
