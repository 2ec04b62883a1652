/** What discovery is asked, as callers of this client write it: positions as objects, one area without a list. */
import type { AutosuggestQuery, BrowseQuery, DiscoverQuery } from '../generated/search.ts';
import type { LatLng } from '../transport/query-string.ts';

type Written<Query extends { at?: string | undefined; in?: readonly string[] | undefined }> = Omit<
  Query,
  'at' | 'in'
> & {
  /** At most one area and one list of countries: see `circle`, `bbox` and `countries`. */
  readonly in?: string | readonly string[] | undefined;
};

interface Centre {
  /** Centre of the search, in degrees. */
  readonly at?: LatLng | string | undefined;
}

export type BrowsePlaces = Omit<Written<BrowseQuery>, 'f'> & Required<Centre> & { readonly q?: undefined };
export type DiscoverPlaces = Omit<Written<DiscoverQuery>, 'f'> & Centre;
export type SuggestPlaces = Written<AutosuggestQuery> & Centre;

/** With `q` for discover, else for browse. */
export type FindPlaces = BrowsePlaces | DiscoverPlaces;
