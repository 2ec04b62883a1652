/** The best so many of the rows found so far: a heap with the worst of them on top. */
import { ID_WORDS, compareIdWords } from './content-id-words.ts';
import type { Segment } from './segment.ts';

export class Found {
  readonly segment: Segment;
  readonly row: number;
  /** Metres. */
  readonly distance: number;
  /** Only along a route. */
  readonly excursionDistance: number | undefined;

  constructor(segment: Segment, row: number, distance: number, excursionDistance: number | undefined) {
    this.segment = segment;
    this.row = row;
    this.distance = distance;
    this.excursionDistance = excursionDistance;
  }
}

export class Ranking {
  readonly #room: number;
  readonly #byExcursion: boolean;
  readonly #heap: Found[] = [];

  /** @param byExcursion by excursion distance first; else by distance, and always by content id last. */
  constructor(room: number, byExcursion: boolean) {
    this.#room = room;
    this.#byExcursion = byExcursion;
  }

  offer(found: Found): void {
    const heap = this.#heap;
    if (heap.length < this.#room) {
      heap.push(found);
      this.#rise(heap.length - 1);
      return;
    }
    const [worst] = heap;
    if (worst === undefined || this.#compare(found, worst) >= 0) return;
    heap[0] = found;
    this.#sink();
  }

  /** Best first. The ranking is of no use afterwards. */
  inOrder(): readonly Found[] {
    return this.#heap.sort((a, b) => this.#compare(a, b));
  }

  #compare(a: Found, b: Found): number {
    if (this.#byExcursion && a.excursionDistance !== b.excursionDistance) {
      return (a.excursionDistance ?? 0) - (b.excursionDistance ?? 0);
    }
    if (a.distance !== b.distance) return a.distance - b.distance;
    return compareIdWords(a.segment.columns.ids, a.row * ID_WORDS, b.segment.columns.ids, b.row * ID_WORDS);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    const rising = heap[from];
    let at = from;
    while (rising !== undefined && at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || this.#compare(parent, rising) >= 0) break;
      heap[at] = parent;
      heap[above] = rising;
      at = above;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const left = heap[below];
      const right = heap[below + 1];
      if (left === undefined) return;
      if (right !== undefined && this.#compare(right, left) > 0) below++;
      const sinking = heap[at];
      const child = heap[below];
      if (sinking === undefined || child === undefined || this.#compare(sinking, child) >= 0) return;
      heap[at] = child;
      heap[below] = sinking;
      at = below;
    }
  }
}
