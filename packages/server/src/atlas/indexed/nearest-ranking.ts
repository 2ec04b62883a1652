/**
 * The nearest so many of the rows found so far, as a heap with the farthest on top. Rows are told apart by the square of
 * their chord, which needs no root and no arc; where two are so close that rounding could decide, by metres and content
 * id, which is the order of answers. The heap lies in columns that are kept from search to search.
 */
import { metresOfChordSquared } from '@pantograph/model/geo';
import { ID_WORDS, compareIdWords } from './content-id-words.ts';
import { Found } from './ranking.ts';
import type { Segment } from './segment.ts';

/** Squares of chords that differ by a larger share than this differ in metres the same way. */
export const CLOSE = 1e-9;

export class NearestRanking {
  #segments: readonly Segment[] = [];
  #room = 0;
  #size = 0;
  /** Of chords. */
  #squares = new Float64Array(128);
  /** Places in the list of segments. */
  #segmentOf = new Uint32Array(128);
  #rows = new Uint32Array(128);

  /** Forgets what was found before. */
  begin(segments: readonly Segment[], room: number): void {
    this.#segments = segments;
    this.#room = room;
    this.#size = 0;
  }

  get size(): number {
    return this.#size;
  }

  get isFull(): boolean {
    return this.#size >= this.#room;
  }

  /** The square of the farthest chord; of no use while there is room. */
  get farthest(): number {
    return this.#size === 0 ? -1 : (this.#squares[0] ?? -1);
  }

  /** @param segment its place in the list */
  offer(square: number, segment: number, row: number): void {
    if (this.#size < this.#room) {
      if (this.#size === this.#rows.length) this.#grow();
      this.#rise(square, segment, row);
    } else if (this.#size > 0 && this.#isNearer(square, segment, row, 0)) {
      this.#sink(square, segment, row);
    }
  }

  /**
   * Those from one place on up to another, nearest first. All are let go of.
   * @param end the place behind the last
   */
  take(from: number, end: number): readonly Found[] {
    const found: Found[] = [];
    for (; this.#size > from; this.#dropFarthest()) {
      const segment = this.#segments[this.#segmentOf[0] ?? 0];
      if (this.#size > end || segment === undefined) continue;
      found.push(new Found(segment, this.#rows[0] ?? 0, metresOfChordSquared(this.#squares[0] ?? 0), undefined));
    }
    this.begin([], 0);
    return found.reverse();
  }

  #dropFarthest(): void {
    const last = --this.#size;
    this.#sink(this.#squares[last] ?? 0, this.#segmentOf[last] ?? 0, this.#rows[last] ?? 0);
  }

  /** From a new last place up. */
  #rise(square: number, segment: number, row: number): void {
    let at = this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#isNearer(square, segment, row, above)) break;
      this.#move(above, at);
      at = above;
    }
    this.#put(at, square, segment, row);
  }

  /** From the place of the farthest, which goes. */
  #sink(square: number, segment: number, row: number): void {
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.#size) break;
      if (below + 1 < this.#size && this.#isPlaceNearer(below, below + 1)) below++;
      if (!this.#isNearer(square, segment, row, below)) break;
      this.#move(below, at);
      at = below;
    }
    this.#put(at, square, segment, row);
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#squares[from] ?? 0, this.#segmentOf[from] ?? 0, this.#rows[from] ?? 0);
  }

  #put(at: number, square: number, segment: number, row: number): void {
    this.#squares[at] = square;
    this.#segmentOf[at] = segment;
    this.#rows[at] = row;
  }

  #isPlaceNearer(place: number, than: number): boolean {
    return this.#isNearer(this.#squares[place] ?? 0, this.#segmentOf[place] ?? 0, this.#rows[place] ?? 0, than);
  }

  /** Whether a row comes before the one at a place of the heap. */
  #isNearer(square: number, segment: number, row: number, than: number): boolean {
    const difference = square - (this.#squares[than] ?? 0);
    if (Math.abs(difference) > CLOSE * square) return difference < 0;
    return this.#isNearerByMetres(square, segment, row, than);
  }

  #isNearerByMetres(square: number, segment: number, row: number, than: number): boolean {
    const metres = metresOfChordSquared(square) - metresOfChordSquared(this.#squares[than] ?? 0);
    if (metres !== 0) return metres < 0;
    const own = this.#segments[segment];
    const other = this.#segments[this.#segmentOf[than] ?? 0];
    if (own === undefined || other === undefined) return false;
    const otherRow = this.#rows[than] ?? 0;
    return compareIdWords(own.columns.ids, row * ID_WORDS, other.columns.ids, otherRow * ID_WORDS) < 0;
  }

  #grow(): void {
    const [squares, segmentOf, rows] = [this.#squares, this.#segmentOf, this.#rows];
    this.#squares = new Float64Array(2 * this.#size);
    this.#segmentOf = new Uint32Array(2 * this.#size);
    this.#rows = new Uint32Array(2 * this.#size);
    this.#squares.set(squares);
    this.#segmentOf.set(segmentOf);
    this.#rows.set(rows);
  }
}
