/** v2 `stations.json`: the 50 nearest within 5 km with one of two connector types, beside a bare server. */
import type { Benchmark } from './harness/benchmark.ts';
import { besideConstant } from './serving/beside-constant.ts';
import { serverProcess } from './serving/server-process.ts';
import { stationsPath } from './serving/stations-path.ts';
import { worldStore } from './serving/world-store.ts';

const QUERIES = 1_000;

export const legacy: Benchmark = {
  name: 'legacy',
  about: 'v2 stations.json, prox of 5 km, connectortype: the 50 nearest',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const paths = (await world.sample(QUERIES)).map(stationsPath);
    await using ours = await serverProcess('serve-world.ts', [world.directory]);
    await using constant = await serverProcess('serve-constant.ts', []);
    return await besideConstant({
      name: 'legacy.stations',
      ours,
      constant,
      paths,
      rounds,
      reach: { must: 0.25 },
      note,
    });
  },
};
