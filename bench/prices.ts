/** Prices of a session, by place and by 20 places, beside a bare server. */
import type { Benchmark } from './harness/benchmark.ts';
import { besideConstant } from './serving/beside-constant.ts';
import { serverProcess } from './serving/server-process.ts';
import { worldStore } from './serving/world-store.ts';

const PLACES = 2_000;
/** An evening, so that hours and days matter to the tariffs that have them. */
const SESSION = 'energy=20&parking=60&start=2026-03-10T19:30:00%2B01:00';
const questions = [
  { name: 'prices.adhoc', ids: 1, tariff: 'adhoc' },
  { name: 'prices.all', ids: 1, tariff: 'all' },
  { name: 'prices.adhoc_20', ids: 20, tariff: 'adhoc' },
];

export const prices: Benchmark = {
  name: 'prices',
  about: '/v1/prices of 20 kWh and an hour of parking: one place, all its tariffs, 20 places',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const ids = (await world.sample(PLACES)).map(({ contentId }) => contentId);
    await using ours = await serverProcess('serve-world.ts', [world.directory]);
    await using constant = await serverProcess('serve-constant.ts', []);
    const figures = [];
    for (const { name, ids: many, tariff } of questions) {
      const paths = ids.map((_, at) => {
        const some = Array.from({ length: many }, (_, more) => ids[(at + more) % ids.length]);
        return `/v1/prices?id=${some.join(',')}&tariff=${tariff}&${SESSION}`;
      });
      figures.push(...(await besideConstant({ ours, constant, rounds, note, name, paths })));
    }
    return figures;
  },
};
