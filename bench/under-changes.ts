/** Browse while statuses are pushed over HTTP to the same server, in turns with browse alone. */
import type { ContentId } from '@pantograph/model/location';
import { dataFiles, openSqliteStore } from '@pantograph/server';
import type { Benchmark } from './harness/benchmark.ts';
import { rate, toReach } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import { patchOf } from './ocpi-push/patch-of.ts';
import type { PushedEvse } from './ocpi-push/patch-of.ts';
import { registeredPeer } from './ocpi-push/registered-peer.ts';
import { steadyPatches } from './ocpi-push/steady-patches.ts';
import { measureLong, warm } from './serving/ask-repeatedly.ts';
import { browsePaths, someProvider } from './serving/browse-paths.ts';
import { serverProcess } from './serving/server-process.ts';
import type { WorldStore } from './serving/world-store.ts';
import { worldStore } from './serving/world-store.ts';

const QUERIES = 1_000;
const PATCHES_PER_SECOND = 2_000;
/** Spread over the world as the searches are. */
const PUSHED_PLACES = 20_000;
/** As the file of the world was imported: its places are those of the peer. */
const SOURCE = 'bench';

export const underChanges: Benchmark = {
  name: 'under-changes',
  about: 'browse, show=ev, while 2,000 statuses a second are pushed, beside browse alone',
  async run({ rounds, locations, note }) {
    await using world = await worldStore(locations, note);
    const places = await world.sample(QUERIES);
    const evses = await pushedEvses(world);
    const token = registeredPeer(dataFiles(world.directory).peers, SOURCE, evses);
    await using server = await serverProcess('serve-world.ts', [world.directory]);
    const paths = browsePaths(places, await someProvider(server.port));
    let patched = 0;
    const nextPatch = (): string => {
      const number = patched++;
      const evse = evses[number % evses.length];
      if (evse === undefined) throw new Error('nothing can be pushed');
      const status = Math.floor(number / evses.length) % 2 === 0 ? 'CHARGING' : 'AVAILABLE';
      return patchOf(evse, { status, observedAt: new Date(Date.UTC(2026, 9, 1) + number).toISOString() }, token);
    };
    const loads: number[] = [];
    const underPatches = async () => {
      const patches = await steadyPatches(`http://127.0.0.1:${String(server.port)}`, PATCHES_PER_SECOND, nextPatch);
      const measurement = await measureLong(server, paths);
      loads.push(await patches.stop());
      return measurement;
    };
    note(`${String(paths.length)} requests a round, statuses of ${String(evses.length)} places`);
    await warm(server, paths);
    await underPatches();
    const { ours, peer } = await interleave({ ours: underPatches, peer: () => measureLong(server, paths) }, rounds);
    const load = loads.reduce((sum, each) => sum + each, 0) / loads.length;
    const pair = { ours, peer, against: 'browse alone' };
    return [
      toReach(rate({ ...pair, name: 'under-changes.browse' }, 'requests'), { must: 0.9, ambition: 1 }),
      { name: 'under-changes.load', value: load, unit: 'PATCHes/s' },
    ];
  },
};

async function pushedEvses(world: WorldStore): Promise<readonly PushedEvse[]> {
  const contentIds = (await world.sample(PUSHED_PLACES)).map(({ contentId }) => contentId);
  const store = openSqliteStore(dataFiles(world.directory).store);
  const evses = contentIds.flatMap((contentId) => {
    const location = store.location(contentId as ContentId)?.location;
    const uid = location?.evses[0]?.uid;
    if (location === undefined || uid === undefined) return [];
    return [{ countryCode: location.country_code, partyId: location.party_id, location: location.id, uid }];
  });
  await store.close();
  return evses;
}
