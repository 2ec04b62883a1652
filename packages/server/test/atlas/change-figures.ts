/**
 * What changes cost, and how long readers wait while they come in:
 * `node packages/server/test/atlas/change-figures.ts [PLACES]`. One JSON object a line.
 */
import { performance } from 'node:perf_hooks';
import { inSlices } from '../../src/atlas/indexed/background.ts';
import { Dictionaries } from '../../src/atlas/indexed/dictionaries.ts';
import { FilterProbes } from '../../src/atlas/indexed/filter-probes.ts';
import type { PlaceRow } from '../../src/atlas/indexed/place-row.ts';
import { searchSegments } from '../../src/atlas/indexed/search-segments.ts';
import { SegmentStack } from '../../src/atlas/indexed/segment-stack.ts';
import { manyPlaces } from './many-places.ts';

const places = Number(process.argv[2] ?? 1_000_000);
const CHANGES_PER_TURN = 20;
const CHANGED = Math.min(places, 60_000);

function report(name: string, value: number, unit: string): void {
  process.stdout.write(`${JSON.stringify({ name, value: Number(value.toPrecision(4)), unit })}\n`);
}

const dictionaries = new Dictionaries();
const probes = new FilterProbes(dictionaries);
const stack = new SegmentStack(dictionaries, { background: inSlices(1), mostRowsAtOnce: 1024 });
const changed: PlaceRow[] = [];
manyPlaces(places, dictionaries, (row) => {
  stack.put(row);
  if (changed.length < CHANGED)
    changed.push({ ...row, position: { lat: row.position.lat + 0.01, lng: row.position.lng } });
});
const before = stack.segments().length;

const statusStart = process.cpuUsage();
for (const [at, { id }] of changed.entries()) stack.setStatus(id, 0, at % 3);
const status = process.cpuUsage(statusStart);
report('a status change', (status.user + status.system) / changed.length, 'µs of CPU');

const searches: number[] = [];
let longestTurn = 0;
let turn = performance.now();
let at = 0;
const start = process.cpuUsage();
await new Promise<void>((resolve) => {
  function step(): void {
    for (const row of changed.slice(at, at + CHANGES_PER_TURN)) stack.put(row);
    at += CHANGES_PER_TURN;
    const centre = changed[at % changed.length]?.position ?? { lat: 0, lng: 0 };
    const began = performance.now();
    searchSegments(stack.segments(), probes, { limit: 20, area: { kind: 'circle', centre, radiusMetres: 10_000 } });
    const now = performance.now();
    searches.push(now - began);
    longestTurn = Math.max(longestTurn, now - turn);
    turn = now;
    if (at < changed.length) setImmediate(step);
    else resolve();
  }
  step();
});
const spent = process.cpuUsage(start);
searches.sort((a, b) => a - b);
report(
  'a changed location, its share of merges and a search per 20 included',
  (spent.user + spent.system) / changed.length,
  'µs of CPU',
);
report(
  'search while 20 locations change between searches, median',
  (searches[searches.length >> 1] ?? NaN) * 1000,
  'µs',
);
report(
  'search while 20 locations change between searches, p99',
  (searches[Math.floor(searches.length * 0.99)] ?? NaN) * 1000,
  'µs',
);
report('search while 20 locations change between searches, longest', (searches.at(-1) ?? NaN) * 1000, 'µs');
report('longest turn of the event loop', longestTurn, 'ms');
report('segments', stack.segments().length, `from ${before}`);
if (stack.live !== places) throw new Error(`${stack.live} places instead of ${places}`);
