/** The description of discovery keeps up with what the surface takes and gives. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../test/ask-discovery.ts';
import { smallWorld } from '../../../test/small-world.ts';
import { memoryAtlas } from '../../atlas/memory-atlas.ts';
import { describedExamples, queryOf } from '../../http/docs/openapi/testing/described-examples.ts';
import type { ApiDocument } from '../../lookup/testing/answers-as-described.ts';
import { answerChecker } from '../../lookup/testing/answers-as-described.ts';
import { facetNames } from '../count-facets.ts';
import { discoveryDocument } from './document.ts';
import { evStationProperties } from './ev-station-parameter.ts';
import { shown } from './presentation-parameters.ts';

const [site] = memoryAtlas(smallWorld()).sites();
const document = discoveryDocument(site) as unknown as ApiDocument;
const described = describedExamples(document);
const checker = answerChecker(document);

async function checked(request: string): Promise<number> {
  const { status, body } = await ask(request);
  const { pathname } = new URL(request, 'http://pantograph.test');
  checker.check(pathname.slice('/v1'.length), status, body);
  return status;
}

/** What a refusal says is allowed. */
async function allowed(request: string, after: RegExp): Promise<string[]> {
  const { status, body } = await ask(request);
  expect(status).toBe(400);
  const { action } = body as { readonly action: string };
  return (action.replace(after, '').match(/[\w-]+/g) ?? []).filter((word) => word !== 'or');
}

describe('examples', () => {
  it('validate, and every schema is used', () => {
    expect(described.faults).toEqual([]);
    expect(described.examples).toBeGreaterThan(80);
    expect(described.unused).toEqual([]);
  });

  it('of requests are answered as described', async () => {
    expect(described.requests.length).toBeGreaterThanOrEqual(5);
    for (const request of described.requests) expect([request, await checked(request)]).toEqual([request, 200]);
  });

  it('of parameters are taken', async () => {
    const base = {
      browse: 'at=52,4',
      discover: 'at=52,4&q=x',
      autosuggest: 'at=52,4&q=x',
      lookup: `id=${site?.contentId ?? ''}`,
    };
    for (const { operationId, method, path, parameters } of described.operations) {
      if (method !== 'get') continue;
      for (const parameter of parameters) {
        if (parameter.in !== 'query' || parameter.name === 'id') continue;
        const query = new URLSearchParams(base[operationId as keyof typeof base]);
        if (parameter.name === 'in' && operationId !== 'browse') query.delete('at');
        if (parameter.name === 'ranking') query.set('route', 'BFoz5xJ67i1B1B7PzIhaxL7Y');
        for (const [name] of queryOf(parameter)) query.delete(name);
        for (const [name, value] of queryOf(parameter)) query.append(name, value);
        const request = `/v1${path}?${query.toString()}`;
        expect([request, await checked(request)]).toEqual([request, 200]);
      }
    }
  });
});

