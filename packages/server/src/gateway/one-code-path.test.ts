/** A gateway in front of our own v3 and Search answers byte for byte what the server's own v2 answers. */
import { encodeFlexiblePolyline } from '@pantograph/model/geo';
import type { LocationRecord } from '@pantograph/model/location';
import { readLocation } from '@pantograph/feeds/ocpi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallWorld, smallWorldTime } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { demoWorld } from '../demo/index.ts';
import { bothWays } from './testing/both-ways.ts';
import type { UpstreamFetch } from './testing/fetch-transport.ts';

const { locations, ...rest } = smallWorld();
const small = memoryAtlas({ ...rest, locations });

/** One eMSP that places name in two ways, with ids of several countries and one place of no country. */
const withRoaming = memoryAtlas({
  ...rest,
  locations: locations.map((record, at) => ({
    ...record,
    location: { ...record.location, ...(at === 0 && { country: '' }) },
    extension: {
      ...record.extension,
      eMobilityServiceProviders: [
        {
          name: at % 2 === 0 ? 'Zebra Card' : 'Aardvark Card',
          partnerId: '00000000-0000-8000-8000-000000000001',
          eMobilityIds: [`DE-CC${String(at % 10)}`, 'no such form'],
        },
        { name: `Only here ${String(at % 3)}`, partnerId: `00000000-0000-8000-8000-00000000010${String(at % 3)}` },
      ],
    },
  })),
});

/** An upstream that tells what its contract has it tell, and none of what a Pantograph adds. */
const silent =
  (upstream: UpstreamFetch): UpstreamFetch =>
  async (url, init) => {
    const response = await upstream(url, init);
    const headers = new Headers(response.headers);
    headers.delete('x-results');
    headers.delete('x-attribution');
    return new Response(response.body, { status: response.status, headers });
  };

const centre = fc.constantFrom('52.0116,4.3571', '52.52,13.41', '-16.8,179.999', '0,0', '-89.99,45', '52.3,13.3');
const radius = fc.oneof(fc.integer({ min: 1, max: 200_000 }), fc.constantFrom('0', '250.5', '1e3'));
const corridor = fc.constantFrom(
  '52.0116,4.3571;52.02,4.36;52.0,4.35',
  '52.0116,4.3571;52.02,4.36;300',
  '52.0116,4.3571;52.02,4.36;60000',
  '52.5,13.3;52.53,13.5;2500.5',
  '0,0;0,0.01;10',
);
const geometry = fc.oneof(
  fc.tuple(centre, radius).map(([at, metres]) => `prox=${at},${String(metres)}`),
  fc.constantFrom('bbox=52.1,4.2;51.9,4.5', 'bbox=-16.7,179.9;-16.9,-179.9', 'bbox=52.6,13.2;52.2,13.5'),
  fc.constantFrom(
    'bbox=0,0;0,0',
    'bbox=52.0116,4.3571;52.0116,4.3571',
    'bbox=52,4;53,5',
    'prox=1,2',
    'prox=0,0,200001',
  ),
  corridor.map((points) => `corridor=${points}`),
);
const ids = fc.array(
  fc.constantFrom('nothing', 'a,b', 'ä/ö', '..', ' ', ...locations.map(({ contentId }): string => contentId)),
  {
    minLength: 1,
    maxLength: 10,
  },
);
const search = fc.record({
  geometry,
  filter: fc.constantFrom(
    '',
    '&connectortype=31',
    '&connectortype=34,29',
    '&connectortype=36',
    '&connectortype=999',
    '&emsp=x',
  ),
  page: fc.constantFrom(
    '',
    '&maxresults=3',
    '&maxresults=2&offset=1',
    '&offset=99',
    '&offset=500',
    '&maxresults=1000',
    '&maxresults=0',
  ),
  strict: fc.constantFrom('', '&strictcount=true', '&strictcount=false'),
});
const route = fc.constantFrom(
  encodeFlexiblePolyline([
    { lat: 52.0116, lng: 4.3571 },
    { lat: 52.3, lng: 9 },
    { lat: 52.52, lng: 13.41 },
  ]),
  'nonsense',
);
const path = fc.oneof(
  search.map((asked) => ['stations', `${asked.geometry}${asked.filter}${asked.page}${asked.strict}`]),
  search.map((asked) => ['stations/count', `${asked.geometry}${asked.filter}${asked.strict}`]),
  fc
    .tuple(fc.constantFrom('stations/alongroute', 'stations/alongroute/count'), route, fc.constantFrom(1, 1000, 50_000))
    .map(([name, line, width]) => [name, `route=${line}&width=${String(width)}`]),
  fc
    .tuple(fc.constantFrom('stations/bulk', 'pools/bulk', 'evses/bulk'), ids)
    .map(([name, each]) => [name, each.map((id) => `id=${encodeURIComponent(id)}`).join('&')]),
  fc
    .tuple(fc.constantFrom('stations', 'pools'), ids)
    .map(([name, [id = '']]) => [`${name}/${encodeURIComponent(id)}`, '']),
  fc
    .constantFrom('roamings', 'connectortypes', 'powerfeedtypes', 'connectorstatuses', 'unheard-of')
    .map((name) => [name, '']),
);

