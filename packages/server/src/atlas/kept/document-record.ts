/** How a document lies in memory and in a file: a head, then its bytes. */
import { crc32 } from 'node:zlib';
import { ID_WORDS } from '../indexed/content-id-words.ts';

/** Records begin at multiples of this; where they are is told in this unit. */
export const UNIT = 16;
export const HEAD_BYTES = 96;

const CHECKSUM = 0;
const LENGTH = 1;
const ID = 2;
const VARIANT = 6;
const SOURCE = 7;
/** Words 8 to 11, as two numbers. */
const UNTIL = 4;
const STAMP = 5;
const TARIFFS = 12;
const GAP = 14;
/** In bytes, of letters of Base64. */
const TAG = 64;
const TAG_BYTES = 22;

export interface RecordHead {
  readonly gap: number;
  /** `contentTag` of the bytes. */
  readonly tag: string;
  /** The words of the content id begin at `at`. */
  readonly words: Uint32Array;
  readonly at: number;
  readonly variant: number;
  readonly source: number;
  readonly until: number;
  /** Of when it was made, and which tariffs it may show (`TariffStamps`). */
  readonly stamp: number;
  readonly tariffs: readonly [number, number];
}

export function recordBytes(length: number): number {
  return Math.ceil((HEAD_BYTES + length) / UNIT) * UNIT;
}

/** Memory that holds records. */
export class RecordMemory {
  readonly bytes: Buffer;
  readonly #words: Uint32Array;
  readonly #numbers: Float64Array;

  constructor(capacity: number) {
    // The memory is the system's until it is written to.
    this.bytes = Buffer.allocUnsafeSlow(capacity);
    const { buffer, byteOffset } = this.bytes;
    this.#words = new Uint32Array(buffer, byteOffset, capacity / 4);
    this.#numbers = new Float64Array(buffer, byteOffset, capacity / 8);
  }

  /** @param start in bytes, as everywhere here; a multiple of `UNIT` */
  write(start: number, head: RecordHead, document: Uint8Array): void {
    const words = this.#words;
    const word = start / 4;
    words[word + LENGTH] = document.length;
    words[word + GAP] = head.gap;
    for (let at = 0; at < ID_WORDS; at++) words[word + ID + at] = head.words[head.at + at] ?? 0;
    words[word + VARIANT] = head.variant;
    words[word + SOURCE] = head.source;
    this.#numbers[start / 8 + UNTIL] = head.until;
    this.#numbers[start / 8 + STAMP] = head.stamp;
    words[word + TARIFFS] = head.tariffs[0];
    words[word + TARIFFS + 1] = head.tariffs[1];
    this.bytes.write(head.tag, start + TAG, TAG_BYTES, 'latin1');
    this.bytes.set(document, start + HEAD_BYTES);
  }

  /** Puts in what stands at the beginning of another memory. */
  copy(from: RecordMemory, start: number): void {
    from.bytes.copy(this.bytes, start, 0, recordBytes(from.length(0)));
  }

  isOf(start: number, words: Uint32Array, at: number, variant: number): boolean {
    const own = this.#words;
    const word = start / 4;
    if (own[word + VARIANT] !== variant) return false;
    for (let each = 0; each < ID_WORDS; each++) if (own[word + ID + each] !== words[at + each]) return false;
    return true;
  }

  length(start: number): number {
    return this.#words[start / 4 + LENGTH] ?? 0;
  }

  gap(start: number): number {
    return this.#words[start / 4 + GAP] ?? 0;
  }

  tag(start: number): string {
    return this.bytes.toString('latin1', start + TAG, start + TAG + TAG_BYTES);
  }

  writeTag(start: number, into: Uint8Array, at: number): void {
    for (let letter = 0; letter < TAG_BYTES; letter++) into[at + letter] = this.bytes[start + TAG + letter] ?? 0;
  }

  source(start: number): number {
    return this.#words[start / 4 + SOURCE] ?? 0;
  }

  until(start: number): number {
    return this.#numbers[start / 8 + UNTIL] ?? 0;
  }

  stamp(start: number): number {
    return this.#numbers[start / 8 + STAMP] ?? 0;
  }

  /** @param half 0 or 1 */
  tariffs(start: number, half: number): number {
    return this.#words[start / 4 + TARIFFS + half] ?? 0;
  }

  document(start: number): Uint8Array {
    return this.bytes.subarray(start + HEAD_BYTES, start + HEAD_BYTES + this.length(start));
  }

  /** Puts the checksum in. */
  seal(start: number): void {
    this.#words[start / 4 + CHECKSUM] = this.#checksum(start);
  }

  isWhole(start: number): boolean {
    return this.#words[start / 4 + CHECKSUM] === this.#checksum(start);
  }

  #checksum(start: number): number {
    return crc32(this.bytes.subarray(start + 4, start + HEAD_BYTES + this.length(start)));
  }
}
