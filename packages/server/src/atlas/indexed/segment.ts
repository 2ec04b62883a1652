/**
 * A run of places in index order, column by column. Columns never change, but for the marks of places that are gone and
 * the live statuses.
 */
import type { BoxTree } from './box-tree.ts';
import { FAN_OUT, levelStartsOf, treeColumns } from './box-tree.ts';
import { ID_WORDS } from './content-id-words.ts';
import { findRow, isMarked, mark, markWords, marksBetween, marksIn, slotsFor } from './id-table.ts';
import { KnownMatches } from './known-matches.ts';
import { ALL_ROWS } from './leaf-rows.ts';
import type { Room } from './one-buffer.ts';
import { inOneBuffer } from './one-buffer.ts';
import type { RowColumns, RowSource } from './row-source.ts';

export interface SegmentSize {
  readonly rows: number;
  readonly evses: number;
  readonly textBytes: number;
  /** How many numbers the dictionaries have given out at most. */
  readonly numbers: { readonly ofPlaces: number; readonly ofEvses: number };
}

/** Numbers of a row into the dictionaries, side by side. */
export const FACTS = 5;
export const SUPPLIERS_FACT = 0;
export const PROVIDERS_FACT = 1;
export const PLACE_FACT = 2;
export const HOURS_FACT = 3;
/** The kinds of EVSE that a row has, as a set. */
export const EQUIPMENT_FACT = 4;

/** Numbers into a dictionary, in two bytes each where those are enough. */
type Numbers = Uint16Array | Uint32Array;

export interface SegmentColumns extends BoxTree, RowColumns {
  /** Three per row: unit vector. */
  readonly vectors: Float64Array;
  readonly slots: Uint32Array;
  readonly dead: Uint32Array;
}

/** What changes in a segment. */
export type SegmentMarks = Pick<SegmentColumns, 'dead' | 'statuses'>;

export class Segment implements RowSource {
  readonly size: SegmentSize;
  readonly rows: number;
  readonly columns: SegmentColumns & { readonly buffer: SharedArrayBuffer };
  readonly known: KnownMatches;
  #dead = 0;

  /**
   * @param saved what `save` of a segment of that size gave, in one piece
   * @param marks in place of those in `saved`, which then nobody looks at
   */
  constructor(size: SegmentSize, saved?: SharedArrayBuffer, marks?: SegmentMarks) {
    this.size = size;
    this.rows = size.rows;
    this.columns = Object.assign(
      inOneBuffer((room) => columnsIn(room, size), saved),
      marks,
    );
    if (saved !== undefined) this.#dead = marksIn(this.columns.dead);
    this.known = new KnownMatches(this.columns.levelStarts[1] ?? 0);
  }

  get live(): number {
    return this.rows - this.#dead;
  }

  isDead(row: number): boolean {
    return isMarked(this.columns.dead, row);
  }

  kill(row: number): void {
    if (this.isDead(row)) return;
    mark(this.columns.dead, row);
    this.#dead++;
    this.known.forget(row);
  }

  /** @param evse counted from the row's first */
  setStatus(row: number, evse: number, code: number): void {
    const { evseStarts, statuses } = this.columns;
    statuses[(evseStarts[row] ?? 0) + evse] = code;
    this.known.forget(row);
  }

  /** Of a leaf, as bits. */
  liveRows(leaf: number): number {
    const first = leaf * FAN_OUT;
    const rows = first + FAN_OUT <= this.rows ? ALL_ROWS : ALL_ROWS >>> (first + FAN_OUT - this.rows);
    if (this.#dead === 0) return rows;
    return rows & ~((this.columns.dead[first >>> 5] ?? 0) >>> (first & 31));
  }

  liveBetween(from: number, to: number): number {
    return to - from - (this.#dead === 0 ? 0 : marksBetween(this.columns.dead, from, to));
  }

  /** All its bytes as they are now: what may change later is copied. */
  save(): readonly Uint8Array[] {
    const { buffer, dead, statuses } = this.columns;
    const pieces: Uint8Array[] = [];
    let at = 0;
    for (const column of [dead, statuses].toSorted((a, b) => a.byteOffset - b.byteOffset)) {
      pieces.push(new Uint8Array(buffer, at, column.byteOffset - at));
      pieces.push(new Uint8Array(buffer, column.byteOffset, column.byteLength).slice());
      at = column.byteOffset + column.byteLength;
    }
    pieces.push(new Uint8Array(buffer, at));
    return pieces;
  }

  /** -1 where no live row has that id. */
  find(id: Uint32Array): number {
    const { slots, ids, dead } = this.columns;
    return findRow(slots, ids, dead, id);
  }
}

function columnsIn(room: Room, { rows, evses, textBytes, numbers }: SegmentSize): SegmentColumns {
  return {
    vectors: room.float64(3 * rows),
    positions: room.float64(2 * rows),
    ...treeColumns(room, rows),
    ids: room.uint32(ID_WORDS * rows),
    facts: numbersIn(room, FACTS * rows, numbers.ofPlaces),
    evseStarts: room.uint32(rows + 1),
    textStarts: room.uint32(rows + 1),
    slots: room.uint32(slotsFor(rows)),
    dead: room.uint32(markWords(rows)),
    evseKinds: numbersIn(room, evses, numbers.ofEvses),
    evseUids: room.uint16(evses),
    statuses: room.uint8(evses),
    text: room.uint8(textBytes),
    levelStarts: levelStartsOf(rows),
  };
}

function numbersIn(room: Room, length: number, numbers: number): Numbers {
  return numbers <= 0x1_0000 ? room.uint16(length) : room.uint32(length);
}
