/** v3 lookup beside PostgreSQL: the same documents by primary key, behind the same HTTP framework. */
import { isDeepStrictEqual } from 'node:util';
import type { Benchmark, Figure } from './harness/benchmark.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { LOOKUP_FIELDS } from './postgres/our-answers.ts';
import { fillLocations } from './postgres/place-tables.ts';
import { startPostgres } from './postgres/server.ts';
import { besidePeer } from './serving/beside-peer.ts';
import { serverProcess } from './serving/server-process.ts';
import { worldStore } from './serving/world-store.ts';

const SAMPLED = 4_000;
const BATCH = 100;

export const lookupPostgres: Benchmark = {
  name: 'lookup-postgres',
  about: 'lookup by id and by 100 ids beside PostgreSQL by primary key (with --peer postgres)',
  async run({ rounds, locations, peers, note }) {
    if (!peers.has('postgres')) {
      note('skipped, because --peer postgres was not asked for');
      return [];
    }
    await using world = await worldStore(locations, note);
    await using directory = await temporaryDirectory();
    await using server = await startPostgres(directory.path);
    await using ours = await serverProcess('serve-world.ts', [world.directory]);
    note(`filling PostgreSQL with ${String(locations)} locations`);
    await fillLocations({ server, port: ours.port, contentIds: await world.contentIds() });
    await using peer = await serverProcess('serve-postgres.ts', [JSON.stringify(server.connection)], [server.pid]);
    const ids = (await world.sample(SAMPLED)).map(({ contentId }) => contentId);
    const sides = { ours, peer, rounds, compare: sameBody, note };
    const figures: Figure[] = [];
    const byId = ids.map((id) => `/v3/locations/${id}?fields=${LOOKUP_FIELDS}`);
    const against = 'PostgreSQL by primary key';
    figures.push(
      ...(await besidePeer({
        ...sides,
        name: 'lookup-postgres.by_id',
        paths: byId,
        reach: { must: 6, ambition: 9 },
        against,
      })),
    );
    const batches = Array.from({ length: Math.floor(ids.length / BATCH) }, (_, at) =>
      ids.slice(at * BATCH, (at + 1) * BATCH),
    );
    const paths = batches.map((some) => `/v3/locations?ids=${some.join(',')}&fields=${LOOKUP_FIELDS}`);
    const any = 'PostgreSQL, = ANY($1)';
    figures.push(
      ...(await besidePeer({ ...sides, name: 'lookup-postgres.by_100_ids', paths, reach: { must: 8 }, against: any })),
    );
    return figures;
  },
};

function sameBody(ours: unknown, peer: unknown, path: string): void {
  if (!isDeepStrictEqual(ours, peer)) throw new Error(`answers differ for ${path}`);
}
