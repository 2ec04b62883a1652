/** Places in the order that the visitor chose; where a figure is not known, last. */
import type { ListedPlace } from '../api/places.ts';
import { contentIdOf, figuresOf } from '../api/places.ts';
import type { LeastPrice } from '../prices/prices-of-place.ts';
import type { Sorting } from '../state/view-state.ts';

export function sortPlaces(
  places: readonly ListedPlace[],
  sorting: Sorting,
  prices: ReadonlyMap<string, LeastPrice>,
): readonly ListedPlace[] {
  if (sorting === 'distance') return places;
  const keyOf =
    sorting === 'power'
      ? (place: ListedPlace) => -(figuresOf(place).power ?? -Infinity)
      : (place: ListedPlace) => prices.get(contentIdOf(place.id))?.total ?? Infinity;
  const keyed = places.map((place) => ({ place, key: keyOf(place) }));
  return keyed.toSorted((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ place }) => place);
}
