/**
 * Which rows of a segment match the filters that are asked often, as far as somebody has looked: two bytes a leaf and
 * filter. What a row is never changes, so that only its death and its statuses make a leaf be looked at again.
 */
import { FAN_OUT } from './box-tree.ts';
import { isMarked, mark, markWords, unmark } from './id-table.ts';

/** Filters, each 0.13 bytes a place. */
const ROOM = 32;
/**
 * Room is made for a filter only at each so many-th question, so that many filters that are asked seldom do not drive
 * each other out all the time.
 */
const QUESTIONS_BETWEEN = 8;

export class LeafMatches {
  readonly #rows: Uint16Array;
  readonly #known: Uint32Array;
  lastAsked = 0;

  constructor(leaves: number) {
    this.#rows = new Uint16Array(leaves);
    this.#known = new Uint32Array(markWords(leaves));
  }

  /** The leaf's rows that match; -1 where nobody has looked. */
  of(leaf: number): number {
    return isMarked(this.#known, leaf) ? (this.#rows[leaf] ?? 0) : -1;
  }

  learn(leaf: number, rows: number): void {
    this.#rows[leaf] = rows;
    mark(this.#known, leaf);
  }

  forget(leaf: number): void {
    unmark(this.#known, leaf);
  }
}

/** A filter as one is told from another. */
interface AskedFilter {
  /** How often it was asked. */
  readonly asked: number;
}

export class KnownMatches {
  readonly #leaves: number;
  readonly #byFilter = new Map<AskedFilter, LeafMatches>();
  #questions = 0;

  constructor(leaves: number) {
    this.#leaves = leaves;
  }

  /** `undefined` for a filter that is asked seldom. */
  of(filter: AskedFilter): LeafMatches | undefined {
    let matches = this.#byFilter.get(filter);
    if (matches === undefined) {
      if (filter.asked % QUESTIONS_BETWEEN !== 0) return undefined;
      if (this.#byFilter.size >= ROOM) this.#dropOldest();
      matches = new LeafMatches(this.#leaves);
      this.#byFilter.set(filter, matches);
    }
    matches.lastAsked = ++this.#questions;
    return matches;
  }

  forget(row: number): void {
    const leaf = Math.floor(row / FAN_OUT);
    for (const matches of this.#byFilter.values()) matches.forget(leaf);
  }

  #dropOldest(): void {
    const byAge = [...this.#byFilter].sort(([, a], [, b]) => a.lastAsked - b.lastAsked);
    for (const [filter] of byAge.slice(0, 1)) this.#byFilter.delete(filter);
  }
}
