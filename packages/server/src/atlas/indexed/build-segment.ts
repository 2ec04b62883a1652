/** From places in the order of arrival to a segment. */
import {
  FAN_OUT,
  PLACE,
  PROVIDERS,
  STANDARDS_HIGH,
  STANDARDS_LOW,
  SUPPLIERS,
  TRAITS,
  WATTS,
  include,
  startEmpty,
  widen,
} from './box-tree.ts';
import { copyRows } from './copy-rows.ts';
import type { Dictionaries } from './dictionaries.ts';
import { KEY_HALF_BITS, writeHilbertKey } from './hilbert.ts';
import type { Work } from './passes.ts';
import type { NumberedRows, RowSource } from './row-source.ts';
import { rowsOf } from './row-source.ts';
import { EQUIPMENT_FACT, FACTS, PLACE_FACT, PROVIDERS_FACT, SUPPLIERS_FACT, Segment } from './segment.ts';
import { sortByKey } from './sort-passes.ts';

/**
 * The live rows of some sources in one segment. Rows may die and statuses change in the sources meanwhile; whoever lets
 * them has to do the same to the segment once it is there.
 */
export function* buildSegment(sources: readonly RowSource[], dictionaries: Dictionaries): Work<Segment> {
  const rows = rowsOf(sources);
  const chosen = { rows: 0, evses: 0, textBytes: 0 };
  const all = new Uint32Array(rows.count);
  yield {
    steps: rows.count,
    run: (from, to) => {
      for (let row = from; row < to; row++) {
        const { source, local } = rows.find(row);
        if (source.isDead(local)) continue;
        const { evseStarts, textStarts } = source.columns;
        all[chosen.rows++] = row;
        chosen.evses += (evseStarts[local + 1] ?? 0) - (evseStarts[local] ?? 0);
        chosen.textBytes += (textStarts[local + 1] ?? 0) - (textStarts[local] ?? 0);
      }
    },
  };
  const order = all.subarray(0, chosen.rows);
  yield* sortAlongCurve(order, rows);
  const segment = new Segment({ ...chosen, numbers: dictionaries.sizes() });
  yield* copyRows(rows, order, segment.columns);
  yield* growTree(segment, dictionaries);
  return segment;
}

function* sortAlongCurve(order: Uint32Array, rows: NumberedRows): Work<void> {
  const upper = new Uint32Array(rows.count);
  const lower = new Uint32Array(rows.count);
  yield {
    steps: order.length,
    run: (from, to) => {
      for (let at = from; at < to; at++) {
        const row = order[at] ?? 0;
        const { source, local } = rows.find(row);
        const { positions } = source.columns;
        writeHilbertKey(positions[2 * local] ?? 0, positions[2 * local + 1] ?? 0, upper, lower, row);
      }
    },
  };
  yield* sortByKey(order, lower, KEY_HALF_BITS);
  yield* sortByKey(order, upper, KEY_HALF_BITS);
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
  const { vectors, traits, facts } = columns;
  widen(columns, leaf, vectors[3 * row] ?? 0, vectors[3 * row + 1] ?? 0, vectors[3 * row + 2] ?? 0);
  const factOf = (fact: number): number => facts[FACTS * row + fact] ?? 0;
  const { low, high, watts } = dictionaries.equipment.of(factOf(EQUIPMENT_FACT));
  const at = TRAITS * leaf;
  traits[at + STANDARDS_LOW] = (traits[at + STANDARDS_LOW] ?? 0) | low;
  traits[at + STANDARDS_HIGH] = (traits[at + STANDARDS_HIGH] ?? 0) | high;
  traits[at + WATTS] = Math.max(traits[at + WATTS] ?? 0, watts);
  traits[at + SUPPLIERS] = (traits[at + SUPPLIERS] ?? 0) | dictionaries.suppliers.of(factOf(SUPPLIERS_FACT)).bits;
  traits[at + PROVIDERS] = (traits[at + PROVIDERS] ?? 0) | dictionaries.providers.of(factOf(PROVIDERS_FACT));
  traits[at + PLACE] = (traits[at + PLACE] ?? 0) | dictionaries.places.of(factOf(PLACE_FACT)).bits;
}
