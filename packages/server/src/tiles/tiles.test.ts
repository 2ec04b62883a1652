import { PbfReader } from 'pbf';
import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import type { Atlas } from '../atlas/atlas.ts';
import { indexedWorld } from '../atlas/indexed/indexed-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { tilesSurface } from './surface.ts';
import { boxOfTile, mercatorX, mercatorY } from './tile-address.ts';

const context = { correlationId: 'c-1', now: smallWorldTime };
const delft = { lat: 52.0116, lng: 4.3571 };

const tileOf = ({ lat, lng }: typeof delft, z: number) =>
  `${String(z)}/${String(Math.floor(mercatorX(lng) * 2 ** z))}/${String(Math.floor(mercatorY(lat) * 2 ** z))}`;

function surfaceOf(atlas: Atlas) {
  const handle = tilesSurface({ atlas });
  return async (path: string, method = 'GET') => {
    const response = await handle(new Request(`http://maps.example${path}`, { method }), context);
    if (response === undefined) throw new Error(`nothing at ${path}`);
    return response;
  };
}

async function featuresOf(response: Response) {
  expect(response.status).toBe(200);
  const tile = new VectorTile(new PbfReader(new Uint8Array(await response.arrayBuffer())));
  const layer = tile.layers['places'];
  return Array.from({ length: layer?.length ?? 0 }, (_, at) => {
    const feature = layer?.feature(at);
    const [[point] = []] = feature?.loadGeometry() ?? [];
    return { ...feature?.properties, x: point?.x, y: point?.y };
  });
}

describe('tiles', () => {
  let atlas: Atlas;
  let ask: (path: string, method?: string) => Promise<Response>;
  beforeAll(() => {
    atlas = memoryAtlas(smallWorld(), { world: indexedWorld });
    ask = surfaceOf(atlas);
  });
  const places = async (path: string) => featuresOf(await ask(path));

  it('show each place by itself from zoom 13, with what is known of it', async () => {
    const found = await places(`/tiles/${tileOf(delft, 14)}.mvt`);
    const markt = found.find((place) => 'id' in place && place.id === smallWorldId('DELFT-MARKT'));
    expect(markt).toBeDefined();
    expect(markt).not.toHaveProperty('count');
    const site = atlas.site(smallWorldId('DELFT-MARKT'));
    const evses = site?.location.evses.filter(({ status }) => status !== 'REMOVED') ?? [];
    expect(markt).toMatchObject({
      evses: evses.length,
      available: evses.filter(({ status }) => status === 'AVAILABLE').length,
    });
  });

  it('have no figure of availability where no status is known', async () => {
    const silent = [...atlas.sites()].find(
      ({ location }) =>
        location.evses.length > 0 &&
        location.evses.every(({ status }) => status === 'UNKNOWN' || status === 'OPERATIONAL' || status === 'REMOVED'),
    );
    const { latitude, longitude } = silent?.location.coordinates ?? { latitude: 'no', longitude: 'no' };
    const found = await places(`/tiles/${tileOf({ lat: Number(latitude), lng: Number(longitude) }, 16)}.mvt`);
    const place = found.find((each) => 'id' in each && each.id === silent?.contentId);
    expect(place).toBeDefined();
    expect(place).not.toHaveProperty('available');
  });

  it('cluster what is close, and lose nobody: counts of the whole world add up at every zoom', async () => {
    const shown = [...atlas.sites()].filter(
      ({ location }) => Math.abs(Number(location.coordinates.latitude)) < 85,
    ).length;
    for (const z of [0, 1, 3]) {
      let sum = 0;
      for (let x = 0; x < 2 ** z; x++) {
        for (let y = 0; y < 2 ** z; y++) {
          for (const each of await places(`/tiles/${String(z)}/${String(x)}/${String(y)}.mvt`)) {
            sum += 'count' in each ? Number(each.count) : 1;
          }
        }
      }
      expect(sum).toBe(shown);
    }
    const [delftCluster] = (await places(`/tiles/${tileOf(delft, 8)}.mvt`)).filter((each) => 'count' in each);
    expect(Number(delftCluster && 'count' in delftCluster ? delftCluster.count : 0)).toBeGreaterThan(3);
  });

  it('take the filters of browse, and figures are of the EVSEs that fit', async () => {
    const path = `/tiles/${tileOf(delft, 14)}.mvt`;
    const all = await places(path);
    const strong = await places(`${path}?evStation[minPower]=50`);
    expect(strong.length).toBeGreaterThan(0);
    expect(strong.length).toBeLessThan(all.length);
    for (const place of strong) expect(Number('power' in place ? place.power : 0)).toBeGreaterThanOrEqual(50_000);
    expect(await places(`${path}?evStation[operatorIds]=nobody`)).toEqual([]);
  });

  it('refuse what is no tile and no filter, and say what is', async () => {
    for (const path of ['/tiles/17/0/0.mvt', '/tiles/2/4/0.mvt', '/tiles/1/0/9999999999.mvt']) {
      const response = await ask(path);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'parameter_invalid', correlationId: 'c-1' });
    }
    const misspelt = await ask('/tiles/0/0/0.mvt?evStation[minpower]=50');
    expect(await misspelt.json()).toMatchObject({ status: 400, parameter: 'evStation[minpower]' });
    expect((await ask('/tiles/0/0/0.mvt', 'DELETE')).status).toBe(405);
  });

  it('name their sources, and how long they may be kept', async () => {
    const response = await ask('/tiles/0/0/0.mvt');
    expect(response.headers.get('x-attribution')).toContain('City Data Office');
    expect(response.headers.get('content-type')).toBe('application/vnd.mapbox-vector-tile');
    expect(response.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
  });

  it('are described by a TileJSON that keeps the filter', async () => {
    const found = (await (await ask('/tiles.json?evStation[minPower]=50')).json()) as { tiles: string[] };
    expect(found).toMatchObject({ tilejson: '3.0.0', minzoom: 0, maxzoom: 16 });
    expect(found.tiles[0]).toBe('http://maps.example/tiles/{z}/{x}/{y}.mvt?evStation[minPower]=50');
    expect((await ask('/tiles.json?evStation[x]=1')).status).toBe(400);
  });
});

