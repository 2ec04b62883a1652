/** What lies ready against the usual way: whatever is asked over a connection, both say the same, byte for byte. */
import type { IncomingHttpHeaders } from 'node:http';
import { Agent, request as open } from 'node:http';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { locationFields } from '@pantograph/model/v3';
import { recordedLog } from '../../test/recorded-log.ts';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { createAccess } from '../access/access.ts';
import type { Exposure } from '../access/exposure.ts';
import { openKeyStore } from '../access/key-store.ts';
import { createKey, revokeKey } from '../access/manage-keys.ts';
import { rateLimiter } from '../access/rate-limiter.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { createApp } from '../http/app.ts';
import { listen } from '../http/listen.ts';
import type { Listening } from '../http/listen.ts';
import type { MountedSurface } from '../http/surface.ts';
import { mountLookup } from './index.ts';
import { guarded } from './location-parameters.ts';

const world = smallWorld();
const ids = world.locations.map(({ contentId }): string => contentId);
const free = locationFields.filter((field) => !new Set<string>(guarded).has(field));
const keys = openKeyStore(':memory:');
const keyOf = (over: object = {}) => createKey(keys, { name: 'k', rights: [], ...over }, smallWorldTime);
const [plain, rightful, limited, revoked] = [
  keyOf(),
  keyOf({ rights: ['truckRestrictions'] }),
  keyOf({ limit: { perSecond: 1, burst: 40 } }),
  keyOf(),
];
revokeKey(keys, revoked.info.id, smallWorldTime);

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[]>>;
  /** If-None-Match with what the path was last answered. */
  readonly again: boolean;
}

const id = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...ids) },
  { weight: 3, arbitrary: fc.constantFrom(...ids).map((own) => `here:evcp:charginglocation:${own}`) },
  { weight: 1, arbitrary: fc.constantFrom('unknown', 'a:b:', ':', 'x/y', '..', '.', 'a.b', '%41', '%00', 'é', 'a+b') },
);
const encoded = fc.constantFrom(encodeURIComponent, encodeURI, (text: string) => text);
const one = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const parameter = fc.oneof(
  fc.subarray(free, { minLength: 1 }).map((some) => `fields=${some.join()}`),
  fc
    .subarray([...locationFields], { minLength: 1 })
    .map((some) => `fields=${some.join(some.length % 3 === 0 ? '%2C' : ',')}`),
  one('enums=here', 'enums=ocpi', 'enums=HERE', 'days=2', 'days=0', 'days=x', 'tariff=all', 'tariff=nonsense'),
  one('fields=', 'fields=evses,evses', 'fields=nothing', 'connectorTypes=CHADEMO', 'x=y', 'X', '', 'ids', 'f%69elds=x'),
  one('a=%zz', 'a=%00', 'a=%C3%A9', 'a=b+c', 'a[b]=c', "a='", `long=${'x'.repeat(600)}`),
  one(...[plain, rightful, limited, revoked].map(({ key }) => `apiKey=${key}`), 'apiKey=foreign', 'api%4Bey=x'),
  fc.uniqueArray(id, { maxLength: 3 }).map((some) => `ids=${some.join()}`),
);
const path = fc.tuple(
  fc.oneof(
    { weight: 5, arbitrary: fc.tuple(id, encoded).map(([some, encode]) => `/v3/locations/${encode(some)}`) },
    { weight: 1, arbitrary: one('/v3/locations', '/v3/locations/', '/v3/locationsX', '/v3//locations', '/v3/version') },
    {
      weight: 4,
      arbitrary: fc
        .tuple(fc.array(id, { minLength: 1, maxLength: 12 }), encoded)
        .map(([some, encode]) => `/v3/locations?ids=${encode(some.join())}`),
    },
    {
      weight: 1,
      arbitrary: fc.constant(`/v3/locations?ids=${ids.join()}&fields=${free.join()}`),
    },
    { weight: 1, arbitrary: fc.nat(3).map((more) => `/v3/locations?ids=${'a,'.repeat(98 + more)}b`) },
  ),
  fc.array(parameter, { maxLength: 2 }),
);
const asked: fc.Arbitrary<Asked> = fc.record({
  method: fc.oneof({ weight: 8, arbitrary: one('GET') }, { weight: 1, arbitrary: one('HEAD', 'POST', 'OPTIONS') }),
  path: path.map(([start, parameters]) => [start, ...parameters].join('&').replace(/^([^?&]*)&/, '$1?')),
  headers: fc
    .array(
      one<[string, string | string[]]>(
        ['Accept-Encoding', 'gzip'],
        ['Accept-Encoding', 'br;q=0.5, zstd;q=0.1'],
        ['Accept-Encoding', 'identity'],
        ['If-None-Match', '*'],
        ['If-None-Match', '"other"'],
        ['X-Request-ID', 'mine'],
        ['X-Request-ID', ['a', 'b']],
        ['X-Request-ID', ` ${'y'.repeat(200)}`],
        ['Origin', 'https://app.example'],
        ['Access-Control-Request-Method', 'GET'],
        ['X-Forwarded-For', '203.0.113.9'],
        ['Via', ['a', 'b']],
        ['Host', 'pantograph.test'],
        ['Host', 'PANTOGRAPH.test:80'],
        ['Content-Length', '0'],
        ['Authorization', `Bearer ${plain.key}`],
        ['Authorization', `Bearer ${limited.key}`],
        ['Authorization', 'Basic eDp5'],
        ['Authorization', `Bearer ${revoked.key}`],
      ),
      { maxLength: 2 },
    )
    .map((some) => Object.fromEntries(some)),
  again: fc.boolean(),
});

