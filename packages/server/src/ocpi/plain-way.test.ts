/** OCPI without `Request` and `Response` against the usual way: both say the same, byte for byte, and keep the same. */
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request as open } from 'node:http';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { ServerUnderTest } from './testing/server-under-test.ts';
import { serverUnderTest } from './testing/server-under-test.ts';
import { connector, evse, location, tariff } from './testing/wire-objects.ts';

const agent = new Agent({ keepAlive: true });
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const publicUrl = 'https://charge.example';
const token = 'a-token-of-the-peer-abc';
const strangers = 'a-token-of-another-peer';

async function server(usualWayOnly: boolean): Promise<ServerUnderTest> {
  const made = await serverUnderTest({ publicUrl }, { usualWayOnly });
  closing.push(() => made.close());
  made.befriend('abc', ['NL/ABC', 'BE/XYZ'], token);
  made.befriend('stranger', ['FR/EMS'], strangers);
  await made.store.putSource({ name: 'abc', redistribute: true, attribution: 'ABC' });
  return made;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer | undefined;
}

interface Told {
  readonly status: number | undefined;
  /** But for the date, and what is made for each request. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function tell({ url }: ServerUnderTest, { method, path, headers, body }: Sent): Promise<Told> {
  const length = body === undefined ? {} : { 'Content-Length': String(body.length) };
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', agent, method, path };
    const sent = open({ ...options, headers: { Host: 'localhost:8080', ...length, ...headers } }, (response) => {
      const { date: _date, 'x-correlation-id': _made, ...rest } = response.headers;
      buffer(response).then((bytes) => {
        resolve({ status: response.statusCode, headers: rest, body: bytes.toString('latin1') });
      }, reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** All that a push may have changed. */
function stateOf({ store, peers }: ServerUnderTest): unknown {
  return {
    seq: store.seq(),
    locations: [...store.locations()],
    tariffs: [...store.tariffs()],
    quarantined: [...store.quarantined()],
    log: store.log(0, 100_000),
    counts: ['abc', 'stranger'].map((name) => peers.counts.of(name)),
    peers: peers.list(),
  };
}

const one = <const T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const authorization = fc.oneof(
  { weight: 12, arbitrary: one(`Token ${token}`, `Token ${base64(token)}`, `Token ${base64(`${token}\n`)}`) },
  { weight: 1, arbitrary: one(`Token ${strangers}`, `token\t${base64(strangers)}`, 'Token nobody', 'Token ', '') },
  { weight: 1, arbitrary: one(`Bearer ${token}`, token, `Token ${token} `, 'Basic eDp5') },
);
const header = one<[string, string | string[]]>(
  ['X-Request-ID', 'request-1'],
  ['X-Request-ID', ['a', 'b']],
  ['OCPI-from-country-code', 'NL'],
  ['OCPI-from-party-id', 'ABC'],
  ['OCPI-to-party-id', ['PAN', 'XYZ']],
  ['Accept-Encoding', 'gzip'],
  ['If-None-Match', '*'],
  ['Expect', '100-continue'],
  ['Content-Type', 'application/json'],
  ['Content-Type', 'text/plain; charset=latin1'],
  ['Host', 'PANTOGRAPH.test:80'],
  ['Origin', 'https://app.example'],
);

const version = one('2.1.1', '2.2', '2.2.1', '2.3.0', '2.0', 'x');
const party = fc.oneof({ weight: 8, arbitrary: one('NL/ABC', 'nl/abc') }, one('BE/XYZ', 'FR/EMS', 'NL', '%4EL/ABC'));
const id = fc.oneof(
  { weight: 9, arbitrary: one('L1', 'L2', 'l1', 'T1') },
  one('', 'L%201', 'L.1', '..', '%00', 'é', '%zz'),
);
const part = one('', '', '/E1', '/e2', '/E9', '/E1/1', '/E1/2', '/E1/1/x');
const query = fc.oneof(
  { weight: 6, arbitrary: one('') },
  one('?', '?limit=1', '?limit=x', '?offset=1&date_from=2026-03-10T10:00:00Z', '?a=%zz'),
);
const module = one('locations', 'locations', 'locations', 'tariffs', 'cdrs');
const received = fc
  .tuple(version, module, party, id, part, query)
  .map(
    ([which, name, whose, what, below, asked]) => `/ocpi/receiver/${which}/${name}/${whose}/${what}${below}${asked}`,
  );
const listed = fc
  .tuple(version, module, one('', '/L1', '/L1/E1', '/L1/E1/1', '/none'), query)
  .map(([which, name, below, asked]) => `/ocpi/sender/${which}/${name}${below}${asked}`);
const about = one('/ocpi/versions', '/ocpi/2.2.1', '/ocpi/2.3.0/credentials', '/ocpi/', '/ocpi', '/ocpi//versions');
const path = fc.oneof({ weight: 8, arbitrary: received }, { weight: 3, arbitrary: listed }, about);

const date = one<string | number>(
  '2026-03-10T10:00:00Z',
  '2026-03-10T11:00:00Z',
  '2026-03-10T09:00:00',
  '2026-03-12T00:00:00Z',
  'today',
  7,
);
const status = one('AVAILABLE', 'CHARGING', 'OPERATIONAL', 'SLEEPING', null);
const object = fc.oneof(
  fc.record({ status, last_updated: date, uid: one('E1', 'E9') }, { requiredKeys: ['status'] }),
  fc.record({ name: one('Market', 'Märkt €', null), last_updated: date }, { requiredKeys: ['name'] }),
  fc.record({ publish: fc.boolean(), last_updated: date, evses: fc.constant([evse('E2', { status: 'BLOCKED' })]) }),
  fc.tuple(one('L1', 'L2', 'OTHER'), date).map(([own, last_updated]) => location(own, { last_updated })),
  fc.tuple(one('L1', 'L2'), date).map(([own, last_updated]) => location(own, { last_updated, evses: [evse('E1')] })),
  one(location('L1', { coordinates: undefined }), location('L1', { party_id: 'XYZ' }), tariff('T1', { elements: 1 })),
  date.map((last_updated) => tariff('T1', { last_updated })),
  date.map((last_updated) => connector('1', { last_updated, max_amperage: 32 })),
);
const body = fc.oneof(
  { weight: 12, arbitrary: object.map((some) => Buffer.from(JSON.stringify(some))) },
  one('', '{', '[]', 'null', '7', '"L1"', '{"a":1}{', '\ufeff{}', '{"a":1,"a":2}', '['.repeat(200)).map((text) =>
    Buffer.from(text),
  ),
  one(Buffer.from([0x7b, 0xff, 0x7d]), Buffer.from('{"name":"\\ud800"}'), Buffer.alloc(1024 * 1024 + 1, 0x20)),
);
const method = fc.oneof(
  { weight: 5, arbitrary: one('PUT') },
  { weight: 6, arbitrary: one('PATCH') },
  { weight: 4, arbitrary: one('GET') },
  one('DELETE', 'HEAD', 'POST', 'OPTIONS'),
);
const withBody = new Set(['PUT', 'PATCH', 'POST']);
const request: fc.Arbitrary<Sent> = fc
  .record({ method, path, authorization, headers: fc.array(header, { maxLength: 2 }), body })
  .map(({ authorization: shown, headers, ...rest }) => ({
    method: rest.method,
    path: rest.path.replace(/[^\x21-\x7e]/g, encodeURIComponent),
    headers: { ...Object.fromEntries(headers), ...(shown !== '' && { Authorization: shown }) },
    body: withBody.has(rest.method) ? rest.body : undefined,
  }));

const json = (some: object): Buffer => Buffer.from(JSON.stringify(some));
const l1 = '/ocpi/receiver/2.2.1/locations/NL/ABC/L1';
const ofPeer = { Authorization: `Token ${base64(token)}` };

/** What random requests come to seldom, and what each is answered, by either way. */
const certain: readonly (readonly [Sent, answer: string])[] = [
  [{ method: 'PUT', path: l1, headers: ofPeer, body: json(location('L1')) }, '201 1000'],
  [{ method: 'PUT', path: l1, headers: ofPeer, body: json(location('L2')) }, '200 2001'],
  [{ method: 'PUT', path: l1, headers: ofPeer, body: Buffer.alloc(1024 * 1024 + 1, 0x20) }, '413 2000'],
  [{ method: 'PUT', path: l1, headers: { Authorization: 'Token nobody' }, body: json(location('L1')) }, '401 2000'],
  [{ method: 'PATCH', path: `${l1}/E1`, headers: ofPeer, body: json({ status: 'BLOCKED' }) }, '200 2001'],
  [
    { method: 'PATCH', path: `${l1}/E9`, headers: ofPeer, body: json({ status: 'BLOCKED', ...evse('E9') }) },
    '200 2003',
  ],
  [{ method: 'PATCH', path: l1, headers: ofPeer, body: Buffer.from('{') }, '400 2001'],
  [{ method: 'GET', path: l1, headers: ofPeer, body: undefined }, '200 1000'],
  [{ method: 'GET', path: `${l1}9`, headers: ofPeer, body: undefined }, '404 2003'],
  [{ method: 'DELETE', path: l1, headers: ofPeer, body: undefined }, '405 2000'],
];

it('whatever is asked over a connection, both ways answer it alike and leave the same behind', async () => {
  const [plain, usual] = [await server(false), await server(true)];
  const tellBoth = async (some: Sent): Promise<Told> => {
    const expected = await tell(usual, some);
    const shown = { ...some, body: some.body?.toString().slice(0, 300) };
    expect(await tell(plain, some), JSON.stringify(shown)).toEqual(expected);
    return expected;
  };
  for (const [some, answer] of certain) {
    const told = await tellBoth(some);
    expect(`${String(told.status)} ${/"status_code":(\d+)/.exec(told.body)?.[1] ?? ''}`).toBe(answer);
  }
  expect(plain.askedPlainly()).toBeGreaterThan(certain.length / 2);
  const property = fc.asyncProperty(fc.array(request, { minLength: 5, maxLength: 20 }), async (requests) => {
    for (const some of requests) await tellBoth(some);
    expect(stateOf(plain)).toEqual(stateOf(usual));
  });
  await fc.assert(property, { numRuns: 60 });
  expect(plain.askedPlainly()).toBeGreaterThan(100);
  expect(usual.askedPlainly()).toBe(0);
});
