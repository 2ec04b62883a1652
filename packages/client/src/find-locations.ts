/** The two steps of v3 as one: discovery says where, lookup says what. Guide, discovery and lookup responsibilities. */
import type { Discovery } from './discovery/discovery.ts';
import type { FindPlaces } from './discovery/queries.ts';
import type { PlaceItem } from './generated/search.ts';
import type { ChargingLocation } from './generated/v3.ts';
import { contentIdOf } from './ids.ts';
import type { LocationFields, Lookup } from './lookup/lookup.ts';
import type { CallOptions } from './options.ts';

export interface FoundLocation {
  readonly place: PlaceItem;
  /** `undefined` where it went away between the two steps. */
  readonly location: ChargingLocation | undefined;
}

export type FindLocations = (
  where: FindPlaces,
  query?: LocationFields,
  call?: CallOptions,
) => AsyncGenerator<FoundLocation>;

/** In the order of discovery. With `connectorTypes`, places whose location has none of them are passed over. */
export function findLocationsOf(discovery: Discovery, lookup: Lookup): FindLocations {
  return async function* findLocations(where, query, call) {
    for await (const { items: places } of discovery.eachPlacePage(where, call)) {
      const { items, missingItems } = await lookup.locations(
        places.map(({ id }) => id),
        query,
        call,
      );
      const found = new Map(items.map((location) => [contentIdOf(location.id), location]));
      const missing = new Set(missingItems);
      for (const place of places) {
        const location = found.get(contentIdOf(place.id));
        if (location !== undefined || missing.has(place.id)) yield { place, location };
      }
    }
  };
}
