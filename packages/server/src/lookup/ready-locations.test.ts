/** What lies ready against the usual way: whatever is asked over a connection, both say the same, byte for byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { locationFields } from '@pantograph/model/v3';
import { smallWorld, smallWorldId } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { goodKey, oddParameter, one, readyBesideUsual } from '../http/testing/ready-beside-usual.ts';
import { mountLookup } from './index.ts';
import { guarded } from './location-parameters.ts';

const world = smallWorld();
const ids = world.locations.map(({ contentId }): string => contentId);
const free = locationFields.filter((field) => !new Set<string>(guarded).has(field));
const all = `/v3/locations?ids=${ids.join()}&fields=${free.join()}`;
const surface = () => mountLookup({ atlas: memoryAtlas(world), settings: { enums: 'ocpi' } });

const id = fc.oneof(
  { weight: 8, arbitrary: one(...ids) },
  { weight: 3, arbitrary: one(...ids).map((own) => `here:evcp:charginglocation:${own}`) },
  { weight: 1, arbitrary: one('unknown', 'a:b:', ':', 'x/y', '..', '.', 'a.b', '%41', '%00', 'é', 'a+b') },
);
const encoded = one(encodeURIComponent, encodeURI, (text: string) => text);
const parameter = fc.oneof(
  fc.subarray(free, { minLength: 1 }).map((some) => `fields=${some.join()}`),
  fc.subarray([...locationFields], { minLength: 1 }).map((some) => `fields=${some.join('%2C')}`),
  one('enums=here', 'enums=ocpi', 'enums=HERE', 'days=2', 'days=0', 'days=x', 'tariff=all', 'tariff=nonsense'),
  one('fields=', 'fields=evses,evses', 'fields=nothing', 'connectorTypes=CHADEMO', 'x=y', 'ids', 'f%69elds=x'),
  oddParameter,
  fc.uniqueArray(id, { maxLength: 3 }).map((some) => `ids=${some.join()}`),
);
const byId = fc.tuple(id, encoded).map(([some, encode]) => `/v3/locations/${encode(some)}`);
const byIds = fc
  .tuple(fc.array(id, { minLength: 1, maxLength: 12 }), encoded)
  .map(([some, encode]) => `/v3/locations?ids=${encode(some.join())}`);
const start = fc.oneof(
  { weight: 5, arbitrary: byId },
  { weight: 4, arbitrary: byIds },
  { weight: 1, arbitrary: one('/v3/locations', '/v3/locations/', '/v3/locationsX', '/v3//locations', '/v3/version') },
  { weight: 1, arbitrary: one(all) },
  { weight: 1, arbitrary: fc.nat(3).map((more) => `/v3/locations?ids=${'a,'.repeat(98 + more)}b`) },
);
const path = fc
  .tuple(start, fc.array(parameter, { maxLength: 2 }))
  .map(([first, parameters]) => [first, ...parameters].join('&').replace(/^([^?&]*)&/, '$1?'));

describe.each(['nobody', 'loopback', 'everybody'] as const)('ready locations, open to %s', (exposure) => {
  it('are those of the usual way', async () => {
    await using both = await readyBesideUsual(surface(), exposure);
    await both.compare(path, 60);
    expect(both.readied()).toBeGreaterThan(50);
  });
});

it('ready locations are conditional, coded, and refused as any', async () => {
  await using both = await readyBesideUsual(surface(), 'nobody');
  const ask = (target: string, headers: Record<string, string> = {}) =>
    both.askReady(`${target}apiKey=${goodKey}`, headers);
  const first = await ask(`${all}&`, { 'Accept-Encoding': 'gzip' });
  expect(first).toMatchObject({ status: 200, headers: { 'content-encoding': 'gzip', vary: 'Accept-Encoding' } });
  const same = await ask(`${all}&`, { 'Accept-Encoding': 'gzip', 'If-None-Match': first.headers.etag ?? '' });
  expect(same).toMatchObject({ status: 304, body: '' });
  expect(await ask('/v3/locations/unknown?')).toMatchObject({ status: 404 });
  const hub = await ask(`/v3/locations/${smallWorldId('BER-HUB')}?fields=evses&`);
  expect(hub.headers['cache-control']).toBe('private, no-cache');
  expect(both.readied()).toBe(4);
});
