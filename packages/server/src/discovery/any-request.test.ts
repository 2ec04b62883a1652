import {
  AutosuggestResponse,
  ErrorResponse,
  PlaceCollection,
  PlaceItem,
  SearchResponse,
} from '@pantograph/model/search';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ask } from '../../test/ask-discovery.ts';
import { smallWorldId } from '../../test/small-world.ts';

const degrees = fc.oneof(
  fc.constantFrom('0', '-0', '90', '-90', '180', '-180', '179.99', '52.01', '4.36', '-16.8', '1e-9', '91', 'NaN', ''),
  fc.double({ min: -200, max: 200, noNaN: true }).map(String),
);
const pair = fc.tuple(degrees, degrees).map(([lat, lng]) => `${lat},${lng}`);
const route = fc.constantFrom(
  'BFoz5xJ67i1B1B7PzIhaxL7Y',
  'BlD05xgKuy2xCCx9B7vUCl0OhnRC54EqSCzpEl-HCxjD3pBCiGnyGCi2CvwFCsgD3nDC4vB6eC;w=50000',
  'B',
  ';w=5',
);
const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('true', '0', '-1', '1', '20', '100', '1e999', 'null', '__proto__', ',', '!', 'a,b', 'x'.repeat(5000)),
);
const area = fc.oneof(
  fc.tuple(pair, fc.constantFrom('0', '1', '500', '20037508', 'x')).map(([at, r]) => `circle:${at};r=${r}`),
  fc.tuple(pair, pair).map(([a, b]) => `bbox:${a},${b}`),
  fc.array(pair, { maxLength: 6 }).map((points) => `polygon:${points.join(';')}`),
  fc.constantFrom('countryCode:NLD', 'countryCode:NLD,DEU', 'countryCode:', 'countryCode:XXX'),
);
const text = fc.constantFrom(
  'ladestation',
  'charging near Delft',
  'volt',
  'del',
  'x',
  '???',
  'Markt, Netherlands',
  'ß',
  'char',
);
const place = fc.constantFrom(smallWorldId('DELFT-MARKT'), 'here:pds:place:none', ':');

const property = fc.constantFrom(
  ...['minPower', 'maxPower', 'connectorTypeIds', 'connectorTypes', 'supplierNames', 'current', 'paymentMethodIds'],
  ...[
    'eMobilityServiceProviderPartnerIds',
    'available',
    'openNow',
    'operatorIds',
    'vehicleHeight',
    'unknownLimits',
    'x',
  ],
);
const propertyValue = fc.oneof(
  junk,
  fc.constantFrom('31', '36', '10', 'AC', 'DC', '22', 'CHADEMO', 'creditCard', 'Voltstad', 'include'),
);

const parameter: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(fc.constant('at'), fc.oneof(pair, fc.constant('52.01,4.36'), junk)),
  fc.tuple(fc.constant('in'), fc.oneof(area, junk)),
  fc.tuple(fc.constant('route'), fc.oneof(route, junk)),
  fc.tuple(fc.constant('q'), fc.oneof(text, junk)),
  fc.tuple(fc.constantFrom('id', 'explain'), fc.oneof(place, junk)),
  fc.tuple(
    property.map((name) => `evStation[${name}]`),
    propertyValue,
  ),
  fc.tuple(
    fc.constantFrom('limit', 'offset', 'termsLimit'),
    fc.oneof(fc.integer({ min: -1, max: 101 }).map(String), junk),
  ),
  fc.tuple(fc.constant('show'), fc.oneof(fc.constantFrom('ev', 'ev,tz,eMobilityServiceProviders', 'details'), junk)),
  fc.tuple(fc.constant('lang'), fc.oneof(fc.constantFrom('de', 'pt-BR,en', 'xx', 'en-u-ca-buddhist'), junk)),
  fc.tuple(fc.constant('ranking'), fc.oneof(fc.constant('excursionDistance'), junk)),
  fc.tuple(fc.constant('categories'), fc.oneof(fc.constantFrom('700', '700-7600-0322,!700-7600-0323', '!700'), junk)),
  fc.tuple(fc.constant('facets'), fc.oneof(fc.constantFrom('power', 'connectorTypes,operators,power,status'), junk)),
  fc.tuple(
    fc.constantFrom('f', 'name', 'chains', 'foodTypes', 'mobilityMode', 'politicalView'),
    fc.oneof(fc.constant('geojson'), junk),
  ),
  fc.tuple(fc.string({ maxLength: 10 }), junk),
);

const schemas = {
  browse: SearchResponse,
  discover: SearchResponse,
  autosuggest: AutosuggestResponse,
  lookup: PlaceItem,
};

it('answers any request with its contract, and never by our own fault', { timeout: 60_000 }, async () => {
  const seen = new Set<number>();
  const endpoint = fc.constantFrom('browse', 'discover', 'autosuggest', 'lookup');
  const usual = fc.constantFrom('', 'at=52.01,4.36&', 'at=52.01,4.36&q=volt&', 'at=0,0&');
  await fc.assert(
    fc.asyncProperty(endpoint, usual, fc.array(parameter, { maxLength: 5 }), async (name, start, parameters) => {
      const search = parameters
        .map((pair_) => pair_.map((part) => encodeURIComponent(part.toWellFormed())).join('='))
        .join('&');
      const { status, body } = await ask(`/v1/${name}?${start}${search}`);
      seen.add(status);
      const drawn = status === 200 && (body as { type?: unknown }).type === 'FeatureCollection';
      const schema = status === 200 ? (drawn ? PlaceCollection : schemas[name]) : ErrorResponse.required();
      expect(schema.strict().parse(body)).toEqual(body);
      expect([200, 400, 404, 414]).toContain(status);
      if (status !== 200) expect(JSON.stringify(body).length).toBeLessThan(4000);
    }),
    { numRuns: 1500 },
  );
  expect(seen).toContain(200);
  expect(seen).toContain(400);
});
