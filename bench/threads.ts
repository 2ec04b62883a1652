/** Browse over two serving threads, in turns with one. The client takes a share of the same cores, which the figure includes. */
import type { Benchmark } from './harness/benchmark.ts';
import { cpuEach, rate, toReach } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import { measureLong, warm } from './serving/ask-repeatedly.ts';
import { browsePaths, someProvider } from './serving/browse-paths.ts';
import { serverProcess } from './serving/server-process.ts';
import { worldStore } from './serving/world-store.ts';

const QUERIES = 1_000;

export const threads: Benchmark = {
  name: 'threads',
  about: 'browse, show=ev: two serving threads beside one',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const places = await world.sample(QUERIES);
    await using one = await serverProcess('serve-world.ts', [world.directory]);
    await using two = await serverProcess('serve-world.ts', [world.directory, '2']);
    const paths = browsePaths(places, await someProvider(one.port));
    note(`${String(paths.length)} requests a round`);
    for (const server of [one, two]) await warm(server, paths);
    const measured = await interleave(
      { ours: () => measureLong(two, paths), peer: () => measureLong(one, paths) },
      rounds,
    );
    const pair = { ...measured, against: 'one thread' };
    return [
      toReach(rate({ ...pair, name: 'threads.two' }, 'requests'), { must: 1.7, ambition: 1.9 }),
      cpuEach({ ...pair, name: 'threads.two.cpu' }, 'request'),
    ];
  },
};
