/**
 * How long tiles take, beside supercluster over the same points: `node packages/server/test/tiles/tile-figures.ts [PLACES]`.
 * One JSON object a line. Supercluster answers from clusters that it made beforehand, without filters and without live
 * statuses; its preparation is a figure too.
 */
import Supercluster from 'supercluster';
import type { Atlas } from '../../src/atlas/atlas.ts';
import { Dictionaries } from '../../src/atlas/indexed/dictionaries.ts';
import { FilterProbes } from '../../src/atlas/indexed/filter-probes.ts';
import { SegmentStack } from '../../src/atlas/indexed/segment-stack.ts';
import { surveySegments } from '../../src/atlas/indexed/survey-segments.ts';
import type { SiteFilter } from '../../src/atlas/query.ts';
import { encodeTile } from '../../src/tiles/encode-tile.ts';
import { makeTile } from '../../src/tiles/make-tile.ts';
import type { TileAddress } from '../../src/tiles/tile-address.ts';
import { mercatorX, mercatorY } from '../../src/tiles/tile-address.ts';
import { manyPlaces, randomFrom } from '../atlas/many-places.ts';

const places = Number(process.argv[2] ?? 1_000_000);
const zooms = [
  { z: 0, tiles: 1, rounds: 20 },
  { z: 6, tiles: 40, rounds: 5 },
  { z: 10, tiles: 300, rounds: 2 },
  { z: 14, tiles: 1000, rounds: 2 },
] as const;
const filter: SiteFilter = { connector: { minPowerWatts: 150_000, available: true } };

function report(name: string, value: number, unit: string, more: object = {}): void {
  process.stdout.write(`${JSON.stringify({ name, value: Number(value.toPrecision(3)), unit, ...more })}\n`);
}

const dictionaries = new Dictionaries();
const probes = new FilterProbes(dictionaries);
const stack = new SegmentStack(dictionaries, { background: () => undefined, mostRowsAtOnce: 1024 });
const points: { type: 'Feature'; properties: object; geometry: { type: 'Point'; coordinates: [number, number] } }[] =
  [];
manyPlaces(places, dictionaries, (row) => {
  stack.put(row);
  const { lat, lng } = row.position;
  points.push({ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [lng, lat] } });
});
const segments = stack.segments();
const atlas: Pick<Atlas, 'survey'> = {
  survey: (query, visit) => surveySegments(segments, { dictionaries, probes }, query, visit),
};

const started = performance.now();
const clusters = new Supercluster({ radius: 64, extent: 512, maxZoom: 12 }).load(points);
report('supercluster, preparation', performance.now() - started, 'ms', { places });

const random = randomFrom(3);
/** Of places, so that crowded tiles are asked for most. */
function someTile(z: number): TileAddress {
  const [lng = 0, lat = 0] = points[Math.floor(random() * points.length)]?.geometry.coordinates ?? [];
  return { z, x: Math.floor(mercatorX(lng) * 2 ** z), y: Math.floor(mercatorY(lat) * 2 ** z) };
}

for (const { z, tiles, rounds } of zooms) {
  const asked = Array.from({ length: tiles }, () => someTile(z));
  measure(`tile at zoom ${z}`, asked, rounds, (address) => encodeTile(makeTile(atlas, address, undefined)));
  measure(`tile at zoom ${z}, free and 150 kW`, asked, rounds, (address) =>
    encodeTile(makeTile(atlas, address, filter)),
  );
  measure(`supercluster at zoom ${z}, not encoded`, asked, rounds, ({ x, y }) => clusters.getTile(z, x, y));
}

function measure(
  name: string,
  asked: readonly TileAddress[],
  rounds: number,
  make: (address: TileAddress) => unknown,
): void {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const address of asked) {
      const start = performance.now();
      make(address);
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const cold = times.at(-1) ?? NaN;
  report(name, times[times.length >> 1] ?? NaN, 'ms, p50', {
    p99: times[Math.floor(times.length * 0.99)],
    slowest: cold,
  });
}
