/**
 * Finds rows by content id: open addressing with linear probing over row numbers. Slots hold row + 1; 0 is empty. A row
 * is never taken out: whoever removes a place marks its row dead, and a newer row of the same id stands in a later slot.
 */
import { ID_WORDS } from './content-id-words.ts';
import { bitsIn } from './leaf-rows.ts';

/** A power of two that at most half of is used. */
export function slotsFor(rows: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(4, rows * 2)));
}

export function insertRow(slots: Uint32Array, ids: Uint32Array, row: number): void {
  const mask = slots.length - 1;
  let slot = hashAt(ids, row * ID_WORDS) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = row + 1;
}

/** The row of that id that is not dead; -1 where there is none. */
export function findRow(slots: Uint32Array, ids: Uint32Array, dead: Uint32Array, id: Uint32Array): number {
  const mask = slots.length - 1;
  let slot = hashAt(id, 0) & mask;
  for (;;) {
    const row = (slots[slot] ?? 0) - 1;
    if (row < 0) return -1;
    if (sameId(ids, row * ID_WORDS, id) && !isMarked(dead, row)) return row;
    slot = (slot + 1) & mask;
  }
}

function sameId(ids: Uint32Array, at: number, id: Uint32Array): boolean {
  for (let word = 0; word < ID_WORDS; word++) {
    if (ids[at + word] !== id[word]) return false;
  }
  return true;
}

// Ids are digests, so that any of their words is as good as a hash; the first also keeps the letters' bias.
function hashAt(ids: Uint32Array, at: number): number {
  return (ids[at + 1] ?? 0) ^ (ids[at + 2] ?? 0);
}

export function isMarked(bits: Uint32Array, row: number): boolean {
  return ((bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}

export function mark(bits: Uint32Array, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function unmark(bits: Uint32Array, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
}

export function markWords(rows: number): number {
  return Math.ceil(rows / 32);
}

/** How many rows are marked. */
export function marksIn(bits: Uint32Array): number {
  let marked = 0;
  for (const word of bits) marked += bitsIn(word);
  return marked;
}

/** How many rows of a run are marked. */
export function marksBetween(bits: Uint32Array, from: number, to: number): number {
  if (from >= to) return 0;
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (first === last) return bitsIn((bits[first] ?? 0) & head & tail);
  let marked = bitsIn((bits[first] ?? 0) & head) + bitsIn((bits[last] ?? 0) & tail);
  for (let word = first + 1; word < last; word++) marked += bitsIn(bits[word] ?? 0);
  return marked;
}
