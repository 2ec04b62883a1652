/**
 * The nearest so many of the rows found so far, as a heap with the farthest on top. Rows are told apart by the square of
 * their chord, which needs no root and no arc; where two are so close that rounding could decide, by metres and content
 * id, which is the order of answers.
 */
import { metresOfChordSquared } from '@pantograph/model/geo';
import { ID_WORDS, compareIdWords } from './content-id-words.ts';
import type { Found } from './ranking.ts';
import type { Segment } from './segment.ts';

/** Squares of chords that differ by a larger share than this differ in metres the same way. */
export const CLOSE = 1e-9;

export class NearestRanking {
  readonly #room: number;
  readonly #squares: number[] = [];
  readonly #rows: number[] = [];
  readonly #segments: Segment[] = [];

  constructor(room: number) {
    this.#room = room;
  }

  get size(): number {
    return this.#rows.length;
  }

  get isFull(): boolean {
    return this.#rows.length >= this.#room;
  }

  /** The square of the farthest chord; of no use while there is room. */
  get farthest(): number {
    return this.#squares[0] ?? -1;
  }

  offer(square: number, segment: Segment, row: number): void {
    if (this.isFull) {
      if (this.#room > 0 && this.#compare(square, segment, row, 0) < 0) this.#sink(square, segment, row);
      return;
    }
    let at = this.#rows.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#compare(square, segment, row, above) <= 0) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, square, segment, row);
  }

  /** Nearest first. The ranking is of no use afterwards. */
  inOrder(): readonly Found[] {
    const found: Found[] = [];
    for (let at = 0; at < this.#rows.length; at++) {
      const segment = this.#segments[at];
      const distance = metresOfChordSquared(this.#squares[at] ?? 0);
      if (segment !== undefined) found.push({ segment, row: this.#rows[at] ?? 0, distance });
    }
    return found.sort((a, b) => a.distance - b.distance || compareIds(a.segment, a.row, b.segment, b.row));
  }

  /** Fills the place of the farthest. */
  #sink(square: number, segment: Segment, row: number): void {
    const size = this.#rows.length;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && this.#compareAt(below + 1, below) > 0) below++;
      if (this.#compare(square, segment, row, below) >= 0) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, square, segment, row);
  }

  #put(at: number, square: number, segment: Segment, row: number): void {
    this.#squares[at] = square;
    this.#segments[at] = segment;
    this.#rows[at] = row;
  }

  #move(from: number, to: number): void {
    const segment = this.#segments[from];
    if (segment !== undefined) this.#put(to, this.#squares[from] ?? 0, segment, this.#rows[from] ?? 0);
  }

  #compareAt(a: number, b: number): number {
    const segment = this.#segments[a];
    return segment === undefined ? 0 : this.#compare(this.#squares[a] ?? 0, segment, this.#rows[a] ?? 0, b);
  }

  #compare(square: number, segment: Segment, row: number, other: number): number {
    const otherSquare = this.#squares[other] ?? 0;
    const difference = square - otherSquare;
    if (Math.abs(difference) > CLOSE * square) return difference;
    const otherSegment = this.#segments[other];
    if (otherSegment === undefined) return 0;
    return (
      metresOfChordSquared(square) - metresOfChordSquared(otherSquare) ||
      compareIds(segment, row, otherSegment, this.#rows[other] ?? 0)
    );
  }
}

function compareIds(a: Segment, rowOfA: number, b: Segment, rowOfB: number): number {
  return compareIdWords(a.columns.ids, rowOfA * ID_WORDS, b.columns.ids, rowOfB * ID_WORDS);
}
