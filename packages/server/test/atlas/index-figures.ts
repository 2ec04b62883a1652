/**
 * Figures of the index alone, beside kdbush with geokdbush: `node packages/server/test/atlas/index-figures.ts [PLACES]`.
 * One JSON object a line. Both sides answer the same questions, and their answers are compared before anything is timed.
 */
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { Dictionaries } from '../../src/atlas/indexed/dictionaries.ts';
import { FilterProbes } from '../../src/atlas/indexed/filter-probes.ts';
import { searchSegments } from '../../src/atlas/indexed/search-segments.ts';
import type { Segment } from '../../src/atlas/indexed/segment.ts';
import { FACTS, PROVIDERS_FACT } from '../../src/atlas/indexed/segment.ts';
import { SegmentStack } from '../../src/atlas/indexed/segment-stack.ts';
import { tallySegments } from '../../src/atlas/indexed/tally-segments.ts';
import type { SiteFilter, SiteQuery } from '../../src/atlas/query.ts';
import { RARE_STANDARD, manyPlaces, providerIds, randomFrom } from './many-places.ts';

const places = Number(process.argv[2] ?? 1_000_000);
const QUERIES = 2000;
const ROUNDS = 5;

function report(name: string, value: number, unit: string, more: object = {}): void {
  process.stdout.write(`${JSON.stringify({ name, value: Number(value.toPrecision(4)), unit, ...more })}\n`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

const dictionaries = new Dictionaries();
const probes = new FilterProbes(dictionaries);
const stack = new SegmentStack(dictionaries, { background: () => undefined, mostRowsAtOnce: 1024 });
manyPlaces(places, dictionaries, (row) => stack.put(row));
const buildStart = process.cpuUsage();
const segments = stack.segments();
const buildCpu = process.cpuUsage(buildStart);
report('index build', (buildCpu.user + buildCpu.system) / 1000, 'ms of CPU', { places });
const [segment] = segments;
if (segment === undefined) throw new Error('no places');
const { columns, rows } = segment;
const text = columns.text.byteLength + columns.textStarts.byteLength;
report('index memory', columns.buffer.byteLength / places, 'bytes per location');
report('index memory without words', (columns.buffer.byteLength - text) / places, 'bytes per location');
report('words of names and addresses', text / places, 'bytes per location');

const peer = peerOf(segment);
const cases: readonly { readonly name: string; readonly filter?: SiteFilter; readonly share: number }[] = [
  { name: 'no filter', share: 0.4 },
  {
    name: 'type and power',
    share: 0.35,
    filter: { connector: { standards: new Set(['IEC_62196_T2_COMBO']), minPowerWatts: 100_000 } },
  },
  {
    name: 'type, eMSP, available',
    share: 0.2,
    filter: {
      connector: { standards: new Set(['IEC_62196_T2']), available: true },
      eMobilityServiceProviders: new Set(providerIds.slice(0, 1)),
    },
  },
  { name: 'rare type', share: 0.05, filter: { connector: { standards: new Set([RARE_STANDARD]) } } },
];

function queryAt(row: number, filter: SiteFilter | undefined, radiusMetres: number, limit = 20): SiteQuery {
  const centre = { lat: (columns.positions[2 * row] ?? 0) + 0.004, lng: (columns.positions[2 * row + 1] ?? 0) + 0.004 };
  return { limit, area: { kind: 'circle', centre, radiusMetres }, ...(filter === undefined ? {} : { filter }) };
}

let mix = 0;
for (const { name, filter, share } of cases) {
  const random = randomFrom(11);
  const asked = Array.from({ length: QUERIES }, () => Math.floor(random() * rows));
  const queries = asked.map((row) => queryAt(row, filter, 10_000));
  for (const query of queries.slice(0, 100)) compare(query);
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timeOf(queries, (query) => searchSegments(segments, probes, query).page.length));
    theirs.push(timeOf(queries, (query) => peer(query).length));
  }
  mix += share * median(ours);
  report(`20 nearest in 10 km, ${name}`, median(ours), 'µs of CPU', {
    against: Number(median(theirs).toPrecision(4)),
    ratio: Number(median(ours.map((own, round) => (theirs[round] ?? NaN) / own)).toPrecision(3)),
  });
  report(
    `matches counted in 10 km, ${name}`,
    timeOf(queries, (q) => searchSegments(segments, probes, { ...q, limit: 0 }).matched),
    'µs of CPU',
  );
}
report('20 nearest in 10 km, mix', mix, 'µs of CPU');
reportEqualDensity();
report('20 nearest in 10 km, type and power, never asked before', timeOnce(neverAsked(20), run), 'µs of CPU');
report(
  'matches counted in 10 km, type and power, never asked before',
  timeOnce(neverAsked(0), (query) => searchSegments(segments, probes, query).matched),
  'µs of CPU',
);
for (const [name, area] of [
  ['250 km', queryAt(999, undefined, 250_000).area],
  ['everywhere', undefined],
] as const) {
  const query = area === undefined ? {} : { area };
  const tally = () => tallySegments(segments, { dictionaries, probes }, query).matched;
  report(`facets, ${name}`, timeOf([{ limit: 0 }], tally), 'µs of CPU', { places: tally() });
}
report(
  '20 nearest of a rare type in 3000 km',
  timeOf(
    [1, 2, 3, 4, 5].map((at) => queryAt(at * 999, cases[3]?.filter, 3e6)),
    run,
  ),
  'µs of CPU',
);
report(
  '20 nearest of no type in 3000 km',
  timeOf(
    [1, 2, 3, 4, 5].map((at) => queryAt(at * 999, { connector: { standards: new Set(['MCS']) } }, 3e6)),
    run,
  ),
  'µs of CPU',
);
report(
  'a word that no place has, 250 km',
  timeOf(
    [1, 2, 3, 4, 5].map((at) => queryAt(at * 999, { words: ['nowhere'] }, 250_000)),
    run,
  ),
  'µs of CPU',
);
report('route of 500 km, 2 km wide, 100 first', timeOf(routes(), run), 'µs of CPU');

