/** Searches that lie ready against the usual way: both say the same, byte for byte. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallWorld } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { oddParameter, one, readyBesideUsual } from '../http/testing/ready-beside-usual.ts';
import { mountDiscovery } from './surface.ts';

const position = one('52.0116,4.3571', '52.52,13.405', '0,0', '90,180', '91,0', 'here');
const encoded = one(encodeURIComponent, encodeURI, (text: string) => text);
const valued = (name: string, value: fc.Arbitrary<string>) =>
  fc.tuple(value, encoded).map(([some, encode]) => `${name}=${encode(some)}`);
const parameter = fc.oneof(
  valued('in', one('circle:52.0116,4.3571;r=5000', 'bbox:4,51,5,53', 'countryCode:NLD', 'circle:1;r=2', '')),
  valued('categories', one('700-7600-0322', '700', '1')),
  valued('show', one('ev', 'ev,eMobilityServiceProviders', 'tz,ev', 'nothing')),
  valued('evStation[connectorTypes]', one('IEC_62196_T2', 'IEC_62196_T2_COMBO,CHADEMO', 'X')),
  valued('evStation[available]', one('true', 'maybe')),
  valued('lang', one('de', 'fr-BE,en', '!')),
  valued('q', one('charging station', 'Café', 'a')),
  one('limit=1', 'limit=100', 'limit=0', 'offset=1', 'offset=x', 'f=geojson', 'facets=status', 'explain=x'),
  oddParameter,
);
const path = fc
  .tuple(
    one('/v1/browse', '/v1/browse', '/v1/discover', '/v1/autosuggest', '/v1/lookup', '/v1/browse/'),
    valued('at', position),
    fc.array(parameter, { maxLength: 4 }),
  )
  .map(([start, at, parameters]) => `${start}?${[at, ...parameters].join('&')}`);

describe.each(['nobody', 'loopback', 'everybody'] as const)('ready searches, open to %s', (exposure) => {
  it('are those of the usual way', async () => {
    const surface = mountDiscovery({ atlas: memoryAtlas(smallWorld()), settings: { enums: 'ocpi' } });
    await using both = await readyBesideUsual(surface, exposure);
    await both.compare(path, 60);
    expect(both.readied()).toBeGreaterThan(50);
  });
});
