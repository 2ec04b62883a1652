/** Places on their way into the index, in the order of arrival. Columns as in a segment, but they grow. */
import { ID_WORDS } from './content-id-words.ts';
import { findRow, insertRow, isMarked, mark, markWords, slotsFor } from './id-table.ts';
import type { PlaceRow } from './place-row.ts';
import type { RowColumns, RowSource } from './row-source.ts';
import { EQUIPMENT_FACT, FACTS, HOURS_FACT, PLACE_FACT, PROVIDERS_FACT, SUPPLIERS_FACT } from './segment.ts';

export class RowBuffer implements RowColumns, RowSource {
  rows = 0;
  evses = 0;
  textBytes = 0;
  live = 0;
  positions = new Float64Array(0);
  ids = new Uint32Array(0);
  facts = new Uint32Array(0);
  evseStarts = new Uint32Array(1);
  textStarts = new Uint32Array(1);
  slots = new Uint32Array(slotsFor(0));
  dead = new Uint32Array(0);
  evseKinds = new Uint32Array(0);
  evseUids = new Uint16Array(0);
  statuses = new Uint8Array(0);
  text = new Uint8Array(0);

  get columns(): RowColumns {
    return this;
  }

  /** The id must not be among the live rows. */
  add(row: PlaceRow): void {
    const at = this.#makeRoom(row.evses.length, row.text.length);
    this.positions[2 * at] = row.position.lat;
    this.positions[2 * at + 1] = row.position.lng;
    this.ids.set(row.id, ID_WORDS * at);
    this.facts[FACTS * at + SUPPLIERS_FACT] = row.suppliers;
    this.facts[FACTS * at + PROVIDERS_FACT] = row.providers;
    this.facts[FACTS * at + PLACE_FACT] = row.place;
    this.facts[FACTS * at + HOURS_FACT] = row.hours;
    this.facts[FACTS * at + EQUIPMENT_FACT] = row.equipment;
    for (const [index, evse] of row.evses.entries()) {
      this.evseKinds[this.evses + index] = evse.kind;
      this.evseUids[this.evses + index] = evse.uid;
      this.statuses[this.evses + index] = evse.status;
    }
    this.text.set(row.text, this.textBytes);
    this.#finish(at, row.evses.length, row.text.length);
  }

  find(id: Uint32Array): number {
    return findRow(this.slots, this.ids, this.dead, id);
  }

  isDead(row: number): boolean {
    return isMarked(this.dead, row);
  }

  kill(row: number): void {
    if (this.isDead(row)) return;
    mark(this.dead, row);
    this.live--;
  }

  /** @param evse counted from the row's first */
  setStatus(row: number, evse: number, code: number): void {
    this.statuses[(this.evseStarts[row] ?? 0) + evse] = code;
  }

  #makeRoom(evses: number, textBytes: number): number {
    if (this.facts.length <= FACTS * this.rows) this.#growRows(Math.max(16, this.rows * 2));
    if (this.evseKinds.length < this.evses + evses) {
      const length = Math.max(32, this.evses * 2, this.evses + evses);
      this.evseKinds = grown(this.evseKinds, new Uint32Array(length));
      this.evseUids = grown(this.evseUids, new Uint16Array(length));
      this.statuses = grown(this.statuses, new Uint8Array(length));
    }
    if (this.text.length < this.textBytes + textBytes) {
      this.text = grown(this.text, new Uint8Array(Math.max(512, this.textBytes * 2, this.textBytes + textBytes)));
    }
    return this.rows;
  }

  #growRows(length: number): void {
    this.positions = grown(this.positions, new Float64Array(2 * length));
    this.ids = grown(this.ids, new Uint32Array(ID_WORDS * length));
    this.facts = grown(this.facts, new Uint32Array(FACTS * length));
    this.evseStarts = grown(this.evseStarts, new Uint32Array(length + 1));
    this.textStarts = grown(this.textStarts, new Uint32Array(length + 1));
    this.dead = grown(this.dead, new Uint32Array(markWords(length)));
    this.slots = new Uint32Array(slotsFor(length));
    for (let row = 0; row < this.rows; row++) insertRow(this.slots, this.ids, row);
  }

  #finish(row: number, evses: number, textBytes: number): void {
    this.evses += evses;
    this.textBytes += textBytes;
    this.evseStarts[row + 1] = this.evses;
    this.textStarts[row + 1] = this.textBytes;
    insertRow(this.slots, this.ids, row);
    this.rows++;
    this.live++;
  }
}

function grown<A extends Float64Array | Uint32Array | Uint16Array | Uint8Array>(from: A, to: A): A {
  to.set(from);
  return to;
}