interface Told {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const agent = new Agent({ keepAlive: true });

function tell({ port }: Listening, { method, path: target, headers }: Asked): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = open({ port, host: '127.0.0.1', agent, method, path: target, headers }, (response) => {
      const { date: _, ...rest } = response.headers;
      buffer(response).then(
        (bytes) => resolve({ status: response.statusCode, headers: rest, body: bytes.toString('latin1') }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function serve(surface: MountedSurface, exposure: Exposure): Promise<Listening> {
  const { log } = recordedLog('error');
  let made = 0;
  const newId = () => `id-${String(++made)}`;
  const access = createAccess({
    exposure,
    keys,
    limiter: rateLimiter(),
    log,
    anonymousRate: { perSecond: 1, burst: 2_000 },
  });
  const app = createApp({ surfaces: [surface], access, log, newId, now: () => smallWorldTime });
  return listen(app, { host: '127.0.0.1', port: 0, log, newId });
}

describe.each(['nobody', 'loopback', 'everybody'] as const)('ready answers, open to %s', (exposure) => {
  const opened: Listening[] = [];
  let readied = 0;
  beforeAll(async () => {
    const mounted = mountLookup({ atlas: memoryAtlas(world), settings: { enums: 'ocpi' } });
    const counting: MountedSurface = {
      ...mounted,
      ready: (target) => {
        const question = mounted.ready?.(target);
        if (question !== undefined) readied++;
        return question;
      },
    };
    const { ready: _, ...usual } = mounted;
    opened.push(await serve(counting, exposure), await serve(usual, exposure));
  });
  afterAll(async () => {
    for (const listening of opened) await listening.close(100);
  });

  it('are those of the usual way', async () => {
    const [ready, usual] = opened;
    if (ready === undefined || usual === undefined) throw new Error('nobody listens');
    const tags = new Map<string, string>();
    const property = fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 10 }), async (some) => {
      for (const each of some) {
        const known = each.again ? tags.get(each.path) : undefined;
        const put = known === undefined ? each : { ...each, headers: { ...each.headers, 'If-None-Match': known } };
        const expected = await tell(usual, put);
        expect(await tell(ready, put), JSON.stringify(put)).toEqual(expected);
        if (expected.headers.etag !== undefined) tags.set(each.path, expected.headers.etag);
      }
    });
    await fc.assert(property, { numRuns: 60 });
    expect(readied).toBeGreaterThan(50);
  });

  it('are conditional, coded, and refused as any', async () => {
    const [ready] = opened;
    if (ready === undefined) throw new Error('nobody listens');
    const ask = (target: string, headers: Record<string, string> = {}) =>
      tell(ready, { method: 'GET', path: `${target}apiKey=${plain.key}`, headers, again: false });
    const all = `/v3/locations?ids=${ids.join()}&fields=${free.join()}&`;
    const first = await ask(all, { 'Accept-Encoding': 'gzip' });
    expect(first).toMatchObject({ status: 200, headers: { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } });
    const same = await ask(all, { 'Accept-Encoding': 'gzip', 'If-None-Match': first.headers.etag ?? '' });
    expect(same).toMatchObject({ status: 304, body: '' });
    expect(await ask('/v3/locations/unknown?')).toMatchObject({ status: 404 });
    const one = await ask(`/v3/locations/${smallWorldId('BER-HUB')}?fields=evses&`);
    expect(one.headers['cache-control']).toBe('private, no-cache');
  });
});
