import { describe, expect, it } from 'vitest';
import type { Site, TariffRecord } from '../location/index.ts';
import type { Hours, Tariff } from '../ocpi/index.ts';
import { factsOfSite, presentStation, vendorQuirks } from './index.ts';
import { adHoc, evse, everything, now, siteWith, type2 } from './testing/sites.ts';

function detailsOf(site: Site, formsAreAsRecorded = true) {
  const facts = factsOfSite(site, now);
  const station = presentStation({ facts, distance: undefined }, { ...vendorQuirks, formsAreAsRecorded });
  return station.connectors?.connector[0]?.connectorDetails;
}
function open(hours: Hours | undefined): Site {
  const site = siteWith([evse('A', 'AVAILABLE', [type2('1')])], { tariffs: new Map() });
  return hours === undefined ? site : { ...site, location: { ...site.location, opening_times: hours } };
}
const weekly = (regular_hours: NonNullable<Hours['regular_hours']>): Hours => ({
  twentyfourseven: false,
  regular_hours,
});

describe('openingHours, openingTime, open24x7', () => {
  it('regularOpeningHours: days with the same periods share a daymask', () => {
    expect(detailsOf(everything)?.openingHours).toEqual({
      regularOpeningHours: [
        { daymask: 62, period: [{ from: '06:00:00', to: '22:00:00' }] },
        {
          daymask: 64,
          period: [
            { from: '08:00:00', to: '12:00:00' },
            { from: '13:00:00', to: '24:00:00' },
          ],
        },
      ],
    });
    expect(detailsOf(everything)?.openingTime).toBeUndefined();
  });

  it('daymask is a number as recorded, or text as documented', () => {
    const masks = detailsOf(everything, false)?.openingHours?.regularOpeningHours?.map(({ daymask }) => daymask);
    expect(masks).toEqual(['62', '64']);
  });

  it('round the clock is every day from 00:00:00 to 24:00:00', () => {
    expect(detailsOf(open({ twentyfourseven: true }))).toMatchObject({
      open24x7: true,
      openingTime: '0:00 - 24:00',
      openingHours: { regularOpeningHours: [{ daymask: 127, period: [{ from: '00:00:00', to: '24:00:00' }] }] },
    });
  });

  it('seven whole days are round the clock', () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, period_begin: '00:00', period_end: '00:00' }));
    expect(detailsOf(open(weekly(days)))?.open24x7).toBe(true);
  });

  it('openingTime tells of one period that is the same every day', () => {
    const days = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, period_begin: '08:30', period_end: '20:00' }));
    expect(detailsOf(open(weekly(days)))).toMatchObject({ open24x7: false, openingTime: '8:30 - 20:00' });
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('weekday %i has its bit: Sunday is 1, Monday 2, Saturday 64', (weekday) => {
    const details = detailsOf(open(weekly([{ weekday, period_begin: '08:00', period_end: '09:00' }])));
    const mask = 2 ** (weekday % 7);
    expect(details?.openingHours?.regularOpeningHours).toEqual([
      { daymask: mask, period: [{ from: '08:00:00', to: '09:00:00' }] },
    ]);
  });

  it('hours past midnight belong to two days, as in v3', () => {
    const details = detailsOf(open(weekly([{ weekday: 6, period_begin: '22:00', period_end: '02:00' }])));
    expect(details?.openingHours?.regularOpeningHours).toEqual([
      { daymask: 64, period: [{ from: '22:00:00', to: '24:00:00' }] },
      { daymask: 1, period: [{ from: '00:00:00', to: '02:00:00' }] },
    ]);
  });

  it('unknown hours are neither open nor closed', () => {
    expect(detailsOf(open(undefined))).toBeUndefined();
    expect(detailsOf(open({ twentyfourseven: false }))).toBeUndefined();
  });
});

function priced(...tariffs: TariffRecord[]): Site {
  const ids = tariffs.map(({ key }) => key.id);
  return siteWith([evse('A', 'AVAILABLE', [type2('1', { tariff_ids: [...ids, 'DANGLES'] })])], {
    tariffs: new Map(tariffs.map((tariff) => [tariff.key.id.toLowerCase(), tariff])),
  });
}
const energy = (price: number, given: Partial<Tariff['elements'][number]> = {}): Tariff['elements'][number] => ({
  price_components: [{ type: 'ENERGY', price, step_size: 1 }],
  ...given,
});

