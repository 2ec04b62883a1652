/** Whatever is sent: never a fault of ours, always an answer as described. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallWorld } from '../../test/small-world.ts';
import { lookupUnderTest } from './testing/lookup-under-test.ts';

const lookup = lookupUnderTest();
const ids = smallWorld().locations.map(({ contentId }) => contentId);

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '%', '%FF', '%00', '%2F', '%E2%80%AE', '\\', '\n', '*', '__proto__', 'constructor', 'null'),
  fc.constantFrom('-1', '0', '1e999', 'NaN', '9007199254740993', '0x7', '٣', 'true', '[]', '{}'),
  fc.string({ minLength: 300, maxLength: 900 }),
);
const id = fc.oneof(fc.constantFrom<string>(...ids, ...ids.map((known) => `here:evcp:x:${known}`)), odd);
const listOf = (item: fc.Arbitrary<string>) => fc.array(item, { maxLength: 8 }).map((items) => items.join(','));
const parameters: Readonly<Record<string, fc.Arbitrary<string>>> = {
  ids: listOf(id),
  fields: listOf(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('address', 'evses', 'truckRestrictions', 'locationInfo', 'emsps') },
      { weight: 6, arbitrary: fc.constantFrom('connectorGroups', 'predictions', 'reliability', 'tariffs', 'nearby') },
      { weight: 2, arbitrary: fc.constantFrom('operators', 'connectorTypes', 'eMobilityServiceProviders') },
      odd,
    ),
  ),
  days: fc.oneof(fc.constantFrom('1', '7', '8'), odd),
  tariff: fc.oneof(
    fc.constantFrom('all', 'adhoc', 'emsp', `partner:${'0'.repeat(36)};name=a,b`, `${'0'.repeat(36)},a`),
    odd,
    odd.map((text) => `partner:${text}`.padEnd(44, ',')),
  ),
  connectorTypes: listOf(fc.oneof(fc.constantFrom('IEC_62196_T2', 'MCS', '31'), odd)),
  countryCodes: listOf(fc.oneof(fc.constantFrom('NLD', 'deu', 'XXX'), odd)),
  enums: fc.oneof(fc.constantFrom('ocpi', 'here'), odd),
};

const pair = fc
  .constantFrom(...Object.keys(parameters))
  .chain((name) => fc.tuple(fc.oneof({ weight: 9, arbitrary: fc.constant(name) }, odd), parameters[name] ?? odd));

/** Most as a client encodes them, some as they are. */
const written = (text: string, raw: boolean) =>
  raw ? text.replace(/[#?&]/g, '') : encodeURIComponent(wellFormed(text));

function wellFormed(text: string): string {
  return text.toWellFormed();
}

const path = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(id, fc.boolean()).map(([text, raw]) => `/v3/locations/${written(text, raw)}`) },
  { weight: 3, arbitrary: fc.constant('/v3/locations') },
  { weight: 2, arbitrary: fc.constant('/v3/countryMetadata') },
  { weight: 1, arbitrary: fc.constantFrom('/v3/health', '/v3/version', '/v3/openapi', '/v3', '/v3/') },
  { weight: 1, arbitrary: fc.tuple(odd, fc.boolean()).map(([text, raw]) => `/v3/${written(text, raw)}`) },
);

const request = fc.record({
  path,
  query: fc.array(fc.tuple(pair, fc.boolean()), { maxLength: 5 }),
  method: fc.oneof({ weight: 9, arbitrary: fc.constant('GET') }, fc.constantFrom('HEAD', 'POST', 'PURGE')),
  accept: fc.oneof(fc.constant('*/*'), fc.string({ unit: 'grapheme-ascii', maxLength: 30 })),
});

it('answers any request below 500, in a described form', async () => {
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(request, async (sent) => {
      const query = sent.query.map(([[name, value], raw]) => `${written(name, raw)}=${written(value, raw)}`).join('&');
      const url = `${sent.path}${query === '' ? '' : `?${query}`}`;
      const { status, headers } = await lookup.ask(url, {
        method: sent.method,
        headers: { accept: sent.accept.trim() },
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect(status).toBeLessThan(500);
      expect(headers.get('x-correlation-id')).toBeTruthy();
    }),
    { numRuns: 3000 },
  );
  expect(lookup.logged()).toBe('');
  // Not all of them are nonsense.
  for (const status of [200, 400, 404, 405]) expect(statuses.get(status)).toBeGreaterThan(20);
});
