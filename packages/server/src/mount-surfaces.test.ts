/** Every surface behind the edge at once, asked anything. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordedLog } from '../test/recorded-log.ts';
import { smallWorld, smallWorldId, smallWorldTime } from '../test/small-world.ts';
import { createAccess } from './access/access.ts';
import { openKeyStore } from './access/key-store.ts';
import { createKey } from './access/manage-keys.ts';
import { rateLimiter } from './access/rate-limiter.ts';
import type { Exposure } from './access/exposure.ts';
import { memoryAtlas } from './atlas/memory-atlas.ts';
import type { App } from './http/app.ts';
import { createApp } from './http/app.ts';
import { defaultLegacySettings } from './legacy/settings.ts';
import { noUsageRecorder } from './legacy/usage/usage.ts';
import { mountSurfaces } from './mount-surfaces.ts';
import { createMetrics } from './observe/metrics.ts';

const keys = openKeyStore(':memory:');
const reader = createKey(keys, { name: 'reader', rights: [] }, smallWorldTime);
const slow = createKey(keys, { name: 'slow', rights: [], limit: { perSecond: 0.1, burst: 1 } }, smallWorldTime);

function wholeApp(exposure: Exposure) {
  const recorded = recordedLog('warn');
  const atlas = memoryAtlas(smallWorld());
  const metrics = createMetrics({ atlas });
  const surfaces = mountSurfaces({
    atlas,
    settings: { enums: 'ocpi' },
    store: { seq: () => 0, location: () => undefined, sources: () => [] },
    metrics,
    lookup: {},
    legacy: defaultLegacySettings,
    usage: noUsageRecorder,
  });
  const access = createAccess({ exposure, keys, limiter: rateLimiter(), log: recordedLog().log });
  let made = 0;
  const newId = () => `id-${++made}`;
  return {
    app: createApp({ surfaces, access, metrics, log: recorded.log, newId, now: () => smallWorldTime }),
    recorded,
  };
}

const id = smallWorldId('DELFT-MARKT');
const paths = [
  `/v3/locations/${id}`,
  '/v3/locations',
  '/v3/countryMetadata',
  '/v3/health',
  '/v3/version',
  '/v3/openapi',
  '/v1/browse',
  '/v1/discover',
  '/v1/autosuggest',
  '/v1/lookup',
  '/v1/prices',
  '/ocpi/open/2.3.0/locations/x',
  '/ev/stations.json',
  '/ev/stations.xml',
  '/ev/stations/count.json',
  '/ev/stations/alongroute.json',
  '/ev/stations/bulk.xml',
  '/ev/evses/bulk.json',
  '/ev/pools/bulk.json',
  `/ev/pools/${id}.json`,
  `/ev/stations/${id}.xml`,
  '/ev/connectortypes.json',
  '/ev/roamings.xml',
  '/docs',
  '/docs/errors',
  '/openapi.json',
  '/ready',
  '/metrics',
  '/',
];

/** Right as they are, so that what is added to them is read too. */
const goodTargets = [
  `/v3/locations?ids=${id}`,
  `/v3/locations/${id}?fields=evses,connectorGroups,tariffs,address,locationInfo,emsps`,
  '/v3/countryMetadata?countryCodes=NLD',
  '/v1/browse?at=52.0116,4.3571&categories=700-7600-0322&show=ev',
  '/v1/browse?at=52.0116,4.3571&in=circle:52.0116,4.3571;r=3000&categories=700-7600-0322',
  '/v1/discover?at=52.0116,4.3571&q=charging',
  '/v1/autosuggest?at=52.0116,4.3571&q=cha',
  `/v1/lookup?id=here:pds:place:${id}`,
  `/v1/prices?id=${id}&start=2026-03-10T20:30:00Z`,
  `/v1/prices?id=${id}`,
  '/ev/stations.json?prox=52.0116,4.3571,3000',
  '/ev/stations.xml?bbox=52.1,4.2;51.9,4.5',
  '/ev/stations.json?corridor=52.0,4.3;52.1,4.4;500',
  `/ev/pools/bulk.json?id=${id}`,
  `/ev/evses/bulk.xml?id=${id}`,
];

