/** What lies ready is what the usual way answers, and is counted the same. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { answerOf } from '../http/answer.ts';
import { resources } from './resources.ts';
import { mountLegacy } from './surface.ts';
import { usageCounter } from './usage/usage-counter.ts';

const atlas = memoryAtlas({
  ...smallWorld(),
  removals: [{ contentId: smallWorldId('DELFT-GARAGE'), removedAt: '2026-03-01T00:00:00Z', reason: 'closed' }],
});
const context = { correlationId: 'c', now: smallWorldTime, caller: { id: 'someone', rights: new Set<never>() } };

const id = fc.constantFrom(...smallWorld().locations.map(({ contentId }): string => contentId), 'nothing', 'a:b', '');
const path = fc
  .tuple(fc.constantFrom(...resources.map((resource) => resource.path), 'nothing', 'stations/x/y'), id)
  .map(([name, ofId]) => name.replace('{id}', ofId));
const parameter = fc.oneof(
  fc.constantFrom(
    'prox=52.0116,4.3571,3000',
    'prox=52.0116,4.3571,200001',
    'prox=52%2E0116,4.3571,3000',
    'bbox=52.1,4.2;51.9,4.5',
    'corridor=52.0116,4.3498;52.0116,4.3644;20',
    'route=BFoz5xJ67i1B1B7PzIhaxL7Y',
    'width=5000',
    'connectortype=31,34',
    'connectortype=31%2C34',
    'connectortype=18',
    'emsp=nobody',
    'maxresults=2',
    'maxresults=0',
    'offset=1',
    'strictcount=true',
    'strictcount=+',
    'apiKey=x',
    '=',
    '',
  ),
  id.map((one) => `id=${one}`),
);
const target = fc
  .record({
    path,
    format: fc.constantFrom('json', 'xml', 'yaml'),
    query: fc.option(fc.array(parameter, { maxLength: 4 }), { nil: undefined }),
  })
  .map(({ path: name, format, query }) => `/ev/${name}.${format}${query === undefined ? '' : `?${query.join('&')}`}`);

/** Two surfaces that are asked the same, each in its way. */
function bothWays() {
  const usage = { ready: usageCounter(), usual: usageCounter() };
  const quick = mountLegacy({ atlas, settings: { enums: 'ocpi' }, usage: usage.ready });
  const { handle } = mountLegacy({ atlas, settings: { enums: 'ocpi' }, usage: usage.usual });
  return {
    /** The status of both; `undefined` where nothing lies ready. */
    ask: async (asked: string): Promise<number | undefined> => {
      const ready = quick.ready?.(asked)?.(context);
      if (ready === undefined) return undefined;
      const response = await handle(new Request(`http://pantograph.test${asked}`), context);
      if (response === undefined) throw new Error('not answered');
      const usual = await answerOf(response);
      const bytesOf = (body: unknown) => Buffer.from(body as Uint8Array | string).toString();
      expect({ ...ready, body: bytesOf(ready.body) }, asked).toEqual({ ...usual, body: bytesOf(usual.body) });
      return ready.status;
    },
    expectSameUses: () => {
      expect(usage.ready.counts()).toEqual(usage.usual.counts());
    },
  };
}

it('byte for byte, headers and uses included', async () => {
  const { ask, expectSameUses } = bothWays();
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(target, async (asked) => {
      const status = await ask(asked);
      if (status === undefined) expect(asked).toMatch(/^\/ev\/roamings\./);
      else statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }),
    { numRuns: 2000 },
  );
  expectSameUses();
  for (const status of [200, 400, 404]) expect(statuses.get(status)).toBeGreaterThan(50);
});

const places = [
  'prox=52.0116,4.3571,3000',
  'prox=52.0116,4.3571,200001',
  'prox=52.0116,4.3571,3000&prox=1,2,3',
  'bbox=52.1,4.2;51.9,4.5',
  'prox=52.0116,4.3571,3000&bbox=52.1,4.2;51.9,4.5',
  '',
];
const manners = [
  '',
  'connectortype=31,34',
  'connectortype=34',
  'connectortype=18',
  'connectortype=31&connectortype=34',
  'maxresults=1&offset=1',
  'maxresults=1',
  'strictcount=true&maxresults=1',
  'strictcount=maybe',
  'emsp=nobody',
  'app_id=a&app_code=b&maxresults=1&apiKey=c',
  '%6Daxresults=1',
  'unknown=1',
];

it('whether or not it was asked in this manner before, here or elsewhere', async () => {
  const { ask, expectSameUses } = bothWays();
  for (let round = 0; round < 3; round++) {
    for (const place of places) {
      for (const manner of manners) {
        for (const query of [`${place}&${manner}`, `${manner}&${place}`]) {
          const status = await ask(`/ev/stations.${round === 1 ? 'xml' : 'json'}?${query}`);
          expect([200, 400]).toContain(status);
        }
      }
    }
  }
  expectSameUses();
});
