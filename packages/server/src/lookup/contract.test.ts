/** Contract v3, transport, endpoints, schemas and errors: every row by its name. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { Refused } from '../refusal/refused.ts';
import type { ApiDocument } from './testing/answers-as-described.ts';
import { lookupUnderTest } from './testing/lookup-under-test.ts';
import { mountLookup } from './surface.ts';

interface Contract {
  readonly endpoints: Readonly<
    Record<
      string,
      {
        readonly operation: string;
        readonly parameters: readonly string[];
        readonly schema: string | null;
        readonly errors: readonly (number | 'default')[];
      }
    >
  >;
  readonly schemas: Readonly<Record<string, Readonly<Record<string, 'required' | 'optional'>>>>;
  readonly deviations: Readonly<Record<string, string>>;
}

const contract = JSON.parse(
  readFileSync(new URL('../../../../spec/golden/v3/contract.json', import.meta.url), 'utf8'),
) as Contract;

/** docs/v3.md, additions. */
const ours: ReadonlySet<string> = new Set(['Evse.statusInfo', 'MetadataDetails.eMobilityIds']);

const lookup = lookupUnderTest({ lookup: { serviceVersion: '9.9.9' } });
const markt = smallWorldId('DELFT-MARKT');

describe('endpoints', () => {
  it.each(Object.entries(contract.endpoints))('%s is described as published', async (name, row) => {
    const document = await lookup.document();
    const operation = document.paths[name.slice('GET '.length)]?.get;
    expect(operation?.operationId).toBe(row.operation);
    // `enums` is ours.
    expect(operation?.parameters.map((parameter) => parameter.name).filter((each) => each !== 'enums')).toEqual(
      row.parameters,
    );
    expect(Object.keys(operation?.responses ?? {}).toSorted()).toEqual(['200', ...row.errors.map(String)].toSorted());
    if (row.schema !== null) {
      expect(operation?.responses['200']?.content['application/json']?.['schema']).toEqual({
        $ref: `#/components/schemas/${row.schema}`,
      });
    }
  });

  it('has no others', async () => {
    const { paths } = await lookup.document();
    expect(Object.keys(paths).map((path) => `GET ${path}`)).toEqual(Object.keys(contract.endpoints));
  });

  it('every documented example is answered as described, HEAD included', async () => {
    const { paths } = await lookup.document();
    const samples = Object.values(paths).flatMap(({ get }) => get['x-codeSamples']);
    expect(samples.length).toBeGreaterThanOrEqual(10);
    for (const { source } of samples) {
      const path = /\$BASE_URL([^"]+)"/.exec(source)?.[1] ?? '';
      const got = await lookup.ask(path);
      expect([path, got.status]).toEqual([path, 200]);
      const head = await lookup.ask(path, { method: 'HEAD' });
      expect([head.status, head.text]).toEqual([200, '']);
      expect(head.headers.get('content-type')).toBe(got.headers.get('content-type'));
    }
  });

  it('every documented parameter value is taken', async () => {
    const { paths } = await lookup.document();
    for (const [path, { get }] of Object.entries(paths)) {
      for (const { name, in: place, example } of get.parameters) {
        if (place !== 'query') continue;
        const query = new URLSearchParams({ [name]: String(example) });
        if (path === '/locations' && name !== 'ids') query.set('ids', markt);
        const { status } = await lookup.ask(`/v3${path.replace('{id}', markt)}?${query.toString()}`);
        expect([path, name, status]).toEqual([path, name, 200]);
      }
    }
  });

  it('every documented body fits its schema', async () => {
    const { paths } = await lookup.document();
    const checker = await lookup.checker();
    for (const [path, { get }] of Object.entries(paths)) {
      for (const [status, { content }] of Object.entries(get.responses)) {
        const example = content['application/json']?.['example'];
        if (example !== undefined) checker.check(path, Number(status), example);
      }
    }
    expect(Object.keys(paths)).toHaveLength(6);
  });
});

describe('transport', () => {
  it('X-Request-ID comes back, X-Correlation-ID is on every answer and in error bodies', async () => {
    const found = await lookup.ask(`/v3/locations/${markt}`, { headers: { 'X-Request-ID': 'trace-7' } });
    expect(found.headers.get('x-request-id')).toBe('trace-7');
    expect(found.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
    const lost = await lookup.ask('/v3/locations/unheard-of', { headers: { 'X-Request-ID': 'trace-8' } });
    expect(lost.headers.get('x-request-id')).toBe('trace-8');
    expect(lost.body).toMatchObject({ correlationId: lost.headers.get('x-correlation-id') });
  });

  it('answers are JSON and carry the credits of their sources', async () => {
    const { headers } = await lookup.ask(`/v3/locations?ids=${markt},${smallWorldId('ber-hub')}`);
    expect(headers.get('content-type')).toBe('application/json');
    expect(headers.get('x-attribution')).toBe('City Data Office (CC-BY-4.0); Generated places (demo data)');
  });
});

describe('API information', () => {
  it('GET /health: ok, and 503 with the same body where something is wrong', async () => {
    expect((await lookup.ask('/v3/health')).body).toEqual({
      status: 'ok',
      message: `${String(lookup.atlas.size)} locations as of change 0`,
    });
    const broken = await lookupUnderTest({ fault: () => 'the store is closed' }).ask('/v3/health');
    expect(broken.status).toBe(503);
    expect(broken.body).toEqual({ status: 'fail', message: 'the store is closed' });
  });

  it('GET /version: of the contract and of the software', async () => {
    expect((await lookup.ask('/v3/version')).body).toEqual({ apiVersion: '3.20.1', serviceVersion: '9.9.9' });
    expect((await lookupUnderTest().ask('/v3/version')).body).toEqual({ apiVersion: '3.20.1' });
  });

  it.each(['application/x-yaml', 'text/x-yaml', 'application/json;q=0.5, text/x-yaml'])(
    'GET /openapi as %s is the same document in YAML',
    async (accept) => {
      const { headers, text } = await lookup.ask('/v3/openapi', { headers: { accept } });
      expect(headers.get('content-type')).toMatch(/x-yaml$/);
      expect(headers.get('vary')).toContain('Accept');
      expect(text).toMatch(/^openapi: 3\.1\.0$/m);
      expect(parse(text)).toEqual(await lookup.document());
    },
  );

  it.each(['application/json', '*/*', 'text/html', 'application/json, text/x-yaml;q=0.5', 'text/x-yaml;q=0'])(
    'GET /openapi as %s is JSON',
    async (accept) => {
      const { headers, body } = await lookup.ask('/v3/openapi', { headers: { accept } });
      expect(headers.get('content-type')).toBe('application/json');
      expect(body).toMatchObject({ openapi: '3.1.0' });
    },
  );

  it('describes an empty server too', async () => {
    const empty = lookupUnderTest({ atlas: memoryAtlas({ sources: [], locations: [], tariffs: [] }) });
    expect((await empty.document()).openapi).toBe('3.1.0');
  });

  it('finds another example when the first one is gone', async () => {
    const { sources, tariffs, locations } = smallWorld();
    let gone = false;
    const whole = memoryAtlas({ sources, tariffs, locations });
    const rest = memoryAtlas({ sources, tariffs, locations: locations.slice(1) });
    const atlas = {
      ...whole,
      site: (id: typeof markt) => (gone ? rest : whole).site(id),
      sites: () => (gone ? rest : whole).sites(),
    };
    const moving = lookupUnderTest({ atlas });
    const sampled = async () => JSON.stringify(((await moving.ask('/v3/openapi')).body as ApiDocument).paths);
    expect(await sampled()).toContain(locations[0]?.contentId);
    gone = true;
    expect(await sampled()).not.toContain(locations[0]?.contentId);
  });
});

describe('schemas', () => {
  const rows = Object.entries(contract.schemas).flatMap(([schema, fields]) =>
    Object.entries(fields).map(([field, presence]) => ({ row: `${schema}.${field}`, schema, field, presence })),
  );

  it.each(rows)('$row is $presence', async ({ row, schema, field, presence }) => {
    const described = (await lookup.document()).components.schemas[schema];
    expect(Object.keys(described?.['properties'] ?? {})).toContain(field);
    const required = (described?.['required'] ?? []) as string[];
    const expected = row in contract.deviations ? 'optional' : presence;
    expect(required.includes(field) ? 'required' : 'optional').toBe(expected);
  });

  it.each(Object.entries(contract.schemas))('%s has no field beyond the contract', async (schema, fields) => {
    const described = (await lookup.document()).components.schemas[schema];
    const named = Object.keys(described?.['properties'] ?? {}).filter((name) => !ours.has(`${schema}.${name}`));
    expect(named.toSorted()).toEqual(Object.keys(fields).toSorted());
  });
});

describe('errors', () => {
  it('400: ErrorResponse with E629400, naming the place, the finding and the remedy', async () => {
    const { status, body } = await lookup.ask(`/v3/locations/${markt}?fields=address,evses,evsez`);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      title: 'Bad Request',
      status: 400,
      code: 'E629400',
      cause: 'querystring/fields/2 must be equal to one of the allowed values, found "evsez"',
      action: expect.stringContaining('connectorGroups') as string,
    });
  });

  it('404: ErrorResponse with E629000', async () => {
    const { status, body } = await lookup.ask('/v3/locations/here:evcp:charginglocation:unheard-of');
    expect(status).toBe(404);
    expect(body).toMatchObject({
      title: 'No content found with provided ID',
      code: 'E629000',
      cause: expect.stringContaining('unheard-of') as string,
    });
  });

  it('404 of a removed location says when and why', async () => {
    const { sources, tariffs, locations } = smallWorld();
    const atlas = memoryAtlas({
      sources,
      tariffs,
      locations: locations.filter(({ contentId }) => contentId !== markt),
      removals: [{ contentId: markt, removedAt: '2026-03-01T00:00:00Z', reason: 'withdrawn by its source' }],
    });
    const { status, body } = await lookupUnderTest({ atlas }).ask(`/v3/locations/${markt}`);
    expect(status).toBe(404);
    expect(body).toMatchObject({
      code: 'E629000',
      cause: 'The location of params/id was removed at 2026-03-01T00:00:00Z: withdrawn by its source',
    });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('405: GenericErrorResponse for %s', async (method) => {
    const { status, body, headers } = await lookup.ask(`/v3/locations/${markt}`, { method });
    expect(status).toBe(405);
    expect(body).toMatchObject({ error: 'Method not allowed for this action', status: 405 });
    expect(headers.get('allow')).toBe('GET, HEAD');
  });

  it('500: ErrorResponse with E629500, and our fault is logged, not told', async () => {
    const failing = memoryAtlas(smallWorld());
    const broken = lookupUnderTest({
      atlas: {
        ...failing,
        site: () => {
          throw new Error('secret detail');
        },
      },
    });
    const { status, body, text } = await broken.ask(`/v3/locations/${markt}`);
    expect(status).toBe(500);
    expect(body).toMatchObject({ title: 'Internal Error', code: 'E629500' });
    expect(text).not.toContain('secret detail');
    expect(broken.logged()).toContain('secret detail');
  });

  const { refuse } = mountLookup({ atlas: lookup.atlas, settings: { enums: 'ocpi' } });
  const context = { correlationId: 'c-1', now: new Date(0) };
  const rendered = async (refused: Refused) => {
    const response = refuse(refused, context, new Request('http://pantograph.test/v3/locations'));
    return { status: response.status, body: await response.json() };
  };

  it('503: ErrorResponse with E629503', async () => {
    expect(await rendered(new Refused('unavailable', { cause: 'no answer in time' }))).toMatchObject({
      status: 503,
      body: { code: 'E629503', cause: 'no answer in time', correlationId: 'c-1' },
    });
  });

  it('401: GenericErrorResponse', async () => {
    const { status, body } = await rendered(new Refused('credentials_missing', { cause: 'No credentials found' }));
    expect(status).toBe(401);
    expect(body).toMatchObject({ error: 'Unauthorized', status: 401 });
    expect(JSON.stringify(body)).toContain('No credentials found');
  });

  it('404 of a path that is none: GenericErrorResponse', async () => {
    for (const path of ['/v3', '/v3/', '/v3/location', '/v3/locations/', '/v3/health/deep', '/v3/LOCATIONS']) {
      const { status, body } = await lookup.ask(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body).toMatchObject({
        error: 'Not Found',
        error_description: expect.stringContaining('/v3/locations') as string,
      });
    }
  });
});