describe('pricing, pay', () => {
  it('pricingModel, price, unit, timeConstraints, descriptions', () => {
    expect(detailsOf(everything)).toMatchObject({
      pay: true,
      pricing: [
        {
          pricingModel: 'kWh',
          price: { value: 0.595, currency: 'EUR' },
          unit: 'kWh',
          timeConstraints: { regularOpeningHours: [{ daymask: 65, period: [{ from: '22:00:00', to: '06:00:00' }] }] },
          descriptions: ['including 19 % VAT', 'charged per started 100 Wh'],
        },
        { pricingModel: 'Session', price: { value: 1, currency: 'EUR' }, unit: 'session' },
      ],
    });
  });

  it('each dimension has its model and unit', () => {
    const site = priced(
      adHoc([
        {
          price_components: (['ENERGY', 'FLAT', 'TIME', 'PARKING_TIME'] as const).map((type) => ({
            type,
            price: 1,
            step_size: 1,
          })),
        },
      ]),
    );
    expect(detailsOf(site)?.pricing?.map(({ pricingModel, unit }) => [pricingModel, unit])).toEqual([
      ['kWh', 'kWh'],
      ['Session', 'session'],
      ['TimeUnit', 'hours'],
      ['ParkAndCharge', 'hours'],
    ]);
  });

  it('is ad hoc only, and each tariff once', () => {
    const contract = adHoc([energy(0.1)], { id: 'REGULAR', type: 'REGULAR' });
    const card = {
      ...adHoc([energy(0.2)], { id: 'CARD' }),
      extension: { eMobilityServiceProvider: { name: 'Card', partnerId: '1f351b84-cca5-11ed-8155-42010aa40002' } },
    };
    const untyped = adHoc([energy(0.3)], { id: 'UNTYPED' });
    const { type: _type, ...tariff } = untyped.tariff;
    const site = priced(contract, card, { ...untyped, tariff });
    expect(detailsOf(site)?.pricing?.map(({ price }) => price?.value)).toEqual([0.3]);
  });

  it('gives the price that is paid, whether the source states it with or without VAT', () => {
    const component = { type: 'ENERGY', vat: 21, step_size: 1 } as const;
    const without = adHoc([{ price_components: [{ ...component, price: 0.39 }] }]);
    const including = adHoc([{ price_components: [{ ...component, price: 0.4719 }] }], { tax_included: 'YES' });
    for (const tariff of [without, including]) {
      expect(detailsOf(priced(tariff))?.pricing?.[0]?.price?.value).toBe(0.4719);
    }
  });

  it('does not hold what is out of date', () => {
    const expired = adHoc([energy(0.3)], { end_date_time: '2026-03-10T12:00:00Z' });
    expect(detailsOf(priced(expired))).toBeUndefined();
  });

  it('a free charge is a price of 0 and need not be paid; an unknown price is neither', () => {
    const free = detailsOf(priced(adHoc([energy(0)])));
    expect(free).toMatchObject({ pay: false, pricing: [{ pricingModel: 'Session', price: { value: 0 } }] });
    expect(detailsOf(priced())).toBeUndefined();
  });

  it('says that there are other prices where their conditions cannot be told, and then shows no zero', () => {
    const site = priced(
      adHoc([
        energy(2, { restrictions: { min_duration: 3600 } }),
        { price_components: [{ type: 'FLAT', price: 0, step_size: 1 }] },
        energy(0.3),
      ]),
    );
    expect(detailsOf(site)).toMatchObject({
      pay: true,
      pricing: [
        { price: { value: 0.3 }, descriptions: ['other prices apply under conditions that this API cannot state'] },
      ],
    });
    const onlyZero = priced(adHoc([energy(2, { restrictions: { min_duration: 3600 } }), energy(0)]));
    expect(detailsOf(onlyZero)).toBeUndefined();
  });
});
