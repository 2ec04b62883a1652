/** v2 made of the answers of our own v3 and Search is byte for byte what v2 answers by itself. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallWorld, smallWorldTime } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { discoverySurface } from '../discovery/surface.ts';
import { lookupSurface } from '../lookup/surface.ts';
import { legacySurface, legacySurfaceOver } from './surface.ts';
import { upstreamBackEnd } from './testing/upstream-back-end.ts';

const { locations, ...rest } = smallWorld();
const dependencies = { atlas: memoryAtlas({ ...rest, locations }), settings: { enums: 'ocpi' } } as const;
const context = { correlationId: 'c', now: smallWorldTime };
const upstream = [lookupSurface({ ...dependencies, lookup: {} }), discoverySurface(dependencies)];

async function get(path: string): Promise<Response> {
  for (const surface of upstream) {
    const response = await surface(new Request(`http://upstream.test${path}`), context);
    if (response !== undefined) return response;
  }
  throw new Error(`nobody answers ${path}`);
}

const direct = legacySurface(dependencies);
const gateway = legacySurfaceOver(upstreamBackEnd({ get, enums: 'ocpi' }), {});

async function both(path: string): Promise<{ readonly status: readonly unknown[]; readonly text: readonly unknown[] }> {
  const responses = [];
  for (const surface of [direct, gateway])
    responses.push(await surface(new Request(`http://v2.test/ev/${path}`), context));
  const text = await Promise.all(responses.map(async (response) => response?.text()));
  return { status: responses.map((response) => response?.status), text };
}

const centre = fc.constantFrom('52.0116,4.3571', '52.52,13.41', '-16.8,179.999', '0,0', '-89.99,45', '52.3,13.3');
const geometry = fc.oneof(
  fc.tuple(centre, fc.integer({ min: 1, max: 200_000 })).map(([at, radius]) => `prox=${at},${String(radius)}`),
  fc.constantFrom('bbox=52.1,4.2;51.9,4.5', 'bbox=-16.7,179.9;-16.9,-179.9', 'bbox=52.6,13.2;52.2,13.5'),
);
const ids = fc.array(fc.constantFrom('nothing', ...locations.map(({ contentId }): string => contentId)), {
  minLength: 1,
  maxLength: 10,
});
const search = fc.record({
  geometry,
  types: fc.constantFrom('', '&connectortype=31', '&connectortype=34,29', '&connectortype=36', '&connectortype=999'),
  page: fc.constantFrom('', '&maxresults=3', '&maxresults=2&offset=1', '&offset=99'),
});
const path = fc.oneof(
  search.map(({ geometry: area, types, page }) => [`stations`, `${area}${types}${page}`]),
  geometry.map((area) => ['stations/count', area]),
  fc
    .tuple(fc.constantFrom('stations/bulk', 'pools/bulk', 'evses/bulk'), ids)
    .map(([name, each]) => [name, each.map((id) => `id=${id}`).join('&')]),
  fc.tuple(fc.constantFrom('stations', 'pools'), ids).map(([name, [id = '']]) => [`${name}/${id}`, '']),
);

it('over hundreds of questions', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(path, fc.constantFrom('json', 'xml'), async ([name = '', query = ''], format) => {
      const { status, text } = await both(`${name}.${format}?${query}`);
      expect(text[1]).toBe(text[0]);
      expect(status[1]).toBe(status[0]);
      if (status[0] === 200) found++;
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(300);
});
