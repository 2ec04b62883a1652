/** Searches around a place and along a route beside PostgreSQL with PostGIS, behind the same HTTP framework. */
import { encodeFlexiblePolyline } from '@pantograph/model/geo';
import type { Benchmark, Figure } from './harness/benchmark.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { fillPlaces } from './postgres/place-tables.ts';
import { startPostgres } from './postgres/server.ts';
import { besidePeer } from './serving/beside-peer.ts';
import { BROWSED_CATEGORY, browsePaths, someProvider } from './serving/browse-paths.ts';
import { sameHits } from './serving/same-hits.ts';
import { serverProcess } from './serving/server-process.ts';
import type { SampledPlace } from './serving/world-store.ts';
import { worldStore } from './serving/world-store.ts';

const QUERIES = 600;
const ROUTES = 20;
const ROUTE_POINTS = 500;
/** A degree of latitude has 111 km. */
const ROUTE_DEGREES = 500 / 111.2;

export const discoveryPostgis: Benchmark = {
  name: 'discovery-postgis',
  about: 'browse around places and along routes of 500 km beside PostGIS (with --peer postgis)',
  async run({ rounds, locations, peers, note }) {
    if (!peers.has('postgis')) {
      note('skipped, because --peer postgis was not asked for');
      return [];
    }
    await using world = await worldStore(locations, note);
    await using directory = await temporaryDirectory();
    await using server = await startPostgres(directory.path, 'postgis');
    await using ours = await serverProcess('serve-world.ts', [world.directory]);
    note(`filling PostGIS with ${String(locations)} places`);
    await fillPlaces({ server, port: ours.port, contentIds: await world.contentIds() });
    await using peer = await serverProcess('serve-postgres.ts', [JSON.stringify(server.connection)], [server.pid]);
    const sides = { ours, peer, rounds, compare: sameHits, note };
    const figures: Figure[] = [];
    const around = browsePaths(await world.sample(QUERIES), await someProvider(ours.port));
    const nearest = 'PostGIS, GiST order';
    figures.push(
      ...(await besidePeer({
        ...sides,
        name: 'discovery-postgis.browse',
        paths: around,
        reach: { must: 15, ambition: 25 },
        against: nearest,
      })),
    );
    const paths = (await world.sample(ROUTES)).map(alongRoute);
    const split = 'PostGIS, split by segment';
    figures.push(
      ...(await besidePeer({
        ...sides,
        name: 'discovery-postgis.route',
        paths,
        reach: { must: 10, ambition: 25 },
        against: split,
      })),
    );
    return figures;
  },
};

/** Winding, from a place southwards, or northwards where the equator is near. */
function alongRoute({ lat, lng }: SampledPlace): string {
  const south = lat > 2 * ROUTE_DEGREES ? -1 : 1;
  const points = Array.from({ length: ROUTE_POINTS }, (_, at) => ({
    lat: lat + (south * at * ROUTE_DEGREES) / ROUTE_POINTS,
    lng: lng + Math.sin(at / 40) / 10,
  }));
  const route = encodeFlexiblePolyline(points);
  return `/v1/browse?at=${String(lat)},${String(lng)}&route=${route};w=2000&limit=100&show=ev&categories=${BROWSED_CATEGORY}`;
}
