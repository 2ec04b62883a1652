import { useMemo } from 'preact/hooks';
import { contentIdOf } from '../api/places.ts';
import type { PriceList } from '../api/prices.ts';
import { pricesPath } from '../api/prices.ts';
import { useAsked } from '../live/use-asked.ts';
import type { LeastPrice } from '../prices/prices-of-place.ts';
import { leastPrice } from '../prices/prices-of-place.ts';

/** Prices of places by content id, asked for only where the list is sorted by them. */
export function usePrices(contentIds: readonly string[], wanted: boolean): ReadonlyMap<string, LeastPrice> {
  const path = wanted && contentIds.length > 0 ? pricesPath(contentIds) : undefined;
  const { answer } = useAsked<PriceList>(path, { forgets: false });
  return useMemo(() => {
    const prices = new Map<string, LeastPrice>();
    if (!wanted) return prices;
    for (const place of answer?.value.items ?? []) {
      const price = leastPrice(place);
      if (price !== undefined) prices.set(contentIdOf(place.id), price);
    }
    return prices;
  }, [answer, wanted]);
}