describe('a gateway in front of our own server answers as the server', () => {
  it.each([
    ['in our dialect', {}],
    ['that keeps what it heard', { settings: { cacheSeconds: 60 } }],
    ['that is told nothing beyond the contract', { wire: silent }],
    ['that answers in the published dialect unless asked', { enums: 'here', settings: { enums: 'ocpi' } }],
  ] as const)('%s', async (_, options) => {
    const { ask } = bothWays({ atlas: small, ...options });
    let found = 0;
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom('json', 'xml', 'yaml'), async ([name = '', query = ''], format) => {
        const { own, gateway } = await ask(`${name}.${format}?${query}`);
        expect(gateway.text).toBe(own.text);
        expect(gateway.status).toBe(own.status);
        if (own.status === 200) found++;
      }),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(150);
  });
});

it('along routes that are too long for a URL', async () => {
  const { ask, asked } = bothWays({ atlas: small });
  const coordinates = Array.from({ length: 1500 }, (_, at) => [4.3 + at / 10_000 + (at % 7) / 1e6, 52 + at / 50_000]);
  const body = JSON.stringify({ route: { type: 'LineString', coordinates }, width: 3000 });
  const { own, gateway } = await ask('stations/alongroute.json', { method: 'POST', body });
  expect(own.status).toBe(200);
  expect(gateway.text).toBe(own.text);
  expect(Math.max(...asked.map((path) => path.length))).toBeLessThan(2000);
});

it('to HEAD as to GET', async () => {
  const { ask } = bothWays({ atlas: small });
  const { own, gateway } = await ask('stations.json?prox=52.0116,4.3571,3000', { method: 'HEAD' });
  expect(gateway.headers.get('content-length')).toBe(own.headers.get('content-length'));
});

it.each(['roamings.json', 'roamings.xml'])('lists the same roaming partners, ids included: %s', async (resource) => {
  const { ask } = bothWays({ atlas: withRoaming });
  const { own, gateway } = await ask(resource);
  expect(own.text).toContain('DE-CC9');
  expect(own.text).toContain('Aardvark Card');
  expect(gateway.text).toBe(own.text);
});

describe('a gateway pages through what Search gives a hundred of at a time', async () => {
  const demo = await demoWorld({ locations: 2500, seed: 3, now: smallWorldTime });
  const context = { source: 'demo', receivedAt: smallWorldTime.toISOString() };
  const records: LocationRecord[] = [];
  for (const raw of demo.locations()) {
    const reading = readLocation(raw, context);
    if (reading.ok) records.push(reading.record);
  }
  const atlas = memoryAtlas({ sources: [{ name: 'demo', demo: true }], locations: records, tariffs: [] });
  const busiest = records
    .slice(0, 40)
    .map(({ location: { coordinates } }) => coordinates)
    .map(({ latitude, longitude }) => ({ latitude, longitude }));
  const somewhere = fc.constantFrom(...busiest);
  const area = fc.oneof(
    fc
      .tuple(somewhere, fc.integer({ min: 30_000, max: 200_000 }))
      .map(([{ latitude, longitude }, metres]) => `stations.json?prox=${latitude},${longitude},${String(metres)}`),
    somewhere.map(({ latitude, longitude }) => {
      const [lat, lng] = [Number(latitude), Number(longitude)];
      return `stations.json?bbox=${String(lat + 1.5)},${String(lng - 1.5)};${String(lat - 1.5)},${String(lng + 1.5)}`;
    }),
    fc
      .tuple(somewhere, somewhere, fc.constantFrom(1000, 20_000, 50_000))
      .map(
        ([from, to, width]) =>
          `stations/alongroute.json?width=${String(width)}&route=${encodeFlexiblePolyline(
            [from, to].map(({ latitude, longitude }) => ({ lat: Number(latitude), lng: Number(longitude) })),
          )}`,
      ),
  );
  const page = fc.constantFrom(
    '&maxresults=100',
    '&offset=60',
    '&maxresults=150&offset=80',
    '&maxresults=20&offset=320',
    '&maxresults=1000',
  );

  it.each([
    ['a Pantograph', {}],
    ['an upstream that tells nothing beyond the contract', { wire: silent }],
  ] as const)('of %s', { timeout: 60_000 }, async (_, options) => {
    const { ask } = bothWays({ atlas, settings: { mostPerRequest: 10_000 }, ...options });
    let most = 0;
    await fc.assert(
      fc.asyncProperty(area, page, fc.constantFrom('', '&strictcount=true'), async (asked, paged, strict) => {
        const { own, gateway } = await ask(`${asked}${paged}${strict}`);
        expect(gateway.text).toBe(own.text);
        if (own.status === 200) most = Math.max(most, (JSON.parse(own.text) as { count: number }).count);
      }),
      { numRuns: 40 },
    );
    expect(most).toBeGreaterThan(100);
  });
});
