/**
 * All places, as a few segments: what is new waits in a buffer until somebody reads, becomes a small segment then, and
 * small ones are made into larger ones. A place that changes is marked dead where it was and written anew. Large merges
 * run bit by bit beside the reads, which go on from the old segments until the new one takes their place.
 */
import type { Background } from './background.ts';
import { buildSegment } from './build-segment.ts';
import type { Dictionaries } from './dictionaries.ts';
import { piecewise, runAll } from './passes.ts';
import type { PlaceRow } from './place-row.ts';
import { RowBuffer } from './row-buffer.ts';
import type { Segment, SegmentColumns } from './segment.ts';

interface RowAddress {
  readonly columns: Pick<SegmentColumns, 'ids' | 'evseStarts' | 'evseUids'>;
  readonly row: number;
}

/** A segment is merged with the one after it unless it is at least this many times as large. */
const GROWTH = 4;
/** By default: a millisecond or two of work. */
export const MOST_ROWS_AT_ONCE = 1024;
/** A segment is written anew when more than this share of it is dead. */
const MOST_DEAD = 0.25;

interface SegmentStackSettings {
  readonly background: Background;
  /** Merges of more rows than this are left to the background. */
  readonly mostRowsAtOnce: number;
}

export class SegmentStack {
  readonly #dictionaries: Dictionaries;
  readonly #settings: SegmentStackSettings;
  #segments: readonly Segment[] = [];
  #incoming = new RowBuffer();
  #merge: { readonly inputs: readonly Segment[]; readonly replay: ((merged: Segment) => void)[] } | undefined;

  constructor(dictionaries: Dictionaries, settings: SegmentStackSettings) {
    this.#dictionaries = dictionaries;
    this.#settings = settings;
  }

  get live(): number {
    return this.#segments.reduce((sum, segment) => sum + segment.live, this.#incoming.live);
  }

  /** Every place there is, in segments, largest first. */
  segments(): readonly Segment[] {
    if (this.#incoming.live > 0) this.#takeIn();
    return this.#segments;
  }

  /** Of a stack that is empty. */
  restore(segments: readonly Segment[]): void {
    this.#segments = segments;
    this.#mergeLarge();
  }

  /** What another stack looks after, in place of all that is here. */
  show(segments: readonly Segment[]): void {
    this.#segments = segments;
  }

  put(row: PlaceRow): void {
    this.remove(row.id);
    this.#incoming.add(row);
    // The first segment takes in all there is; after it, no reader shall have to wait for many.
    if (this.#segments.length > 0 && this.#incoming.rows >= this.#settings.mostRowsAtOnce) this.#takeIn();
  }

  remove(id: Uint32Array): void {
    const waiting = this.#incoming.find(id);
    if (waiting >= 0) this.#incoming.kill(waiting);
    for (const segment of this.#segments) {
      const row = segment.find(id);
      if (row < 0) continue;
      segment.kill(row);
      this.#repeatInMerge(segment, id, (merged, there) => merged.kill(there));
    }
  }

  find(id: Uint32Array): RowAddress | undefined {
    const waiting = this.#incoming.find(id);
    if (waiting >= 0) return { columns: this.#incoming, row: waiting };
    for (const segment of this.#segments) {
      const row = segment.find(id);
      if (row >= 0) return { columns: segment.columns, row };
    }
    return undefined;
  }

  /** @param evse counted from the row's first */
  setStatus(id: Uint32Array, evse: number, code: number): void {
    const waiting = this.#incoming.find(id);
    if (waiting >= 0) {
      this.#incoming.setStatus(waiting, evse, code);
      return;
    }
    for (const segment of this.#segments) {
      const row = segment.find(id);
      if (row < 0) continue;
      segment.setStatus(row, evse, code);
      this.#repeatInMerge(segment, id, (merged, there) => merged.setStatus(there, evse, code));
      return;
    }
  }

  #takeIn(): void {
    const taken = this.#incoming;
    this.#incoming = new RowBuffer();
    const segment = runAll(buildSegment([taken], this.#dictionaries));
    this.#segments = [...this.#segments.filter(({ live }) => live > 0), segment];
    this.#mergeSmall();
    this.#mergeLarge();
  }

  #mergeSmall(): void {
    for (;;) {
      const [previous, last] = this.#segments.slice(-2);
      if (previous === undefined || last === undefined || previous.rows >= GROWTH * last.rows) return;
      if (previous.live + last.live > this.#settings.mostRowsAtOnce || this.#merge?.inputs.includes(previous) === true)
        return;
      const merged = runAll(buildSegment([previous, last], this.#dictionaries));
      this.#segments = [...this.#segments.slice(0, -2), merged];
    }
  }

  #mergeLarge(): void {
    if (this.#merge !== undefined) return;
    const from = this.#segments.findIndex((segment, at) => {
      const after = this.#segments[at + 1];
      const isCrowded = after !== undefined && segment.rows < GROWTH * after.rows;
      return isCrowded || segment.live < (1 - MOST_DEAD) * segment.rows;
    });
    if (from < 0) return;
    const inputs = this.#segments.slice(from);
    this.#merge = { inputs, replay: [] };
    this.#settings.background(piecewise(buildSegment(inputs, this.#dictionaries), (merged) => this.#finish(merged)));
  }

  #finish(merged: Segment): void {
    const { inputs, replay } = this.#merge ?? { inputs: [], replay: [] };
    this.#merge = undefined;
    for (const repeat of replay) repeat(merged);
    const others = this.#segments.filter((segment) => !inputs.includes(segment));
    // Everything may have died meanwhile.
    this.#segments = [...others, ...(merged.live > 0 ? [merged] : [])].sort((a, b) => b.rows - a.rows);
    this.#mergeLarge();
  }

  /** What changes in a segment while it is merged has to change in the outcome too. */
  #repeatInMerge(segment: Segment, id: Uint32Array, change: (merged: Segment, row: number) => void): void {
    if (this.#merge?.inputs.includes(segment) !== true) return;
    const own = id.slice();
    this.#merge.replay.push((merged) => {
      const row = merged.find(own);
      if (row >= 0) change(merged, row);
    });
  }
}
