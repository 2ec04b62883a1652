/** Contract v3, Tariff, from OCPI tariffs: what carries over, and what keeps a tariff out. */
import { describe, expect, it } from 'vitest';
import type { Tariff as OcpiTariff } from '../../ocpi/index.ts';
import { partnerIdOf } from '../../location/index.ts';
import { Tariff, presentTariff } from '../index.ts';
import { site, tariff } from '../testing/site.ts';

type Element = OcpiTariff['elements'][number];
type Restrictions = NonNullable<Element['restrictions']>;

const place = site();
const energy = (price: number, more: Partial<Element['price_components'][number]> = {}) =>
  ({ type: 'ENERGY', price, step_size: 1, ...more }) as const;
const element = (restrictions?: Restrictions): Element => ({
  price_components: [energy(0.4)],
  ...(restrictions && { restrictions }),
});
const present = (given: Partial<OcpiTariff>, extension = {}) =>
  presentTariff(tariff('T1', given, extension), place, 'here');

describe('what carries over', () => {
  it('dimensions, prices without VAT, vat and step; a flat price has no step and a step of 0 is none', () => {
    const { value, notices } = present({
      elements: [
        {
          price_components: [
            { type: 'FLAT', price: 0.5, vat: 21, step_size: 1 },
            { type: 'ENERGY', price: 0.39, vat: 21, step_size: 1000 },
            { type: 'TIME', price: 1.2, step_size: 0 },
            { type: 'PARKING_TIME', price: 6, vat: 0, step_size: 60 },
          ],
        },
      ],
    });
    expect(value?.elements).toEqual([
      {
        components: [
          { dimension: 'flat', price: 0.5, vat: 21 },
          { dimension: 'energy', price: 0.39, vat: 21, step: 1000 },
          { dimension: 'time', price: 1.2 },
          { dimension: 'parkingTime', price: 6, vat: 0, step: 60 },
        ],
      },
    ]);
    expect(notices).toEqual([]);
    expect(Tariff.parse(value)).toEqual(value);
  });

  it('elements in the order of their precedence, each once', () => {
    const night = element({ start_time: '22:00', end_time: '06:00' });
    const { value } = present({ elements: [night, element(), night] });
    expect(value?.elements.map(({ condition }) => condition)).toEqual([
      { time: { from: '22:00:00', to: '06:00:00' } },
      undefined,
    ]);
  });

  it.each<[string, Restrictions, unknown]>([
    ['time', { start_time: '08:00', end_time: '18:30' }, { time: { from: '08:00:00', to: '18:30:00' } }],
    ['time, an end alone', { end_time: '06:00' }, { time: { to: '06:00:00' } }],
    [
      'time, until the end of the day',
      { start_time: '20:00', end_time: '00:00' },
      { time: { from: '20:00:00', to: '00:00:00' } },
    ],
    ['time, midnight to midnight is none', { start_time: '00:00', end_time: '00:00' }, undefined],
    ['date', { start_date: '2026-01-01', end_date: '2027-01-01' }, { date: { from: '2026-01-01', to: '2027-01-01' } }],
    ['duration', { min_duration: 0, max_duration: 3600 }, { duration: { min: 0, max: 3600 } }],
    ['days', { day_of_week: ['MONDAY', 'SUNDAY'] }, { days: ['mo', 'su'] }],
    ['days, none listed is none', { day_of_week: [] }, undefined],
  ])('condition: %s', (_, restrictions, condition) => {
    const { value, notices } = present({ elements: [element(restrictions)] });
    expect(value?.elements[0]?.condition).toEqual(condition);
    expect(notices).toEqual([]);
  });

  it('a dimension that an element has twice counts once, as OCPI’s rules take the first', () => {
    const { value } = present({ elements: [{ price_components: [energy(0.4), energy(0.9)] }] });
    expect(value?.elements[0]?.components).toEqual([{ dimension: 'energy', price: 0.4, step: 1 }]);
  });

  it('a free charge is a flat price of 0, however OCPI says it', () => {
    const free = [{ components: [{ dimension: 'flat', price: 0 }] }];
    const noTime = { type: 'TIME', price: 0, step_size: 60 } as const;
    expect(present({ elements: [{ price_components: [energy(0), noTime] }] }).value?.elements).toEqual(free);
    const freeAtNight = { price_components: [energy(0)], restrictions: { end_time: '06:00' } };
    expect(present({ elements: [freeAtNight, { price_components: [energy(0)] }] }).value?.elements).toEqual(free);
    expect(present({ elements: [freeAtNight, element()] }).value?.elements).toHaveLength(2);
  });

  it('spells in the dialect asked for', () => {
    const { value } = presentTariff(tariff('T1', { elements: [element({ day_of_week: ['MONDAY'] })] }), place, 'ocpi');
    expect(value?.elements[0]).toEqual({
      components: [{ dimension: 'ENERGY', price: 0.4, step: 1 }],
      condition: { days: ['MONDAY'] },
    });
  });
});

