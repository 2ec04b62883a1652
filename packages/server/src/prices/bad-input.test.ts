import { ErrorResponse } from '@pantograph/model/search';
import { PricesResponse } from '@pantograph/model/tariff';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askPrices } from '../../test/ask-prices.ts';
import { smallWorldId } from '../../test/small-world.ts';

const market = smallWorldId('DELFT-MARKT');
const prices = smallWorldId('BER-PRICES');

it.each([
  ['id', ''],
  ['id', 'id='],
  ['id', `id=${market},,${prices}`],
  ['id', `id=${market}&id=${prices}`],
  ['id', `id=${'a,'.repeat(100)}b`],
  ['evse', `id=${market},${prices}&evse=MARKT-1`],
  ['connector', `id=${market}&connector=1`],
  ['standard', `id=${market}&standard=31`],
  ['standard', `id=${market}&standard=A,B,C,D,E,F`],
  ['energy', `id=${market}&energy=`],
  ['energy', `id=${market}&energy=-0.001`],
  ['energy', `id=${market}&energy=1000.001`],
  ['energy', `id=${market}&energy=20kWh`],
  ['energy', `id=${market}&energy=1e999`],
  ['energy', `id=${market}&energy=0`],
  ['power', `id=${market}&power=0`],
  ['power', `id=${market}&power=NaN`],
  ['energy, power and duration', `id=${market}&energy=1&power=1&duration=1`],
  ['duration', `id=${market}&duration=0`],
  ['duration', `id=${market}&duration=1.5`],
  ['parking', `id=${market}&parking=-1`],
  ['parking', `id=${market}&parking=10081`],
  ['start', `id=${market}&start=2026-11-23T18:00:00`],
  ['start', `id=${market}&start=2026-02-29T18:00:00Z`],
  ['start', `id=${market}&start=2026-11-23`],
  ['start', `id=${market}&start=1999-12-31T23:59:59Z`],
  ['start', `id=${market}&start=2026-11-23T24:00:00Z`],
  ['start', `id=${market}&start=2026-11-23T18:00:00%2B25:00`],
  ['tariff', `id=${market}&tariff=`],
  ['tariff', `id=${market}&tariff=ALL`],
  ['tariff', `id=${market}&tariff=partner:short`],
  ['tariff', `id=${market}&${'tariff=all&'.repeat(51)}`],
])('names the parameter that is wrong: %s in %s', async (parameter, query) => {
  const { status, body } = await askPrices(query);
  expect(status).toBe(400);
  const { cause = '', action = '' } = ErrorResponse.parse(body);
  expect(`${cause} ${action}`).toContain(parameter);
});

it.each([
  ['No place has the id', 'id=unheard-of'],
  ['No place has the id', `id=${smallWorldId('DELFT-HIDDEN')}`],
  ['no EVSE', `id=${market}&evse=MARKT-9`],
  ['no connector', `id=${market}&evse=MARKT-1&connector=9`],
])('says what is not there: %s, %s', async (cause, query) => {
  const { status, body } = await askPrices(query);
  expect(status).toBe(404);
  expect(ErrorResponse.parse(body).cause).toContain(cause);
});

it('says what is missing of several, each place once, in the order of the request', async () => {
  const { body } = await askPrices(`id=${prices},nowhere,here:pds:place:${market},${market}`);
  const { items, missingItems } = PricesResponse.parse(body);
  expect(items.map(({ id }) => id.split(':').at(-1))).toEqual([prices, market]);
  expect(missingItems).toEqual(['nowhere']);
});

it('takes connectors by EVSE, by the id printed on it, and by standard', async () => {
  const groupsOf = async (query: string): Promise<unknown> => {
    const { items } = PricesResponse.parse((await askPrices(`id=${market}&${query}`)).body);
    return items[0]?.connectorGroups.map(({ standard, connectors }) => [
      standard,
      connectors.map((one) => one.evseUid),
    ]);
  };
  expect(await groupsOf('evse=MARKT-2')).toEqual([['IEC_62196_T2', ['MARKT-2']]]);
  expect(await groupsOf('evse=nl*vlt*emarkt3&connector=2')).toEqual([['CHADEMO', ['MARKT-3']]]);
  expect(await groupsOf('standard=chademo,IEC_62196_T2')).toEqual([
    ['IEC_62196_T2', ['MARKT-1', 'MARKT-2']],
    ['CHADEMO', ['MARKT-3']],
  ]);
  expect(await groupsOf('standard=MCS')).toEqual([]);
});

