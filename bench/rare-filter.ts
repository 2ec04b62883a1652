/** A plug that few places have, and a whole continent in the circle: single questions to an idle server. */
import type { Benchmark } from './harness/benchmark.ts';
import { askedChild } from './harness/child.ts';
import { BROWSED_CATEGORY } from './serving/browse-paths.ts';
import { latenciesOf, latencyFigures } from './serving/latencies.ts';
import { serverProcess } from './serving/server-process.ts';
import type { SampledPlace } from './serving/world-store.ts';
import { worldStore } from './serving/world-store.ts';

const QUERIES = 1_000;
/** One place in three hundred of the generated world, lorries only. */
const RARE_STANDARD = 'MCS';
const RADIUS_METRES = 3_000_000;
/** Milliseconds of the 99th percentile. */
const reach = { target: 5, ambition: 0.2 };

export const rareFilter: Benchmark = {
  name: 'rare-filter',
  about: 'a rare plug within 3,000 km: how long single searches take',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const places = await world.sample(QUERIES);
    note(`${String(places.length)} questions, ${String(rounds)} rounds`);
    const inProcess = await askedChild<readonly number[]>('search-world.ts', [
      world.directory,
      JSON.stringify({ places, standard: RARE_STANDARD, radiusMetres: RADIUS_METRES, rounds }),
    ]);
    await using server = await serverProcess('serve-world.ts', [world.directory]);
    const overHttp = await latenciesOf(server.port, places.map(aroundPlace), rounds);
    return [
      ...latencyFigures('rare-filter.http', overHttp, reach),
      ...latencyFigures('rare-filter.index', inProcess, reach),
    ];
  },
};

function aroundPlace({ lat, lng }: SampledPlace): string {
  const at = `${String(lat)},${String(lng)}`;
  return `/v1/browse?at=${at}&in=circle:${at};r=${String(RADIUS_METRES)}&limit=20&show=ev&categories=${BROWSED_CATEGORY}&evStation[connectorTypes]=${RARE_STANDARD}`;
}
