/** From places in the order of arrival to a segment. */
import {
  FAN_OUT,
  NODE,
  PLACE,
  PROVIDERS,
  STANDARDS_HIGH,
  STANDARDS_LOW,
  SUPPLIERS,
  WATTS,
  include,
  startEmpty,
  widen,
} from './box-tree.ts';
import { copyRows } from './copy-rows.ts';
import type { Dictionaries } from './dictionaries.ts';
import { KEY_HALF_BITS, writeHilbertKey } from './hilbert.ts';
import type { Work } from './passes.ts';
import { RowBuffer } from './row-buffer.ts';
import { EQUIPMENT_FACT, FACTS, PLACE_FACT, PROVIDERS_FACT, SUPPLIERS_FACT, Segment } from './segment.ts';
import { sortByKey } from './sort-passes.ts';

/** Of the live rows; the buffer must not change before the work is done. */
export function* buildSegment(buffer: RowBuffer, dictionaries: Dictionaries): Work<Segment> {
  const { segment, order } = emptySegment(buffer, dictionaries);
  const upper = new Uint32Array(buffer.rows);
  const lower = new Uint32Array(buffer.rows);
  yield {
    steps: order.length,
    run: (from, to) => {
      for (let at = from; at < to; at++) {
        const row = order[at] ?? 0;
        writeHilbertKey(buffer.positions[2 * row] ?? 0, buffer.positions[2 * row + 1] ?? 0, upper, lower, row);
      }
    },
  };
  yield* sortByKey(order, lower, KEY_HALF_BITS);
  yield* sortByKey(order, upper, KEY_HALF_BITS);
  yield* copyRows(buffer, order, segment.columns);
  yield* growTree(segment, dictionaries);
  return segment;
}

/** The live rows of some segments in one. */
export function* mergeSegments(inputs: readonly Segment[], dictionaries: Dictionaries): Work<Segment> {
  const buffer = new RowBuffer();
  for (const segment of inputs) {
    yield {
      steps: segment.rows,
      run: (from, to) => {
        for (let row = from; row < to; row++) if (!segment.isDead(row)) buffer.addFrom(segment, row);
      },
    };
  }
  return yield* buildSegment(buffer, dictionaries);
}

function emptySegment(
  buffer: RowBuffer,
  dictionaries: Dictionaries,
): { readonly segment: Segment; readonly order: Uint32Array } {
  const order = new Uint32Array(buffer.live);
  let rows = 0;
  let evses = 0;
  let textBytes = 0;
  for (let row = 0; row < buffer.rows; row++) {
    if (buffer.isDead(row)) continue;
    order[rows++] = row;
    evses += (buffer.evseStarts[row + 1] ?? 0) - (buffer.evseStarts[row] ?? 0);
    textBytes += (buffer.textStarts[row + 1] ?? 0) - (buffer.textStarts[row] ?? 0);
  }
  return { order, segment: new Segment({ rows, evses, textBytes, numbers: dictionaries.sizes() }) };
}

function* growTree(segment: Segment, dictionaries: Dictionaries): Work<void> {
  const { columns, rows } = segment;
  const { levelStarts } = columns;
  yield {
    steps: levelStarts[1] ?? 0,
    run: (from, to) => {
      for (let leaf = from; leaf < to; leaf++) {
        startEmpty(columns, leaf);
        const end = Math.min(rows, (leaf + 1) * FAN_OUT);
        for (let row = leaf * FAN_OUT; row < end; row++) includeRow(segment, dictionaries, leaf, row);
      }
    },
  };
  for (let level = 1; level < levelStarts.length - 1; level++) {
    const start = levelStarts[level] ?? 0;
    const childStart = levelStarts[level - 1] ?? 0;
    yield {
      steps: (levelStarts[level + 1] ?? 0) - start,
      run: (from, to) => {
        for (let node = from; node < to; node++) {
          startEmpty(columns, start + node);
          const end = Math.min(start, childStart + (node + 1) * FAN_OUT);
          for (let child = childStart + node * FAN_OUT; child < end; child++) include(columns, start + node, child);
        }
      },
    };
  }
}

function includeRow({ columns }: Segment, dictionaries: Dictionaries, leaf: number, row: number): void {
  const { vectors, words, facts } = columns;
  widen(columns, leaf, vectors[3 * row] ?? 0, vectors[3 * row + 1] ?? 0, vectors[3 * row + 2] ?? 0);
  const factOf = (fact: number): number => facts[FACTS * row + fact] ?? 0;
  const { low, high, watts } = dictionaries.equipment.of(factOf(EQUIPMENT_FACT));
  const at = NODE * leaf;
  words[at + STANDARDS_LOW] = (words[at + STANDARDS_LOW] ?? 0) | low;
  words[at + STANDARDS_HIGH] = (words[at + STANDARDS_HIGH] ?? 0) | high;
  words[at + WATTS] = Math.max(words[at + WATTS] ?? 0, watts);
  words[at + SUPPLIERS] = (words[at + SUPPLIERS] ?? 0) | dictionaries.suppliers.of(factOf(SUPPLIERS_FACT)).bits;
  words[at + PROVIDERS] = (words[at + PROVIDERS] ?? 0) | dictionaries.providers.of(factOf(PROVIDERS_FACT));
  words[at + PLACE] = (words[at + PLACE] ?? 0) | dictionaries.places.of(factOf(PLACE_FACT)).bits;
}