/** The same questions to a world that is nothing but their surroundings, a hundredth of the places. */
function reportEqualDensity(): void {
  const centre = { lat: columns.positions[0] ?? 0, lng: columns.positions[1] ?? 0 };
  const isNear = ({ lat, lng }: { readonly lat: number; readonly lng: number }, degrees: number): boolean =>
    Math.abs(lat - centre.lat) < degrees && Math.abs(lng - centre.lng) < degrees;
  const rowsNear = (degrees: number): readonly number[] =>
    Array.from({ length: rows }, (_, row) => row).filter((row) =>
      isNear({ lat: columns.positions[2 * row] ?? 0, lng: columns.positions[2 * row + 1] ?? 0 }, degrees),
    );
  let degrees = 0.5;
  while (rowsNear(degrees).length < places / 100) degrees *= 1.05;
  const fewDictionaries = new Dictionaries();
  const fewProbes = new FilterProbes(fewDictionaries);
  const fewStack = new SegmentStack(fewDictionaries, { background: () => undefined, mostRowsAtOnce: 1024 });
  manyPlaces(places, fewDictionaries, (row) => {
    if (isNear(row.position, degrees)) fewStack.put(row);
  });
  const few = fewStack.segments();
  // No circle of 10 km leaves the part.
  const inner = rowsNear(degrees - 0.3);
  const random = randomFrom(11);
  const asked = Array.from({ length: QUERIES }, () => inner[Math.floor(random() * inner.length)] ?? 0);
  const mixOf = (ask: (query: SiteQuery) => number): number =>
    cases.reduce(
      (sum, { filter, share }) =>
        sum +
        share *
          timeOf(
            asked.map((row) => queryAt(row, filter, 10_000)),
            ask,
          ),
      0,
    );
  const ofFew = (query: SiteQuery): number => searchSegments(few, fewProbes, query).page.length;
  const both = Array.from({ length: ROUNDS }, () => ({ all: mixOf(run), few: mixOf(ofFew) }));
  const [all, fewer] = [median(both.map((each) => each.all)), median(both.map((each) => each.few))];
  const ratio = Number(median(both.map((each) => each.few / each.all)).toPrecision(3));
  report('20 nearest in 10 km, mix, where it is dense', all, 'µs of CPU', {
    against: Number(fewer.toPrecision(4)),
    peer: `a world of ${String(few.reduce((sum, each) => sum + each.rows, 0))} places, as dense there`,
    ratio,
  });
}

function run(query: SiteQuery): number {
  return searchSegments(segments, probes, query).page.length;
}