describe('a tile of too many places', () => {
  it('is bounded at any zoom, and counts all of them', async () => {
    const crowd: Atlas = {
      ...memoryAtlas(smallWorld()),
      survey({ area }, visit) {
        if (area?.kind !== 'box') return;
        for (let at = 0; at < 20_000; at++) {
          const lng = area.west + ((area.east - area.west) * ((at % 141) + 0.5)) / 142;
          const lat = area.south + ((area.north - area.south) * (Math.floor(at / 141) + 0.5)) / 142;
          visit(lat, lng, 22_000, 2, 2, 1, () => smallWorldId('DELFT-MARKT'));
        }
      },
    };
    const found = await featuresOf(await surfaceOf(crowd)('/tiles/14/8000/5000.mvt'));
    expect(found.length).toBeLessThanOrEqual(1024);
    expect(found.reduce((sum, each) => sum + ('count' in each ? Number(each.count) : 1), 0)).toBe(20_000);
  });
});

describe('addresses', () => {
  it('cover every position by exactly one tile, whose box holds it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -85, max: 85, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.integer({ min: 0, max: 16 }),
        (lat, lng, z) => {
          const x = Math.floor(mercatorX(lng) * 2 ** z);
          const y = Math.floor(mercatorY(lat) * 2 ** z);
          const box = boxOfTile({ z, x, y });
          expect(x).toBeLessThan(2 ** z);
          expect(lng).toBeGreaterThanOrEqual(box.west - 1e-9);
          expect(lng).toBeLessThanOrEqual(box.east + 1e-9);
          expect(lat).toBeGreaterThanOrEqual(box.south - 1e-9);
          expect(lat).toBeLessThanOrEqual(box.north + 1e-9);
        },
      ),
    );
  });
});
