import { describe, expect, it } from 'vitest';
import { bestPrice, localMoment, priceOfCharge } from './price-of-charge.ts';

const noon = { day: 'MONDAY', date: '2026-11-23', time: '12:00:00' };
const energy = (price: number, vat?: number) => ({ dimension: 'ENERGY', price, ...(vat === undefined ? {} : { vat }) });

describe('the price of a charge', () => {
  it('is energy with VAT and the session, item by item; time stands beside the sum', () => {
    const tariff = {
      partner: 'Volt',
      currency: 'EUR',
      elements: [
        { components: [energy(0.5, 20), { dimension: 'FLAT', price: 1 }] },
        { components: [{ dimension: 'PARKING_TIME', price: 6 }], condition: { duration: { min: 3600 } } },
      ],
    };
    const price = priceOfCharge(tariff, 20, noon);
    expect(price?.total).toBeCloseTo(13);
    expect(price?.items.map(({ dimension, conditional }) => [dimension, conditional])).toEqual([
      ['ENERGY', false],
      ['FLAT', false],
      ['PARKING_TIME', true],
    ]);
  });
  it('goes by the first element whose condition holds now, also past midnight', () => {
    const tariff = {
      partner: 'Volt',
      currency: 'EUR',
      elements: [
        { components: [energy(0.2)], condition: { time: { from: '22:00:00', to: '06:00:00' } } },
        { components: [energy(0.4)], condition: { days: ['SUNDAY'] } },
        { components: [energy(0.6)] },
      ],
    };
    expect(priceOfCharge(tariff, 10, noon)?.total).toBeCloseTo(6);
    expect(priceOfCharge(tariff, 10, { ...noon, time: '23:30:00' })?.total).toBeCloseTo(2);
    expect(priceOfCharge(tariff, 10, { ...noon, day: 'SUNDAY' })?.total).toBeCloseTo(4);
  });
  it('is unknown, not free, where a tariff names no energy and no session', () => {
    const tariff = { partner: 'Volt', currency: 'EUR', elements: [{ components: [{ dimension: 'TIME', price: 3 }] }] };
    expect(priceOfCharge(tariff, 20, noon)).toBeUndefined();
    expect(bestPrice([], 20, noon)).toBeUndefined();
  });
  it('compares what needs no contract, where there is such a tariff', () => {
    const tariff = (price: number, type: string) => ({
      partner: type,
      currency: 'EUR',
      type,
      elements: [{ components: [energy(price)] }],
    });
    expect(bestPrice([tariff(0.3, 'regular'), tariff(0.5, 'adhoc')], 20, noon)?.total).toBeCloseTo(10);
  });
  it('is of the moment at the place', () => {
    expect(localMoment(new Date('2026-11-22T23:30:00Z'), 'Europe/Berlin')).toEqual({
      day: 'MONDAY',
      date: '2026-11-23',
      time: '00:30:00',
    });
  });
});
