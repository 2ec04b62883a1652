/** Contract v3, `tariff` values and `tariffIndexes`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnerIdOf } from '../../location/index.ts';
import { TARIFF_VALUE, parseTariffFilter, presentV3 } from '../index.ts';
import { NOW, connector, evse, site, tariff } from '../testing/site.ts';

const plugPass = { name: 'PlugPass', partnerId: partnerIdOf('PlugPass') };
const cardOne = { name: 'ChargeCard', partnerId: partnerIdOf('ChargeCard') };
const voltstad = partnerIdOf('Voltstad');

const place = site({
  evses: [
    evse('E1', {
      connectors: [
        connector({ id: '1', tariff_ids: ['adhoc', 'CPO-1', 'basic', 'GONE'] }),
        connector({ id: '2', tariff_ids: ['plus', 'card'] }),
        connector({ id: '3', max_electric_power: 11_000 }),
      ],
    }),
  ],
  tariffs: [
    tariff('ADHOC'),
    tariff('cpo-1', { type: 'REGULAR' }),
    tariff('basic', {}, { name: 'Basic', eMobilityServiceProvider: plugPass }),
    tariff('plus', {}, { name: 'Plus', eMobilityServiceProvider: plugPass }),
    tariff('card', {}, { name: 'Basic', eMobilityServiceProvider: cardOne }),
  ],
});

function shown(...values: string[]) {
  const options = values.length === 0 ? {} : { tariffFilter: parseTariffFilter(values) };
  const fields = new Set(['evses', 'connectorGroups', 'tariffs'] as const);
  return presentV3(place, { enums: 'ocpi', now: NOW, fields, ...options });
}
const named = (...values: string[]) =>
  (shown(...values).tariffs ?? []).map(({ partner, name }) => `${partner} ${name ?? '-'}`);

describe('tariff values', () => {
  const everything = ['Voltstad -', 'Voltstad cpo-1', 'PlugPass Basic', 'PlugPass Plus', 'ChargeCard Basic'];
  it.each<[string, string[], string[]]>([
    ['(absent)', [], ['Voltstad -']],
    ['(empty)', [''], ['Voltstad -']],
    ['all', ['all'], everything],
    ['adhoc', ['adhoc'], ['Voltstad -']],
    ['cpo', ['cpo'], ['Voltstad cpo-1']],
    ['emsp', ['emsp'], ['PlugPass Basic', 'PlugPass Plus', 'ChargeCard Basic']],
    ['several groups', ['cpo', 'adhoc'], ['Voltstad -', 'Voltstad cpo-1']],
    ['partner:<partnerId>', [`partner:${plugPass.partnerId}`], ['PlugPass Basic', 'PlugPass Plus']],
    [
      'partner:<partnerId> in capitals',
      [`partner:${plugPass.partnerId.toUpperCase()}`],
      ['PlugPass Basic', 'PlugPass Plus'],
    ],
    ['partner:<partnerId> of an operator', [`partner:${voltstad}`], ['Voltstad -', 'Voltstad cpo-1']],
    ['partner:<partnerId>;name=<n1>', [`partner:${plugPass.partnerId};name=Plus`], ['PlugPass Plus']],
    [
      'partner:<partnerId>;name=<n1>,<n2>',
      [`partner:${plugPass.partnerId};name=Plus,Basic`],
      ['PlugPass Basic', 'PlugPass Plus'],
    ],
    ['a name that is a keyword is a name', [`partner:${plugPass.partnerId};name=all,Plus`], ['PlugPass Plus']],
    [
      'a name that is unknown: all of the partner',
      [`partner:${plugPass.partnerId};name=Nope`],
      ['PlugPass Basic', 'PlugPass Plus'],
    ],
    ['a partner that is unknown: nothing', [`partner:${'0'.repeat(36)}`], []],
    ['<partnerId> brings ad hoc along', [plugPass.partnerId], ['Voltstad -', 'PlugPass Basic', 'PlugPass Plus']],
    ['<partnerId>,<n1> brings ad hoc along', [`${plugPass.partnerId},Plus`], ['Voltstad -', 'PlugPass Plus']],
    [
      'two partners',
      [`partner:${plugPass.partnerId};name=Basic`, `partner:${cardOne.partnerId}`],
      ['PlugPass Basic', 'ChargeCard Basic'],
    ],
    [
      'the last of one partner counts',
      [`partner:${plugPass.partnerId}`, `partner:${plugPass.partnerId};name=Plus`],
      ['PlugPass Plus'],
    ],
    [
      'the last of one partner counts, older forms too',
      [plugPass.partnerId, `partner:${plugPass.partnerId};name=Plus`],
      ['PlugPass Plus'],
    ],
    ['a group beside a partner', ['cpo', `partner:${cardOne.partnerId}`], ['Voltstad cpo-1', 'ChargeCard Basic']],
  ])('%s', (_, values, expected) => {
    expect(named(...values)).toEqual(expected);
  });

  it('never filters out locations, EVSEs or connectors', () => {
    const { evses } = shown(`partner:${'0'.repeat(36)}`);
    expect(evses?.[0]?.connectors).toHaveLength(3);
  });

  it('reads every value that fits the pattern, in no time', () => {
    const value = fc.oneof(
      fc.constantFrom('', 'all', 'adhoc', 'cpo', 'emsp'),
      fc
        .tuple(fc.string({ minLength: 30, maxLength: 40 }), fc.string({ maxLength: 50 }))
        .map(([id, names]) => `${id},${names}`),
      fc
        .tuple(fc.string({ minLength: 36, maxLength: 36 }), fc.string())
        .map(([id, names]) => `partner:${id};name=${names}`),
      fc.constant(`${'x'.repeat(36)}${',,'.repeat(100)}\n`),
    );
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const fits = values.every((one) => TARIFF_VALUE.test(one));
        if (fits)
          expect(parseTariffFilter(values).types.size + parseTariffFilter(values).partners.size).toBeGreaterThan(0);
        else expect(() => parseTariffFilter(values)).toThrow(RangeError);
      }),
    );
  });
});

describe('tariffIndexes', () => {
  it('refer into the list from connectors and groups, ascending, each once', () => {
    const { evses, connectorGroups, tariffs } = shown('all');
    expect(tariffs).toHaveLength(5);
    expect(evses?.[0]?.connectors.map(({ tariffIndexes }) => tariffIndexes)).toEqual([[0, 1, 2], [3, 4], undefined]);
    expect(connectorGroups?.map(({ tariffIndexes }) => tariffIndexes)).toEqual([[0, 1, 2, 3, 4], undefined]);
  });

  it('are rewritten when the filter changes the list', () => {
    const { evses, tariffs } = shown('emsp');
    expect(tariffs?.map(({ name }) => name)).toEqual(['Basic', 'Plus', 'Basic']);
    expect(evses?.[0]?.connectors.map(({ tariffIndexes }) => tariffIndexes)).toEqual([[0], [1, 2], undefined]);
  });

  it('have none for a reference that dangles: a price that is unknown is not free', () => {
    const dangling = site({ evses: [evse('E1', { connectors: [connector({ tariff_ids: ['GONE'] })] })] });
    const all = presentV3(dangling, { enums: 'ocpi', now: NOW, fields: new Set(['evses', 'tariffs']) });
    expect(all).not.toHaveProperty('tariffs');
    expect(all.evses?.[0]?.connectors[0]).not.toHaveProperty('tariffIndexes');
  });

  it('leave out tariffs that do not hold now', () => {
    const timed = site({
      evses: [evse('E1', { connectors: [connector({ tariff_ids: ['OVER', 'NOW', 'LATER'] })] })],
      tariffs: [
        tariff('OVER', { currency: 'DKK', end_date_time: NOW.toISOString() }),
        tariff('NOW', { start_date_time: NOW.toISOString(), end_date_time: '2026-12-31T00:00:00Z' }),
        tariff('LATER', { currency: 'SEK', start_date_time: '2026-03-10T12:00:01Z' }),
      ],
    });
    const { tariffs } = presentV3(timed, { enums: 'ocpi', now: NOW, fields: new Set(['evses', 'tariffs']) });
    expect(tariffs?.map(({ currency }) => currency)).toEqual(['EUR']);
  });

  it('hold for any references: each index exists and each tariff is referred to', () => {
    const ids = ['adhoc', 'CPO-1', 'Basic', 'plus', 'CARD', 'gone'];
    const values = fc.subarray([
      'all',
      'adhoc',
      'cpo',
      'emsp',
      plugPass.partnerId,
      `partner:${cardOne.partnerId};name=Basic`,
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.subarray(ids), { maxLength: 3 }), { maxLength: 4 }),
        values,
        (references, filter) => {
          const any = site({
            evses: references.map((connectors, at) =>
              evse(`E${String(at)}`, {
                connectors: connectors.map((tariff_ids, index) =>
                  connector({ id: String(index), tariff_ids, max_electric_power: 1000 * (1 + (index % 2)) }),
                ),
              }),
            ),
          });
          const all = presentV3(
            { ...any, tariffs: place.tariffs },
            {
              enums: 'here',
              now: NOW,
              fields: new Set(['evses', 'connectorGroups', 'tariffs']),
              tariffFilter: parseTariffFilter(filter),
            },
          );
          const used = [...(all.evses ?? []).flatMap(({ connectors }) => connectors), ...(all.connectorGroups ?? [])];
          const indexes = new Set(used.flatMap(({ tariffIndexes }) => tariffIndexes ?? []));
          expect([...indexes].toSorted((a, b) => a - b)).toEqual([...(all.tariffs ?? []).keys()]);
        },
      ),
    );
  });
});

it('lists tariffs that read alike once, and refers to that one', () => {
  const cheap = { elements: [{ price_components: [{ type: 'ENERGY', price: 0.2, vat: 21, step_size: 1 } as const] }] };
  const alike = site({
    evses: [
      evse('E1', {
        connectors: [
          connector({ id: '1', tariff_ids: ['A', 'B', 'CHEAP'] }),
          connector({ id: '2', tariff_ids: ['C', 'B'] }),
        ],
      }),
      evse('E2', { connectors: [connector({ tariff_ids: ['CHEAP', 'D'] })] }),
    ],
    tariffs: [
      tariff('A'),
      tariff('B'),
      tariff('C'),
      tariff('CHEAP', cheap),
      tariff('D', {}, { name: 'By name another' }),
    ],
  });
  const fields = new Set(['evses', 'connectorGroups', 'tariffs'] as const);
  const { tariffs, evses, connectorGroups } = presentV3(alike, { enums: 'ocpi', now: NOW, fields });
  expect(tariffs?.map(({ name, elements }) => [name, elements[0]?.components[0]?.price])).toEqual([
    [undefined, 0.4],
    [undefined, 0.2],
    ['By name another', 0.4],
  ]);
  expect(evses?.map(({ connectors }) => connectors.map(({ tariffIndexes }) => tariffIndexes))).toEqual([
    [[0, 1], [0]],
    [[1, 2]],
  ]);
  expect(connectorGroups?.map(({ tariffIndexes }) => tariffIndexes)).toEqual([[0, 1, 2]]);
});
