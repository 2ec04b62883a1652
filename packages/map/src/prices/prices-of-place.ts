/** The prices of a place as the page shows them. */
import type { KnownPrice, PricedPlace } from '../api/prices.ts';
import { moneyOf } from '../api/prices.ts';

export interface ShownPrice {
  readonly price: KnownPrice;
  /** The connectors that have it, where others of the place have another or none. */
  readonly plugs: readonly Plug[];
}

export interface Plug {
  readonly standard: string;
  /** kW. */
  readonly power: number | undefined;
}

export interface PricesOfPlace {
  readonly known: readonly ShownPrice[];
  /** Connectors of which some have no price that is known. */
  readonly unknown: readonly Plug[];
}

/** Alike prices stand once, of several kinds of connectors and of tariffs that differ in their ids alone. */
export function pricesOfPlace({ connectorGroups }: PricedPlace): PricesOfPlace {
  const known = new Map<string, { price: KnownPrice; plugs: Plug[] }>();
  const unknown: Plug[] = [];
  for (const { standard, maxPower: power, prices } of connectorGroups) {
    const plug = { standard, power };
    for (const price of prices) {
      if ('unknown' in price) {
        if (!unknown.includes(plug)) unknown.push(plug);
        continue;
      }
      const { tariff, currency, total, components } = price;
      const key = JSON.stringify([
        tariff.partner,
        tariff.name,
        currency,
        total,
        components.map(({ amount }) => amount),
      ]);
      const alike = known.get(key);
      if (alike === undefined) known.set(key, { price, plugs: [plug] });
      else if (!alike.plugs.includes(plug)) alike.plugs.push(plug);
    }
  }
  const isForAll = (plugs: readonly Plug[]): boolean => unknown.length === 0 && plugs.length === connectorGroups.length;
  return {
    known: Array.from(known.values(), ({ price, plugs }) => ({ price, plugs: isForAll(plugs) ? [] : plugs })),
    unknown,
  };
}

export interface LeastPrice {
  readonly total: number;
  readonly currency: string;
}

/** The cheapest that is known; `undefined` where none is: unknown is not free. */
export function leastPrice({ connectorGroups }: PricedPlace): LeastPrice | undefined {
  const prices = connectorGroups.flatMap(({ prices: all }) =>
    all.flatMap((price) => ('unknown' in price ? [] : [{ total: moneyOf(price.total), currency: price.currency }])),
  );
  return prices.toSorted((a, b) => a.total - b.total)[0];
}
