import { useMemo } from 'preact/hooks';
import type { ChargingLocation } from '../api/charging-location.ts';
import { tariffsPath } from '../api/charging-location.ts';
import { contentIdOf } from '../api/places.ts';
import { useAsked } from '../live/use-asked.ts';
import type { ChargePrice } from '../prices/price-of-charge.ts';
import { bestPrice, localMoment } from '../prices/price-of-charge.ts';

/** What a list compares: a charge of this much. */
export const COMPARED_KWH = 20;

/** Prices of places by content id, asked for only where the list is sorted by them. */
export function usePrices(contentIds: readonly string[], wanted: boolean): ReadonlyMap<string, ChargePrice> {
  const path = wanted && contentIds.length > 0 ? tariffsPath(contentIds) : undefined;
  const { answer } = useAsked<{ readonly items?: readonly ChargingLocation[] }>(path, { forgets: false });
  return useMemo(() => {
    const prices = new Map<string, ChargePrice>();
    if (!wanted) return prices;
    for (const { id, tariffs, timeZone } of answer?.value.items ?? []) {
      const price = bestPrice(tariffs ?? [], COMPARED_KWH, localMoment(new Date(), timeZone));
      if (price !== undefined) prices.set(contentIdOf(id), price);
    }
    return prices;
  }, [answer, wanted]);
}