const names = [
  'ids',
  'id',
  'fields',
  'days',
  'tariff',
  'connectorTypes',
  'countryCodes',
  'enums',
  'at',
  'in',
  'categories',
  'q',
  'limit',
  'offset',
  'show',
  'route',
  'lang',
  'chains',
  'evStation[minPower]',
  'evStation[supplierNames]',
  'ev[connectorTypes]',
  'prox',
  'bbox',
  'corridor',
  'connectortype',
  'emsp',
  'maxresults',
  'width',
  'strictcount',
  'evse',
  'connector',
  'standard',
  'energy',
  'power',
  'duration',
  'parking',
  'start',
  'apiKey',
  'app_id',
  'app_code',
];

const values = [
  id,
  `here:pds:place:${id}`,
  `here:evcp:charginglocation:${id}`,
  '52.0116,4.3571',
  '52.0116,4.3571,3000',
  '90,180',
  '-90,-180',
  '52.1,4.2;52.0,4.5',
  '52.0,4.3;52.1,4.4;500',
  'circle:52.0116,4.3571;r=3000',
  'bbox:179,-10,-179,10',
  'bbox:4,52,5,53',
  'countryCode:NLD',
  '700-7600-0322',
  'ev',
  'evses,connectorGroups,tariffs',
  'all',
  'partner:',
  'BFoz5xJ67i1B1B7PzIhaxL7Y',
  'BFoz5xJ67i1B1B7PzIhaxL7Y;w=500',
  '0',
  '-0',
  '1e309',
  'NaN',
  '31',
  '999',
  '__proto__',
  'constructor',
  'NLD',
  'here',
  'ocpi',
];

const anyText = fc.oneof(
  fc.constantFrom(...values),
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.integer().map(String),
);
const broken = fc.constantFrom('%', '%ff', '%00', '%c3%28', '%ed%a0%80', '\\', '+', '%2F', '%2e%2e', ';', '&&', '=');
const encoded = fc.oneof({ weight: 8, arbitrary: anyText.map(encodeText) }, { weight: 1, arbitrary: broken });
const parameter = fc
  .tuple(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: encoded }), encoded)
  .map(([name, value]) => `${name}=${value}`);
const path = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...paths) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...paths), encoded).map(([start, end]) => `${start}/${end}`) },
  { weight: 1, arbitrary: encoded.map((text) => `/v3/locations/${text}`) },
);
const headers = fc.dictionary(
  fc.constantFrom(
    'accept',
    'accept-encoding',
    'if-none-match',
    'x-request-id',
    'authorization',
    'content-type',
    'range',
    'origin',
  ),
  fc.oneof(
    fc.string().map((text) => text.replace(/[^\x20-\x7e]/g, '')),
    fc.constantFrom('*', 'gzip, br', 'Bearer a.b.c', '*/*;q=x', 'application/x-yaml'),
  ),
  { maxKeys: 4 },
);
const anyRequest = fc.record({
  method: fc.oneof(
    { weight: 8, arbitrary: fc.constant('GET') },
    { weight: 2, arbitrary: fc.constantFrom('HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS') },
  ),
  target: fc
    .tuple(
      fc.oneof({ weight: 1, arbitrary: path }, { weight: 1, arbitrary: fc.constantFrom(...goodTargets) }),
      fc.array(parameter, { maxLength: 4 }),
    )
    .map(([start, query]) => [start, ...query].join('&').replace(/^([^?]*?)&/, '$1?')),
  headers,
  body: fc.oneof(
    fc.string(),
    fc.json(),
    fc.constant('{"route":{"type":"LineString","coordinates":[[4,52],[5,53]]},"width":500}'),
  ),
});