it('takes tariffs in the words of v3', async () => {
  const idsOf = async (query: string): Promise<unknown> => {
    const { items } = PricesResponse.parse((await askPrices(`id=${market}&${query}`)).body);
    return [...new Set(items[0]?.connectorGroups.flatMap(({ prices: all }) => all.map(({ tariff }) => tariff?.id)))];
  };
  expect(await idsOf('')).toEqual(['T-ADHOC']);
  expect(await idsOf('tariff=all')).toEqual(['T-ADHOC', 'T-CPO', 'T-CARD']);
  expect(await idsOf('tariff=emsp&tariff=cpo')).toEqual(['T-CPO', undefined, 'T-CARD']);
  expect(await idsOf('tariff=partner:1800ce90-3753-8347-8dab-babe0362bc56;name=Basic')).toEqual([undefined, 'T-CARD']);
});

it('says what is unknown and why, never that it is free', async () => {
  const { body } = await askPrices(`id=${prices}`);
  const codes = PricesResponse.parse(body).items[0]?.connectorGroups.flatMap((group) =>
    group.prices.map((price) => [price.tariff?.id, 'unknown' in price ? price.unknown.code : price.total.inclVat]),
  );
  expect(codes).toEqual([
    ['T-FREE', 0],
    ['T-NOWHERE', 'tariff_missing'],
    ['T-ODD', 4.4],
    ['T-TWICE', 'tariff_missing'],
  ]);
});

it('stays the same within a minute', async () => {
  const texts = await Promise.all(
    ['12:00:00', '12:00:59.999', '12:01:00'].map(async (time) => {
      const now = new Date(`2026-03-10T${time}Z`);
      return JSON.stringify((await askPrices(`id=${market}`, {}, now)).body);
    }),
  );
  expect(texts[1]).toBe(texts[0]);
  expect(texts[2]).not.toBe(texts[0]);
});

const junk = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('0', '-1', '1', '20', '10080', '1e308', '__proto__', ',', 'x'.repeat(5000), 'all', market),
);
const parameter = fc.oneof(
  fc.tuple(
    fc.constantFrom('energy', 'power', 'duration', 'parking'),
    fc.oneof(fc.constantFrom('0.5', '7', '60'), junk),
  ),
  fc.tuple(fc.constant('start'), fc.oneof(fc.constantFrom('2026-03-29T00:30:00Z', '2099-12-31T23:59:00-23:59'), junk)),
  fc.tuple(fc.constantFrom('standard', 'evse', 'connector'), fc.oneof(fc.constantFrom('MARKT-1', '1', 'MCS'), junk)),
  fc.tuple(fc.constant('tariff'), fc.oneof(fc.constantFrom('all', 'cpo', 'emsp'), junk)),
  fc.tuple(fc.string({ maxLength: 10 }), junk),
);
const place = fc.oneof(
  fc.constantFrom('DELFT-MARKT', 'BER-PRICES', 'BER-HUB', 'DELFT-GARAGE', 'DELFT-EMPTY').map(smallWorldId),
  fc.constantFrom(`${market},${prices},x`),
  junk,
);

it('answers any request with its contract, and never by our own fault', { timeout: 60_000 }, async () => {
  const seen = new Set<number>();
  await fc.assert(
    fc.asyncProperty(place, fc.array(parameter, { maxLength: 4 }), async (id, parameters) => {
      const query = [['id', id] as const, ...parameters]
        .map((pair) => pair.map((part) => encodeURIComponent(part.toWellFormed())).join('='))
        .join('&');
      const { status, body } = await askPrices(query);
      seen.add(status);
      const schema = status === 200 ? PricesResponse : ErrorResponse.required();
      expect(schema.strict().parse(body)).toEqual(body);
      expect([200, 400, 404, 414]).toContain(status);
    }),
    { numRuns: 800 },
  );
  for (const status of [200, 400, 404]) expect(seen).toContain(status);
});
