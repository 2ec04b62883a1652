import { describe, expect, it } from 'vitest';
import type { KnownPrice, PricedPlace } from '../api/prices.ts';
import { pricesPath } from '../api/prices.ts';
import { leastPrice, pricesOfPlace } from './prices-of-place.ts';

function price(id: string, inclVat: number): KnownPrice {
  const amount = { exclVat: inclVat / 2, inclVat };
  return {
    tariff: { id, partner: 'Volt' },
    currency: 'EUR',
    total: amount,
    components: [{ dimension: 'ENERGY', billed: 20, price: { inclVat: inclVat / 20 }, amount }],
  };
}

const unknown = { unknown: { code: 'no_tariff' } };

function place(...groups: PricedPlace['connectorGroups'][number]['prices'][]): PricedPlace {
  return {
    id: 'here:pds:place:x',
    connectorGroups: groups.map((prices, index) => ({ standard: `S${String(index)}`, maxPower: 11, prices })),
  };
}

describe('prices of a place', () => {
  it('stand once where all connectors have them, without saying so', () => {
    const { known, unknown: none } = pricesOfPlace(place([price('A', 10)], [price('A', 10)]));
    expect(known).toEqual([{ price: price('A', 10), plugs: [] }]);
    expect(none).toEqual([]);
  });
  it('stand once where tariffs differ in their ids alone', () => {
    const { known } = pricesOfPlace(place([price('A', 10), price('B', 10), price('C', 11)]));
    expect(known.map(({ price: { tariff }, plugs }) => [tariff.id, plugs.length])).toEqual([
      ['A', 0],
      ['C', 0],
    ]);
  });
  it('name their connectors where others have another, or none that is known', () => {
    const { known, unknown: without } = pricesOfPlace(place([price('A', 10)], [price('A', 12), unknown, unknown]));
    expect(known.map(({ plugs }) => plugs.map(({ standard }) => standard))).toEqual([['S0'], ['S1']]);
    expect(without).toEqual([{ standard: 'S1', power: 11 }]);
  });
  it('are compared by the least that is known, and an unknown one is not free', () => {
    expect(leastPrice(place([price('A', 10), unknown], [price('B', 9)]))).toEqual({ total: 9, currency: 'EUR' });
    expect(leastPrice(place([unknown]))).toBeUndefined();
  });
  it('are asked for several places at once', () => {
    expect(pricesPath(['a', 'b'])).toBe('/v1/prices?id=a,b&energy=20');
  });
});