/** Lone surrogates have no UTF-8. */
function encodeText(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

interface Asked {
  readonly method: string;
  readonly target: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

async function ask(app: App, { method, target, headers: sent, body }: Asked): Promise<Response> {
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const request = new Request(`http://localhost${target}`, { method, headers: sent, ...(hasBody ? { body } : {}) });
  return app.fetch(request, '127.0.0.1');
}

describe('whatever is asked', () => {
  test(
    'is answered below 500, with a correlation id, and nothing is logged as our fault',
    { timeout: 60_000 },
    async () => {
      const { app, recorded } = wholeApp('loopback');
      await fc.assert(
        fc.asyncProperty(anyRequest, async (asked) => {
          const response = await ask(app, asked);
          await response.arrayBuffer();
          expect(recorded.text()).toBe('');
          expect(response.status).toBeLessThan(500);
          expect(response.headers.get('x-correlation-id')).toMatch(/^id-\d+$/);
          expect(response.headers.get('access-control-allow-origin')).toBe('*');
        }),
        { numRuns: 3_000 },
      );
    },
  );
});

describe('refusals of the edge speak the contract of the surface', () => {
  const closed = () => wholeApp('nobody').app;
  const get = (app: App, target: string, sent: Record<string, string> = {}) =>
    Promise.resolve(app.fetch(new Request(`http://localhost${target}`, { headers: sent }), '203.0.113.9'));

  test('401', async () => {
    const app = closed();
    const v3 = await get(app, `/v3/locations/${id}`);
    expect(v3.status).toBe(401);
    expect(v3.headers.get('www-authenticate')).toMatch(/^Bearer /);
    expect(await v3.json()).toMatchObject({ error: 'Unauthorized', status: 401 });
    for (const target of ['/v1/browse?at=52,4', `/v1/prices?id=${id}`]) {
      expect(await (await get(app, target)).json()).toMatchObject({ error: 'Unauthorized' });
    }
    expect(await (await get(app, '/ev/stations.json?prox=52,4,100')).json()).toMatchObject({ Type: 'Unauthorized' });
    expect(await (await get(app, '/ev/stations.xml?prox=52,4,100')).text()).toContain('<Type>Unauthorized</Type>');
    expect(await (await get(app, '/metrics')).json()).toMatchObject({ status: 401, code: 'credentials_missing' });
  });

  test('200 with a key, kept by no shared cache', async () => {
    const app = closed();
    for (const target of [
      `/v3/locations/${id}?`,
      '/v1/browse?at=52.0116,4.3571&',
      '/ev/stations.json?prox=52.0116,4.3571,100&',
    ]) {
      const response = await get(app, `${target}apiKey=${reader.key}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toMatch(/^private/);
    }
    const pair = await get(app, `/ev/stations.json?prox=52,4,100&app_id=${reader.appId}&app_code=${reader.appCode}`);
    expect(pair.status).toBe(200);
  });

  test('403 for a restricted group without its right', async () => {
    const refused = await get(closed(), `/v3/locations/${id}?fields=truckRestrictions&apiKey=${reader.key}`);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ status: 403, error: expect.any(String) as string });
  });

  test('429 with Retry-After', async () => {
    const app = closed();
    const bodies = [
      ['/v3/version', { status: 429, error: 'Too Many Requests' }],
      ['/v1/browse?at=52,4', { status: 429, title: 'Too Many Requests' }],
      ['/v1/prices?id=x', { status: 429, title: 'Too Many Requests' }],
      ['/ev/connectortypes.json', { Type: 'TooManyRequests' }],
    ] as const;
    await get(app, '/v3/version', { authorization: `Bearer ${slow.key}` });
    for (const [target, body] of bodies) {
      const response = await get(app, target, { authorization: `Bearer ${slow.key}` });
      expect(response.status).toBe(429);
      expect(response.headers.get('retry-after')).toBe('10');
      expect(await response.json()).toMatchObject(body);
    }
  });

  test('what needs no key: readiness and documentation', async () => {
    const app = closed();
    for (const target of ['/ready', '/docs', '/docs/errors', '/openapi.json']) {
      expect((await get(app, target)).status).toBe(200);
    }
    expect((await get(app, '/')).status).toBeLessThan(400);
  });
});