function routes(): readonly SiteQuery[] {
  return Array.from({ length: 10 }, (_, at) => {
    const points = Array.from({ length: 500 }, (_step, step) => ({
      lat: 42 + at + step * 0.006 + Math.sin(step / 9) * 0.01,
      lng: 1 + at + step * 0.008 + Math.cos(step / 7) * 0.01,
    }));
    return { limit: 100, area: { kind: 'route', points, widthMetres: 2000 } };
  });
}

/** Each asks for a power of its own, so that nothing that was worked out for one is of use to another. */
function neverAsked(limit: number): readonly SiteQuery[] {
  const random = randomFrom(12);
  return Array.from({ length: QUERIES }, (_, at) => {
    const minPowerWatts = 100_000 + (2 * at + (limit > 0 ? 1 : 0)) / (4 * QUERIES);
    const connector = { standards: new Set(['IEC_62196_T2_COMBO']), minPowerWatts };
    return queryAt(Math.floor((random() * columns.positions.length) / 2), { connector }, 10_000, limit);
  });
}

function timeOnce(queries: readonly SiteQuery[], ask: (query: SiteQuery) => number): number {
  const start = process.cpuUsage();
  for (const query of queries) ask(query);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / queries.length;
}

/** Microseconds of CPU per query, garbage collection included. */
function timeOf(queries: readonly SiteQuery[], ask: (query: SiteQuery) => number): number {
  let hits = 0;
  for (const query of queries) hits += ask(query);
  const start = process.cpuUsage();
  for (const query of queries) hits -= ask(query);
  if (hits !== 0) throw new Error('the same question had two answers');
  const { user, system } = process.cpuUsage(start);
  return (user + system) / queries.length;
}

function compare(query: SiteQuery): void {
  const ours = searchSegments(segments, probes, query).page.map(({ row }) => row);
  const theirs = peer(query);
  // Distances are worked out differently, so that places equally far to the micrometre may swap.
  const [a, b] = [ours.toSorted((x, y) => x - y), theirs.toSorted((x, y) => x - y)];
  if (a.join() !== b.join()) throw new Error(`answers differ: ${ours.join()} and ${theirs.join()}`);
}

function peerOf({ columns: own, rows }: Segment): (query: SiteQuery) => readonly number[] {
  const index = new KDBush(rows, 64, Float64Array);
  const start = process.cpuUsage();
  for (let row = 0; row < rows; row++) index.add(own.positions[2 * row + 1] ?? 0, own.positions[2 * row] ?? 0);
  index.finish();
  const { user, system } = process.cpuUsage(start);
  report('kdbush build', (user + system) / 1000, 'ms of CPU');
  return ({ area, filter, limit }) => {
    if (area?.kind !== 'circle') throw new TypeError('circles only');
    const { lat, lng } = area.centre;
    return around(
      index,
      lng,
      lat,
      limit,
      area.radiusMetres / 1000,
      filter === undefined ? undefined : predicateOf(own, filter),
    );
  };
}

/** As a competent user of that library would write it: everything looked up in arrays, sets worked out beforehand. */
function predicateOf(
  own: Segment['columns'],
  { connector, eMobilityServiceProviders: wanted }: SiteFilter,
): (row: number) => boolean {
  const fits = peerTable(connector);
  const accepts = wanted === undefined ? undefined : acceptTable(wanted);
  return (row) => {
    if (accepts !== undefined && accepts[own.facts[FACTS * row + PROVIDERS_FACT] ?? 0] !== 1) return false;
    for (let evse = own.evseStarts[row] ?? 0; evse < (own.evseStarts[row + 1] ?? 0); evse++) {
      const status = own.statuses[evse] ?? 0;
      const counts = connector?.available === true ? status === 0 : status !== 6;
      if (counts && fits[own.evseKinds[evse] ?? 0] === 1) return true;
    }
    return false;
  };
}

function acceptTable(wanted: ReadonlySet<string>): Uint8Array {
  const { values } = dictionaries.providers;
  return Uint8Array.from({ length: values.size }, (_, at) => (values.valueOf(at).some((id) => wanted.has(id)) ? 1 : 0));
}

function peerTable(connector: SiteFilter['connector']): Uint8Array {
  const { values } = dictionaries.evses;
  return Uint8Array.from({ length: values.size }, (_, at) =>
    values
      .valueOf(at)
      .connectors.some(
        ({ standard, watts }) =>
          connector?.standards?.has(standard) !== false &&
          (connector?.minPowerWatts === undefined || (watts ?? 0) >= connector.minPowerWatts),
      )
      ? 1
      : 0,
  );
}
