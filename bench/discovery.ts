/** Browse with `show=ev`, 20 nearest within 10 km, beside a bare server. */
import type { Benchmark } from './harness/benchmark.ts';
import { besideConstant } from './serving/beside-constant.ts';
import { browsePaths, someProvider } from './serving/browse-paths.ts';
import { serverProcess } from './serving/server-process.ts';
import { worldStore } from './serving/world-store.ts';

const QUERIES = 1_000;

export const discovery: Benchmark = {
  name: 'discovery',
  about: 'browse, show=ev: 20 nearest within 10 km, a mix of filters',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const places = await world.sample(QUERIES);
    await using ours = await serverProcess('serve-world.ts', [world.directory]);
    await using constant = await serverProcess('serve-constant.ts', []);
    const paths = browsePaths(places, await someProvider(ours.port));
    return await besideConstant({
      name: 'discovery.browse',
      ours,
      constant,
      paths,
      rounds,
      reach: { must: 0.35, ambition: 0.55 },
      note,
    });
  },
};
