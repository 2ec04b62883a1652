/** v3 lookup by id and by batches of ids, all free fields, beside a bare server. */
import type { Benchmark, Figure } from './harness/benchmark.ts';
import { besideConstant } from './serving/beside-constant.ts';
import { serverProcess } from './serving/server-process.ts';
import { worldStore } from './serving/world-store.ts';

const FIELDS = 'address,evses,locationInfo,emsps,connectorGroups,tariffs,nearby';
/** More than the server keeps ready, so that most of them are read. */
const SAMPLED = 6_000;
/** Fewer are over before the machine has settled. */
const LEAST_REQUESTS = 1_000;
const batches = [
  { name: 'by_20_ids', ids: 20 },
  { name: 'by_100_ids', ids: 100 },
];

export const lookup: Benchmark = {
  name: 'lookup',
  about: 'v3 locations by id and by 20 and 100 ids, all free fields',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const ids = (await world.sample(SAMPLED)).map(({ contentId }) => contentId);
    await using ours = await serverProcess('serve-world.ts', [world.directory]);
    await using constant = await serverProcess('serve-constant.ts', []);
    const sides = { ours, constant, rounds, note };
    const byId = ids.map((id) => `/v3/locations/${id}?fields=${FIELDS}`);
    const figures: Figure[] = [
      ...(await besideConstant({ ...sides, name: 'lookup.by_id', paths: byId, reach: { must: 0.6, ambition: 1 } })),
    ];
    for (const batch of batches) {
      const once = batchesOf(ids, batch.ids).map((some) => `/v3/locations?ids=${some.join(',')}&fields=${FIELDS}`);
      const paths = Array.from({ length: Math.ceil(LEAST_REQUESTS / once.length) }, () => once).flat();
      figures.push(...(await besideConstant({ ...sides, name: `lookup.${batch.name}`, paths })));
    }
    return figures;
  },
};

function batchesOf(ids: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.floor(ids.length / size) }, (_, at) => ids.slice(at * size, (at + 1) * size));
}
