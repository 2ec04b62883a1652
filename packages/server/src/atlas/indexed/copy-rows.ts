/** Carries rows into a segment in the segment's order, one column after the other, so that each is met in cache. */
import { ID_WORDS } from './content-id-words.ts';
import { insertRow } from './id-table.ts';
import type { Work } from './passes.ts';
import type { NumberedRows, RowColumns } from './row-source.ts';
import { writeVector } from './row-vector.ts';
import type { SegmentColumns } from './segment.ts';
import { FACTS } from './segment.ts';

/** @param order the rows in the order they shall have */
export function* copyRows(rows: NumberedRows, order: Uint32Array, to: SegmentColumns): Work<void> {
  for (const copy of [copyPosition, copyId, copyFacts, copyEvses, copyText]) {
    yield {
      steps: order.length,
      run: (start, end) => {
        for (let at = start; at < end; at++) {
          const { source, local } = rows.find(order[at] ?? 0);
          copy(source.columns, local, to, at);
        }
      },
    };
  }
}

function copyPosition(from: RowColumns, row: number, to: SegmentColumns, at: number): void {
  to.positions[2 * at] = from.positions[2 * row] ?? 0;
  to.positions[2 * at + 1] = from.positions[2 * row + 1] ?? 0;
  writeVector(from.positions, row, to.vectors, at);
}

function copyId(from: RowColumns, row: number, to: SegmentColumns, at: number): void {
  for (let word = 0; word < ID_WORDS; word++) {
    to.ids[ID_WORDS * at + word] = from.ids[ID_WORDS * row + word] ?? 0;
  }
  insertRow(to.slots, to.ids, at);
}

function copyFacts(from: RowColumns, row: number, to: SegmentColumns, at: number): void {
  for (let fact = 0; fact < FACTS; fact++) to.facts[FACTS * at + fact] = from.facts[FACTS * row + fact] ?? 0;
}

/** Rows are copied in order, so that one's EVSEs begin where those of the one before end. */
function copyEvses(from: RowColumns, row: number, to: SegmentColumns, at: number): void {
  let evse = to.evseStarts[at] ?? 0;
  const end = from.evseStarts[row + 1] ?? 0;
  for (let source = from.evseStarts[row] ?? 0; source < end; source++, evse++) {
    to.evseKinds[evse] = from.evseKinds[source] ?? 0;
    to.evseUids[evse] = from.evseUids[source] ?? 0;
    to.statuses[evse] = from.statuses[source] ?? 0;
  }
  to.evseStarts[at + 1] = evse;
}

function copyText(from: RowColumns, row: number, to: SegmentColumns, at: number): void {
  let byte = to.textStarts[at] ?? 0;
  const end = from.textStarts[row + 1] ?? 0;
  for (let source = from.textStarts[row] ?? 0; source < end; source++, byte++) to.text[byte] = from.text[source] ?? 0;
  to.textStarts[at + 1] = byte;
}
