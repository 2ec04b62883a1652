/** What is asked of three threads is answered as one thread answers it, byte for byte. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallWorld } from '../../test/small-world.ts';
import type { Connection, Sent, ServerUnderTest, Told, World } from './testing/threads-under-test.ts';
import { connect, copyOf, makeWorld, serverUnderTest } from './testing/threads-under-test.ts';

let world: World;
let other: World;
let many: ServerUnderTest;
let one: ServerUnderTest;
let threads: readonly Connection[];
let single: Connection;

beforeAll(async () => {
  world = await makeWorld();
  other = copyOf(world);
  [many, one] = await Promise.all([
    serverUnderTest(world, { threads: 3, access: { mode: 'open' } }),
    serverUnderTest(other, { access: { mode: 'open' } }),
  ]);
  threads = await many.connectToEach(3);
  single = connect(one.server.port);
}, 120_000);
afterAll(async () => {
  single.close();
  await Promise.all([many.close(), one.close()]);
  world.remove();
  other.remove();
});

const ids = smallWorld().locations.map(({ contentId }) => contentId);
const some = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const id = fc.oneof({ weight: 6, arbitrary: some(...ids) }, { weight: 1, arbitrary: some('gone', 'pan0-x', '%zz') });
const near = some('52.0116,4.3571', '52.52,13.4', '0,180', 'x', '91,0');
const fields = some('', 'evses', 'evses,connectorGroups,tariffs,address,locationInfo,emsps,nearby', 'nonsense');
const format = some('json', 'xml');

const path: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(id, fields, some('', 'here', 'ocpi', 'x')).map(([of, show, enums]) => {
    return `/v3/locations/${of}?fields=${show}${enums === '' ? '' : `&enums=${enums}`}`;
  }),
  fc.array(id, { minLength: 1, maxLength: 5 }).map((of) => `/v3/locations?ids=${of.join(',')}&fields=evses`),
  fc
    .tuple(near, some('1', '20', '0', '101', 'a'), some('', '&show=ev', '&show=ev,tz,eMobilityServiceProviders'))
    .map(([at, limit, show]) => `/v1/browse?at=${at}&limit=${limit}${show}`),
  fc.tuple(near, some('charging', 'markt', 'voltstad', '')).map(([at, q]) => `/v1/discover?at=${at}&q=${q}`),
  fc.tuple(near, some('ch', 'del', '')).map(([at, q]) => `/v1/autosuggest?at=${at}&q=${q}`),
  id.map((of) => `/v1/lookup?id=here:pds:place:${of}`),
  fc
    .tuple(id, some('', 'all', 'x'), some('5', '0', '20'))
    .map(([of, tariff, energy]) => `/v1/prices?id=${of}&tariff=${tariff}&energy=${energy}&start=2026-03-10T20:30:00Z`),
  some('/v1/browse?at=52,4.5&facets=status&limit=3', '/v1/browse?at=52,4.5&f=geojson&show=ev'),
  some('/v1/browse?at=52,4.5&route=BG0_vjsDwm6xCwwrlDo9qF;w=50000&show=ev'),
  fc.tuple(near, format).map(([at, ending]) => `/ev/stations.${ending}?prox=${at},200000&maxresults=3`),
  fc.tuple(id, format).map(([of, ending]) => `/ev/pools/${of}.${ending}`),
  fc.tuple(id, format).map(([of, ending]) => `/ev/evses/bulk.${ending}?id=${of}`),
  some('/ev/stations/count.json?bbox=53,4;51,6', '/ev/connectortypes.json', '/ev/roamings.xml', '/ev/nothing.json'),
  some('/tiles/3/4/2.mvt', '/tiles/9/262/168.mvt', '/tiles/1/9/9.mvt', '/tiles.json', '/tiles/x'),
  some('/v3/countryMetadata', '/v3/health', '/v3/version', '/v3/openapi', '/v3/nothing', '/v3'),
  some('/ready', '/metrics', '/openapi.json', '/docs', '/docs/errors', '/', '/nothing'),
  some('/ocpi/versions', '/ocpi/2.2.1/locations', '/ocpi/receiver/2.2.1/locations/NL/VLT/x', '/%', '/v1/br%6Fwse'),
);

const header: fc.Arbitrary<readonly [string, string]> = some(
  ['Accept-Encoding', 'gzip'],
  ['Accept-Encoding', 'br;q=0.5'],
  ['X-Request-ID', 'mine'],
  ['Origin', 'https://app.example'],
  ['Authorization', 'Basic eDp5'],
  ['X-Forwarded-For', '203.0.113.9'],
  ['Pantograph-Peer', '127.0.0.1'],
  ['Connection', 'close'],
  ['Expect', '100-continue'],
  ['If-None-Match', '*'],
);

const sent: fc.Arbitrary<Sent> = fc
  .record({
    method: fc.oneof({ weight: 8, arbitrary: some('GET') }, { weight: 2, arbitrary: some('HEAD', 'POST', 'OPTIONS') }),
    path: path.map((each) => each.replace(/[^\x21-\x7e]/g, encodeURIComponent)),
    headers: fc.array(header, { maxLength: 2 }).map((each) => Object.fromEntries(each)),
    body: some('', '{"a":1}', 'x'.repeat(100_000)),
  })
  .map(({ method, body, ...asked }) => (method === 'POST' ? { ...asked, method, body } : { ...asked, method }));

/** But for what no two answers have in common. */
function comparable({ status, headers, body }: Told, path: string): unknown {
  const { date: _, 'x-correlation-id': correlationId = '', ...rest } = headers;
  const text = body.replaceAll(String(correlationId), 'ID').replace(/"timestamp":"[^"]*"/, '"timestamp"');
  // Durations, memory, seconds.
  const own = path === '/metrics' ? text.split('\n').filter((line) => /^# TYPE pantograph/.test(line)) : text;
  const { etag, 'content-length': length, ...others } = rest;
  return path === '/metrics' ? { status, headers: others, own } : { status, headers: rest, etag, length, own };
}

it('hundreds of requests, whole and wrong', { timeout: 240_000 }, async () => {
  let asked = 0;
  const answered = new Map<number | undefined, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(sent, { minLength: 4, maxLength: 8 }), async (all) => {
      for (const each of all) {
        const expected = await single.ask(each);
        for (const thread of threads) {
          const told = await thread.ask(each);
          expect(comparable(told, each.path), JSON.stringify(each)).toEqual(comparable(expected, each.path));
        }
        asked++;
        answered.set(expected.status, (answered.get(expected.status) ?? 0) + 1);
        const { etag } = expected.headers;
        if (etag === undefined) continue;
        const again = { ...each, headers: { ...each.headers, 'If-None-Match': etag } };
        for (const connection of [...threads, single]) expect((await connection.ask(again)).status).toBe(304);
      }
    }),
    { numRuns: 60 },
  );
  expect(asked).toBeGreaterThan(200);
  for (const status of [200, 400, 404]) expect(answered.get(status)).toBeGreaterThan(5);
});
