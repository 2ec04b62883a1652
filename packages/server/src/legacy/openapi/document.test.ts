/** The description of v2 keeps up with what the surface takes and gives. */
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId } from '../../../test/small-world.ts';
import { memoryAtlas } from '../../atlas/memory-atlas.ts';
import { describedExamples, queryOf } from '../../http/docs/openapi/testing/described-examples.ts';
import type { ApiDocument } from '../../lookup/testing/answers-as-described.ts';
import { answerChecker } from '../../lookup/testing/answers-as-described.ts';
import { resources } from '../resources.ts';
import { legacyUnderTest } from '../testing/legacy-under-test.ts';
import { legacyDocument } from './document.ts';

const legacy = legacyUnderTest();
const [site] = memoryAtlas(smallWorld()).sites();
const document = legacyDocument(site) as unknown as ApiDocument;
const described = describedExamples(document);
const checker = answerChecker(document);

/** @param path below `/ev/`, with its query */
async function checked(path: string): Promise<number> {
  const { status, text } = await legacy.ask(path);
  const { pathname } = new URL(path, 'http://pantograph.test');
  const resource = /^\/(stations|pools)\/(?!bulk|count|alongroute)/.test(pathname)
    ? pathname.replace(/\/[^/]+\.json$/, '/{id}.{format}')
    : pathname.replace(/\.json$/, '.{format}');
  if (!pathname.endsWith('.xml')) checker.check(resource, status, JSON.parse(text));
  return status;
}

describe('examples', () => {
  it('validate, and every schema is used', () => {
    expect(described.faults).toEqual([]);
    expect(described.examples).toBeGreaterThan(100);
    expect(described.unused).toEqual([]);
  });

  it('of requests are answered as described', async () => {
    expect(described.requests.length).toBeGreaterThanOrEqual(resources.length);
    for (const request of described.requests) {
      expect([request, await checked(request.slice('/ev/'.length))]).toEqual([request, 200]);
    }
  });

  it('of parameters are taken', async () => {
    for (const { method, path, parameters } of described.operations) {
      if (method !== 'get') continue;
      for (const parameter of parameters) {
        if (parameter.in !== 'query') continue;
        const query = new URLSearchParams(queryOf(parameter));
        const isGeometry = ['prox', 'bbox', 'corridor'].includes(parameter.name);
        if (path.includes('alongroute')) query.set('route', 'BFoz5xJ67i1B1B7PzIhaxL7Y');
        else if (path.startsWith('/stations') && !isGeometry && parameter.name !== 'id') query.set('prox', '0,0,1');
        const request = `${path.slice(1).replace('{format}', 'json')}?${query.toString()}`;
        expect([request, await checked(request)]).toEqual([request, 200]);
      }
    }
  });
});

describe('answers are as described', () => {
  const ids = ['DELFT-MARKT', 'DELFT-STATION', 'DELFT-GARAGE'].map((id) => `id=${smallWorldId(id)}`).join('&');
  it.each([
    'stations.json?bbox=53,3;51,5&maxresults=1000',
    'stations.json?prox=52.52,13.41,100000&maxresults=1000&strictcount=true',
    'stations/count.json?prox=52,4,200000',
    `stations/bulk.json?${ids}`,
    `pools/bulk.json?${ids}`,
    `evses/bulk.json?${ids}`,
    'roamings.json',
    'connectorstatuses.json',
  ])('%s', async (path) => {
    expect(await checked(path)).toBe(200);
  });

  it.each(['stations/alongroute', 'stations/alongroute/count'])('and so is a route in a body: %s', async (path) => {
    const post = (body: unknown) => legacy.ask(`${path}.json`, { method: 'POST', body: JSON.stringify(body) });
    const line = {
      type: 'LineString',
      coordinates: [
        [4.3571, 52.0116],
        [4.2888, 52.0786],
      ],
    };
    const answers = [await post({ route: line, width: 2000 }), await post({ width: 2000 })];
    expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    for (const { status, text } of answers) checker.check(`/${path}.{format}`, status, JSON.parse(text));
  });

  it.each([
    ['stations.json', 400],
    ['stations.json?prox=0,0,1&connectortype=2', 400],
    ['stations/unheard-of.json', 404],
    ['pools/bulk.json', 400],
  ])('and so are refusals: %s', async (path, status) => {
    expect(await checked(path)).toBe(status);
  });
});

it('has an operation for each resource and method, and the parameters of its table', () => {
  const operations = described.operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  const expected = resources.flatMap(({ path, methods }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => `${method} /${path}.{format}`),
  );
  expect(operations.toSorted()).toEqual(expected.toSorted());
  for (const { path, parameters: known } of resources) {
    const operation = described.operations.find((each) => each.path === `/${path}.{format}` && each.method === 'get');
    expect(operation?.parameters.flatMap(({ name, in: place }) => (place === 'query' ? [name] : []))).toEqual(known);
  }
});

it('refuses what is outside the ranges it describes', async () => {
  for (const { path, method, parameters } of described.operations) {
    if (method !== 'get' || path.includes('count')) continue;
    for (const { name, schema } of parameters) {
      const { minimum, maximum } = schema as { minimum?: number; maximum?: number };
      if (minimum === undefined || maximum === undefined) continue;
      for (const beyond of [minimum - 1, maximum + 1]) {
        const geometry = path.includes('alongroute') ? 'route=BFoz5xJ67i1B1B7PzIhaxL7Y' : 'prox=0,0,1';
        const { status } = await legacy.ask(
          `${path.slice(1).replace('{format}', 'json')}?${geometry}&${name}=${beyond}`,
        );
        expect([path, name, beyond, status]).toEqual([path, name, beyond, 400]);
      }
    }
  }
});

it('spec/golden/v2/openapi.json is this description (vitest -u writes it anew)', async () => {
  const text = await format(JSON.stringify(legacyDocument(undefined)), { parser: 'json', printWidth: 120 });
  const file = new URL('../../../../../spec/golden/v2/openapi.json', import.meta.url);
  await expect(text).toMatchFileSnapshot(fileURLToPath(file));
});
