/** A tally over segments: numbers of rows are counted, and what they stand for is looked up when all are counted. */
import { statuses } from '@pantograph/model/vocabulary';
import type { Counts, Tally, TallyQuery } from '../tally.ts';
import { areaProbe } from './area-probe.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { FilterProbes } from './filter-probes.ts';
import type { Segment, SegmentColumns } from './segment.ts';
import { EQUIPMENT_FACT, FACTS, SUPPLIERS_FACT } from './segment.ts';
import { walkAll } from './walk-all.ts';

const REMOVED = statuses.findIndex(({ status }) => status === 'REMOVED');

export function tallySegments(
  segments: readonly Segment[],
  { dictionaries, probes }: { readonly dictionaries: Dictionaries; readonly probes: FilterProbes },
  { area, alsoWithin, filter }: TallyQuery,
): Tally {
  const areas = [area, alsoWithin].flatMap((each) => (each === undefined ? [] : [areaProbe(each)]));
  const walk = { areas, filter: probes.of(filter), isLeftOut: undefined };
  const equipment = new Uint32Array(dictionaries.equipment.values.size);
  const suppliers = new Uint32Array(dictionaries.suppliers.values.size);
  const statusSets = new Uint32Array(2 ** statuses.length);
  /** Kinds of EVSE that are left of places where some are REMOVED. */
  const remains = new Map<string, { readonly kinds: readonly number[]; places: number }>();
  let matched = 0;

  function countRemains({ evseStarts, evseKinds, statuses: codes }: SegmentColumns, row: number): void {
    const left = new Set<number>();
    for (let evse = evseStarts[row] ?? 0; evse < (evseStarts[row + 1] ?? 0); evse++) {
      if (codes[evse] !== REMOVED) left.add(evseKinds[evse] ?? 0);
    }
    const kinds = [...left].sort((a, b) => a - b);
    const key = kinds.join();
    const known = remains.get(key) ?? { kinds, places: 0 };
    known.places++;
    remains.set(key, known);
  }

  for (const segment of segments) {
    const { columns } = segment;
    const { facts, evseStarts, statuses: codes } = columns;
    walkAll(segment, walk, (row) => {
      matched++;
      let set = 0;
      const end = evseStarts[row + 1] ?? 0;
      for (let evse = evseStarts[row] ?? 0; evse < end; evse++) set |= 1 << (codes[evse] ?? 0);
      increment(statusSets, set);
      increment(suppliers, facts[FACTS * row + SUPPLIERS_FACT] ?? 0);
      if ((set & (1 << REMOVED)) === 0) increment(equipment, facts[FACTS * row + EQUIPMENT_FACT] ?? 0);
      else countRemains(columns, row);
    });
  }

  const connectorsOf = (kinds: readonly number[]) =>
    kinds.flatMap((kind) => dictionaries.evses.values.valueOf(kind).connectors);
  return {
    matched,
    connectors: [
      ...counted(equipment, (number) => connectorsOf(dictionaries.equipment.values.valueOf(number))),
      ...Array.from(remains.values(), ({ kinds, places }) => [connectorsOf(kinds), places] as const),
    ],
    statuses: counted(statusSets, (set) =>
      statuses.flatMap(({ status }, code) => (code !== REMOVED && (set & (1 << code)) !== 0 ? [status] : [])),
    ),
    brands: counted(suppliers, (number) => dictionaries.suppliers.values.valueOf(number).brand),
  };
}

function increment(counts: Uint32Array, number: number): void {
  counts[number] = (counts[number] ?? 0) + 1;
}

/** Those that were met. */
function counted<T>(counts: Uint32Array, valueOf: (number: number) => T): Counts<T> {
  const found: (readonly [T, number])[] = [];
  for (const [number, places] of counts.entries()) if (places > 0) found.push([valueOf(number), places]);
  return found;
}