describe('answers are as described', () => {
  const around = 'at=52.0116,4.3571';
  it.each([
    `browse?${around}&show=ev,eMobilityServiceProviders,tz&limit=100&offset=0&lang=nl`,
    `browse?at=52.52,13.41&show=ev&limit=100&facets=${facetNames.join(',')}&explain=x`,
    `browse?at=0,0&in=bbox:-180,-90,180,90&show=ev,tz&limit=100`,
    `browse?${around}&route=BFoz5xJ67i1B1B7PzIhaxL7Y;w=50000&ranking=excursionDistance`,
    `discover?q=voltstad&${around}&show=ev`,
    `discover?q=charging&${around}&explain=${site?.contentId ?? ''}`,
    `autosuggest?q=volt&${around}&show=details,tz&termsLimit=10`,
    `autosuggest?q=charg&${around}`,
    `lookup?id=${site?.contentId ?? ''}&show=ev,tz,eMobilityServiceProviders`,
  ])('%s', async (request) => {
    expect(await checked(`/v1/${request}`)).toBe(200);
  });

  it.each(['browse', 'browse?at=x', 'discover?q=x', 'lookup', 'autosuggest?q=x&at=0,0&limit=0'])(
    'and so are refusals: %s',
    async (request) => {
      expect(await checked(`/v1/${request}`)).toBe(400);
    },
  );

  it.each(['browse?at=52.5,13.4', 'discover?q=charging&at=52.5,13.4', 'autosuggest?q=volt&at=52.5,13.4'])(
    'and so is a route in a body: %s',
    async (request) => {
      const path = `/${/^\w+/.exec(request)?.[0] ?? ''}`;
      const post = (body: URLSearchParams | string) => ask(`/v1/${request}`, { method: 'POST', body });
      const good = await post(new URLSearchParams({ route: 'BFoz5xJ67i1B1B7PzIhaxL7Y;w=3000' }));
      const wrong = await post(new URLSearchParams({ at: '0,0' }));
      const text = await post('route=x');
      expect([good, wrong, text].map(({ status }) => status)).toEqual([200, 400, 415]);
      for (const { status, body } of [good, wrong, text]) checker.check(path, status, body);
    },
  );

  it('and so is any other refusal', async () => {
    const { status, body } = await ask('/v1/browse?at=0,0', { method: 'PUT', body: '' });
    expect(status).toBe(405);
    checker.check('/browse', status, body);
  });

  it('and so is what is not there', async () => {
    expect(await checked('/v1/lookup?id=unheard-of')).toBe(404);
  });

  it('GeoJSON too', async () => {
    const { body } = await ask(`/v1/browse?${around}&f=geojson&show=ev&facets=power`);
    checker.checkSchema('PlaceCollection', body);
    expect(() => checker.checkSchema('SearchResponse', body)).toThrow();
  });
});

interface Described {
  readonly enum?: readonly string[];
  readonly 'x-extensible-enum'?: readonly string[];
}

describe('parameters are those that the surface knows', () => {
  it('properties of evStation', async () => {
    const known = await allowed('/v1/browse?at=0,0&evStation[x]=1', /^.* one of /);
    expect(known.toSorted()).toEqual(Object.keys(evStationProperties).toSorted());
  });

  it.each(['connectorTypeIds', 'connectorTypes', 'paymentMethodIds', 'current', 'unknownLimits'])(
    'values of evStation[%s]',
    async (property) => {
      const { items, ...own } = evStationProperties[property] as { items?: Described } & Described;
      const values = (items ?? own).enum ?? items?.['x-extensible-enum'] ?? [];
      const known = await allowed(`/v1/browse?at=0,0&evStation[${property}]=x`, /^Send \S+ as (a list of )?/);
      expect(known.toSorted()).toEqual(values.toSorted());
    },
  );

  it.each(['browse?at=0,0', 'discover?at=0,0&q=x', 'autosuggest?at=0,0&q=x', 'lookup?id=x'] as const)(
    'values of show, for %s',
    async (request) => {
      const endpoint = /^\w+/.exec(request)?.[0] as keyof typeof shown;
      expect(await allowed(`/v1/${request}&show=x`, /^Send show as a list of /)).toEqual(shown[endpoint]);
    },
  );

  it('ranges of numbers', async () => {
    for (const { path, method, parameters } of described.operations) {
      if (method !== 'get' || path === '/lookup') continue;
      for (const { name, schema } of parameters) {
        const { minimum, maximum } = schema as { minimum?: number; maximum?: number };
        for (const beyond of [(minimum ?? 0) - 1, (maximum ?? 0) + 1]) {
          if (maximum === undefined) continue;
          const { status } = await ask(`/v1${path}?at=0,0${path === '/browse' ? '' : '&q=x'}&${name}=${beyond}`);
          expect([path, name, beyond, status]).toEqual([path, name, beyond, 400]);
        }
      }
    }
  });

  it('docs/discovery.md has a row for each', () => {
    const page = readFileSync(new URL('../../../../../docs/discovery.md', import.meta.url), 'utf8');
    const names = described.operations.flatMap(({ parameters }) =>
      parameters.flatMap(({ name, in: place }) => (place === 'query' ? [name] : [])),
    );
    expect([...new Set(names)].filter((name) => !page.includes(`\`${name}`))).toEqual([]);
  });
});

it('spec/golden/search/openapi.json is this description (vitest -u writes it anew)', async () => {
  const text = await format(JSON.stringify(discoveryDocument(undefined)), { parser: 'json', printWidth: 120 });
  const file = new URL('../../../../../spec/golden/search/openapi.json', import.meta.url);
  await expect(text).toMatchFileSnapshot(fileURLToPath(file));
});
