/**
 * The nearest so many of the rows found so far, as a heap with the farthest on top. Rows are told apart by the square of
 * their chord, which needs no root and no arc; where two are so close that rounding could decide, by metres and content
 * id, which is the order of answers.
 */
import { metresOfChordSquared } from '@pantograph/model/geo';
import { ID_WORDS, compareIdWords } from './content-id-words.ts';
import { Found } from './ranking.ts';
import type { Segment } from './segment.ts';

/** Squares of chords that differ by a larger share than this differ in metres the same way. */
export const CLOSE = 1e-9;

class Near {
  /** Of the chord. */
  readonly square: number;
  readonly segment: Segment;
  readonly row: number;

  constructor(square: number, segment: Segment, row: number) {
    this.square = square;
    this.segment = segment;
    this.row = row;
  }
}

export class NearestRanking {
  readonly #room: number;
  readonly #heap: Near[] = [];

  constructor(room: number) {
    this.#room = room;
  }

  get size(): number {
    return this.#heap.length;
  }

  get isFull(): boolean {
    return this.#heap.length >= this.#room;
  }

  /** The square of the farthest chord; of no use while there is room. */
  get farthest(): number {
    return this.#heap[0]?.square ?? -1;
  }

  offer(square: number, segment: Segment, row: number): void {
    const offered = new Near(square, segment, row);
    const heap = this.#heap;
    if (!this.isFull) {
      heap.push(offered);
      this.#rise(offered);
      return;
    }
    const [farthest] = heap;
    if (farthest !== undefined && compare(offered, farthest) < 0) this.#sink(offered);
  }

  /** Nearest first. The ranking is of no use afterwards. */
  inOrder(): readonly Found[] {
    const found: Found[] = [];
    for (const { square, segment, row } of this.#heap) {
      found.push(new Found(segment, row, metresOfChordSquared(square), undefined));
    }
    return found.sort((a, b) => a.distance - b.distance || compareIds(a, b));
  }

  /** From the last place up. */
  #rise(rising: Near): void {
    const heap = this.#heap;
    let at = heap.length - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || compare(rising, parent) <= 0) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = rising;
  }

  /** From the place of the farthest, which goes. */
  #sink(sinking: Near): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const left = heap[below];
      const right = heap[below + 1];
      if (left === undefined) break;
      if (right !== undefined && compare(right, left) > 0) below++;
      const child = heap[below];
      if (child === undefined || compare(sinking, child) >= 0) break;
      heap[at] = child;
      at = below;
    }
    heap[at] = sinking;
  }
}

function compare(a: Near, b: Near): number {
  const difference = a.square - b.square;
  if (Math.abs(difference) > CLOSE * a.square) return difference;
  return metresOfChordSquared(a.square) - metresOfChordSquared(b.square) || compareIds(a, b);
}

type Placed = Pick<Found, 'segment' | 'row'>;

function compareIds(a: Placed, b: Placed): number {
  return compareIdWords(a.segment.columns.ids, a.row * ID_WORDS, b.segment.columns.ids, b.row * ID_WORDS);
}
