/** `/tiles/{z}/{x}/{y}.mvt` and `/tiles.json`: the charging places for maps. */
import { readPlaceFilter } from '../discovery/read-place-filter.ts';
import { answer } from '../http/answer.ts';
import { attributionOf } from '../http/attribution.ts';
import { renderProblem } from '../http/problem.ts';
import { pathOf, refuseMalformed } from '../http/request-line.ts';
import type { MountedSurface, RequestContext, Surface, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import { encodeTile } from './encode-tile.ts';
import { makeTile } from './make-tile.ts';
import type { TileAddress } from './tile-address.ts';
import { MAX_ZOOM, tileAddressOf } from './tile-address.ts';
import { tileCache } from './tile-cache.ts';
import { tileJson } from './tile-json.ts';

const TILES_PREFIX = '/tiles/';
const TILE_JSON = '/tiles.json';
const MEDIA_TYPE = 'application/vnd.mapbox-vector-tile';

/** Maps ask again when it is over: how often those that are open look for changes. */
const MAX_AGE_SECONDS = 10;

type TileDependencies = Pick<SurfaceDependencies, 'atlas'>;

export function tilesSurface({ atlas }: TileDependencies): Surface {
  const cache = tileCache();

  function attribution(): Readonly<Record<string, string>> {
    const credit = attributionOf(atlas.sources());
    return credit === undefined ? {} : { 'x-attribution': credit };
  }

  function tileAnswer(address: TileAddress, { searchParams }: URL, context: RequestContext): Response {
    const filter = readPlaceFilter(searchParams, context);
    const { z, x, y } = address;
    searchParams.sort();
    const key = `${z}/${x}/${y}?${searchParams.toString()}`;
    const bytes = cache.get(key, { seq: atlas.seq, at: context.now.getTime(), z }, () =>
      encodeTile(makeTile(atlas, address, filter)),
    );
    const headers = { 'content-type': MEDIA_TYPE, 'cache-control': `public, max-age=${String(MAX_AGE_SECONDS)}` };
    return answer(bytes, { headers: { ...headers, ...attribution() } });
  }

  function respond(request: Request, context: RequestContext): Response | undefined {
    const malformed = refuseMalformed(request.url);
    if (malformed !== undefined) throw malformed;
    const path = pathOf(request.url);
    const address = tileAddressOf(path);
    if (address === undefined && path !== TILE_JSON) return undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new Refused('method_not_allowed', { cause: `${request.method} was sent`, allowed: 'GET, HEAD' });
    }
    const url = new URL(request.url);
    if (address === undefined) {
      readPlaceFilter(url.searchParams, context);
      const text = tileJson(url.origin, url.search, attributionOf(atlas.sources()));
      return answer(text, { headers: { 'content-type': 'application/json', ...attribution() } });
    }
    if (address === 'out of range') {
      throw new Refused('parameter_invalid', {
        parameter: '{z}/{x}/{y}',
        cause: `There is no tile ${path.slice(TILES_PREFIX.length)}`,
        allowed: `z from 0 to ${String(MAX_ZOOM)}, x and y from 0 to 2^z - 1`,
      });
    }
    return tileAnswer(address, url, context);
  }

  return (request, context) => {
    try {
      return respond(request, context);
    } catch (error) {
      if (error instanceof Refused) return renderProblem(error, context);
      throw error;
    }
  };
}

export function mountTiles(dependencies: TileDependencies): MountedSurface {
  return {
    name: 'tiles',
    paths: [TILES_PREFIX, TILE_JSON],
    handle: tilesSurface(dependencies),
    refuse: renderProblem,
    access: 'keys',
  };
}
