/** Whatever is sent: never a fault of ours, always an answer of v2's. */
import { ErrorBody } from '@pantograph/model/v2';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallWorld } from '../../test/small-world.ts';
import { resources } from './resources.ts';
import { legacyUnderTest } from './testing/legacy-under-test.ts';
import { treeOfXml } from './testing/xml-tree.ts';

const v2 = legacyUnderTest();

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed()),
  fc.constantFrom(
    '',
    ' ',
    '%',
    '*',
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '1e999',
    '-1',
    '0x7',
    '٣',
    '[]',
    ';',
    ',',
  ),
  fc.constantFrom('\ud83d\udd0c', '\u202e', '\ufffe', '\u0007', '<', '&', '"', ']]>'),
  fc.string({ minLength: 300, maxLength: 900 }),
);
const id = fc.oneof(fc.constantFrom(...smallWorld().locations.map(({ contentId }): string => contentId)), odd);
const figure = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -90, max: 90, noNaN: true }).map(String) },
  fc.constantFrom('0', '-0', '90', '-90', '180', '-180', '52.0116', '4.3571', '1e-7'),
  odd,
);
const position = fc.tuple(figure, figure).map(([lat, lng]) => `${lat},${lng}`);
const positions = fc.array(fc.oneof({ weight: 9, arbitrary: position }, odd), { minLength: 1, maxLength: 6 });
const parameters: Readonly<Record<string, fc.Arbitrary<string>>> = {
  prox: fc
    .tuple(position, fc.oneof(fc.constantFrom('1', '0', '200000', '200001'), odd))
    .map((parts) => parts.join(',')),
  bbox: fc.oneof(
    positions.map((all) => all.join(';')),
    fc.constant('52.1,4.3;52,4.4'),
  ),
  corridor: fc.oneof(
    positions.map((all) => all.join(';')),
    fc.constantFrom('52,4;52,4.1;100', '52,4;52,4', '90,0;90,90', '0,179.9;0,-179.9;1'),
  ),
  route: fc.oneof(fc.constantFrom('BFoz5xJ67i1B1B7PzIhaxL7Y', 'BFoz5xJ67i1B'), odd, fc.base64String()),
  width: fc.oneof(fc.constantFrom('1', '50000'), odd),
  connectortype: fc
    .array(fc.oneof(fc.integer({ min: -1, max: 70 }).map(String), odd), { maxLength: 4 })
    .map((all) => all.join(',')),
  emsp: odd,
  maxresults: fc.oneof(fc.constantFrom('1', '1000'), odd),
  offset: fc.oneof(fc.constantFrom('1', '10000000'), odd),
  strictcount: fc.oneof(fc.constantFrom('true', 'false'), odd),
  id,
};
const pair = fc
  .constantFrom(...Object.keys(parameters))
  .chain((name) => fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constant(name) }, odd), parameters[name] ?? odd));

const path = fc.oneof(
  { weight: 9, arbitrary: fc.tuple(fc.constantFrom(...resources.map((resource) => resource.path)), id) },
  { weight: 1, arbitrary: fc.tuple(odd, odd) },
);
const request = fc.record({
  path,
  format: fc.oneof({ weight: 9, arbitrary: fc.constantFrom('json', 'xml') }, odd),
  query: fc.array(pair, { maxLength: 4 }),
  method: fc.oneof({ weight: 6, arbitrary: fc.constant('GET') }, fc.constantFrom('POST', 'HEAD', 'PUT')),
  body: fc.oneof(fc.json(), odd, fc.record({ route: fc.anything(), width: fc.anything() }).map(stringified)),
});

function stringified(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}

it('answers any request below 500, in the form asked', async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request, async ({ path: [name, ofId], format, query, method, body }) => {
      const target = name.replace('{id}', encodeURIComponent(ofId));
      const init = method === 'POST' || method === 'PUT' ? { method, body } : { method };
      const url = `${target}.${encodeURIComponent(format)}?${new URLSearchParams(query).toString()}`;
      const { status, text, headers } = await v2.ask(url, init);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status).toBeLessThan(500);
      if (method === 'HEAD') return;
      const type = headers.get('content-type') ?? '';
      expect(type).toMatch(format === 'xml' ? /^application\/(xml|json)/ : /^application\/(problem\+)?json/);
      if (type.startsWith('application/xml')) treeOfXml(text);
      else if (type === 'application/json' && status >= 400) ErrorBody.parse(JSON.parse(text));
      else JSON.parse(text);
    }),
    { numRuns: 3000 },
  );
  expect(v2.logged()).toBe('');
  // Not all of them are nonsense.
  for (const status of [200, 400, 404, 405]) expect(statuses.get(status)).toBeGreaterThan(20);
});
