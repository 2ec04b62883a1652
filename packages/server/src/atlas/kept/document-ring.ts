/** The documents that were kept or read last, in memory: one ring, the oldest is overwritten first. */
import { DocumentDirectory } from './document-directory.ts';
import type { RecordHead } from './document-record.ts';
import { RecordMemory, UNIT, recordBytes } from './document-record.ts';

/** Of the ring: no single document drives out all others. */
const LARGEST_SHARE = 1 / 16;

export class DocumentRing {
  readonly #capacity: number;
  #memory: RecordMemory | undefined;
  readonly #directory = new DocumentDirectory();
  /** Units written since the ring was made, modulo 2^32; 0 is never a place. */
  #written = 1;

  /** @param capacity bytes, a power of two */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get memory(): RecordMemory {
    this.#memory ??= new RecordMemory(this.#capacity);
    return this.#memory;
  }

  /** Where in the memory the record begins; -1 where there is none. */
  find(key: number, words: Uint32Array, at: number, variant: number): number {
    const where = this.#directory.get(key);
    if (where === 0 || !this.#isThere(where)) return -1;
    const start = this.#start(where);
    return this.memory.isOf(start, words, at, variant) ? start : -1;
  }

  has(key: number): boolean {
    const where = this.#directory.get(key);
    return where !== 0 && this.#isThere(where);
  }

  /** Where a record of so long a document may be written now; -1 where it is too long. */
  take(key: number, length: number): number {
    const bytes = recordBytes(length);
    if (bytes > this.#capacity * LARGEST_SHARE) return -1;
    const start = this.#start(this.#written);
    const skipped = start + bytes > this.#capacity ? this.#capacity - start : 0;
    const where = (this.#written + skipped / UNIT) >>> 0;
    this.#written = (where + bytes / UNIT) >>> 0;
    if (this.#directory.isFull) this.#directory.retain((each) => this.#isThere(each));
    if (where !== 0) this.#directory.set(key, where);
    return this.#start(where);
  }

  put(key: number, head: RecordHead, document: Uint8Array): number {
    const start = this.take(key, document.length);
    if (start >= 0) this.memory.write(start, head, document);
    return start;
  }

  forget(key: number): void {
    this.#directory.delete(key);
  }

  clear(): void {
    this.#directory.clear();
  }

  #isThere(where: number): boolean {
    return ((this.#written - where) >>> 0) * UNIT <= this.#capacity;
  }

  #start(where: number): number {
    return (where * UNIT) % this.#capacity;
  }
}