describe('taxes', () => {
  it('are taken out of prices that include them', () => {
    const { value } = present({ tax_included: 'YES', elements: [{ price_components: [energy(0.79, { vat: 21 })] }] });
    const price = value?.elements[0]?.components[0]?.price ?? Number.NaN;
    expect(price).toBeCloseTo(0.652893, 6);
    expect(price * 1.21).toBeCloseTo(0.79, 5);
  });

  it('of an unknown rate keep the tariff out; 0 is 0 with any rate', () => {
    const { value, notices } = present({ tax_included: 'YES', elements: [element()] });
    expect(value).toBeUndefined();
    expect(notices.map(({ path }) => path)).toEqual(['/elements/0/price_components', '']);
    expect(present({ tax_included: 'YES', elements: [{ price_components: [energy(0)] }] }).value).toBeDefined();
  });

  it('that do not apply leave prices as they are, without vat', () => {
    const { value } = present({ tax_included: 'N/A', elements: [element()] });
    expect(value?.elements[0]?.components).toEqual([{ dimension: 'energy', price: 0.4, step: 1 }]);
  });
});

describe('what v3 cannot state', () => {
  it.each(['min_kwh', 'max_kwh', 'min_current', 'max_current', 'min_power', 'max_power'] as const)(
    '%s keeps the tariff out, with notices that say so',
    (name) => {
      const { value, notices } = present({ elements: [element({ [name]: 10 }), element()] });
      expect(value).toBeUndefined();
      expect(notices).toEqual([
        { code: 'field_dropped', path: `/elements/0/restrictions/${name}`, parameters: { field: name, target: 'v3' } },
        { code: 'field_dropped', path: '', parameters: { field: 'tariff T1', target: 'v3' } },
      ]);
    },
  );

  it('the price of a reservation is left out, the price of charging stays', () => {
    const { value, notices } = present({ elements: [element({ reservation: 'RESERVATION' }), element()] });
    expect(value?.elements).toHaveLength(1);
    expect(notices.map(({ path }) => path)).toEqual(['/elements/0/restrictions/reservation']);
    expect(present({ elements: [element({ reservation: 'RESERVATION' })] }).value).toBeUndefined();
  });

  it('bounds of the total are reported, the price stays', () => {
    const { value, notices } = present({ min_price: { before_taxes: 1 }, max_price: { before_taxes: 30 } });
    expect(value).toBeDefined();
    expect(notices.map(({ path }) => path)).toEqual(['/min_price', '/max_price']);
  });
});

describe('whose it is', () => {
  it('adhoc: without type or AD_HOC_PAYMENT, of the operator, needing no name', () => {
    const expected = { type: 'adhoc', partner: 'Voltstad', partnerId: partnerIdOf('Voltstad') };
    expect(present({}).value).toMatchObject(expected);
    expect(present({ type: 'AD_HOC_PAYMENT' }).value).toMatchObject(expected);
    expect(present({}).value).not.toHaveProperty('name');
  });

  it('cpo: a contract with the operator, named by its id where it has no name', () => {
    expect(present({ type: 'REGULAR' }).value).toMatchObject({ type: 'cpo', partner: 'Voltstad', name: 'T1' });
    expect(present({ type: 'PROFILE_GREEN' }, { name: 'Green' }).value).toMatchObject({ type: 'cpo', name: 'Green' });
  });

  it('emsp: of the provider that the extension names', () => {
    const eMobilityServiceProvider = { name: 'PlugPass', partnerId: partnerIdOf('PlugPass') };
    expect(present({}, { name: 'Basic', eMobilityServiceProvider }).value).toMatchObject({
      type: 'emsp',
      partner: 'PlugPass',
      partnerId: eMobilityServiceProvider.partnerId,
      name: 'Basic',
    });
  });

  it('falls back to sub-operator, owner and the party', () => {
    const { operator: _, ...location } = place.location;
    const of = (more: object) =>
      presentTariff(tariff('T1'), { location: { ...location, ...more }, extension: {} }, 'here').value?.partner;
    expect(of({ suboperator: { name: 'Sub' }, owner: { name: 'Own' } })).toBe('Sub');
    expect(of({ owner: { name: 'Own' } })).toBe('Own');
    expect(of({})).toBe('NL-VLT');
  });
});
