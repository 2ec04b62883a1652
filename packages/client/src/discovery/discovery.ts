/** Discovery: where one can charge. */
import type { AutosuggestResponse, LookupQuery, PlaceItem, SearchResponse } from '../generated/search.ts';
import { repeatedParameters } from '../generated/search.ts';
import type { CallOptions } from '../options.ts';
import { queryString } from '../transport/query-string.ts';
import type { Question, Told, Transport } from '../transport/transport.ts';
import { eachPage } from './each-page.ts';
import type { BrowsePlaces, DiscoverPlaces, FindPlaces, SuggestPlaces } from './queries.ts';

export interface Discovery {
  /** Places of a kind around a position, along a route or in an area; one page. */
  browse(query: BrowsePlaces, call?: CallOptions): Promise<SearchResponse>;
  /** Places that a text asks for; one page. */
  discover(query: DiscoverPlaces, call?: CallOptions): Promise<SearchResponse>;
  /** Places and further searches for a text that is being typed. */
  autosuggest(query: SuggestPlaces, call?: CallOptions): Promise<AutosuggestResponse>;
  /** One place by its id. */
  lookup(id: string, query?: Omit<LookupQuery, 'id'>, call?: CallOptions): Promise<PlaceItem>;
  /** Pages of places, best first; with `q` by discover, else by browse. `limit` is the size of a page. */
  eachPlacePage(query: FindPlaces, call?: CallOptions): AsyncGenerator<SearchResponse>;
  /** The places of all pages. */
  eachPlace(query: FindPlaces, call?: CallOptions): AsyncGenerator<PlaceItem>;
}

/** Longer ones go into a body: not every server on the way takes long URLs. */
const LONGEST_ROUTE_IN_URL = 2000;

export function discoveryOf(ask: Transport): Discovery {
  const search = (path: string, query: object, call?: CallOptions): Promise<Told<SearchResponse>> =>
    ask<SearchResponse>(questionOf(path, query), call);

  function eachPlacePage(
    { offset: _, limit, ...query }: FindPlaces,
    call?: CallOptions,
  ): AsyncGenerator<SearchResponse> {
    const path = query.q === undefined ? 'browse' : 'discover';
    return eachPage((page) => search(path, { ...query, ...page }, call), limit);
  }

  return {
    browse: async (query, call) => (await search('browse', query, call)).body,
    discover: async (query, call) => (await search('discover', query, call)).body,
    autosuggest: async (query, call) => (await ask<AutosuggestResponse>(questionOf('autosuggest', query), call)).body,
    lookup: async (id, query, call) => (await ask<PlaceItem>(questionOf('lookup', { id, ...query }), call)).body,
    eachPlacePage,
    async *eachPlace(query, call) {
      for await (const { items } of eachPlacePage(query, call)) yield* items;
    },
  };
}

function questionOf(path: string, query: object): Question {
  const parameters = queryString(query, repeatedParameters);
  const route = parameters.get('route');
  if (route === null || route.length <= LONGEST_ROUTE_IN_URL) return { api: 'search', path, query: parameters };
  parameters.delete('route');
  const text = new URLSearchParams({ route }).toString();
  return { api: 'search', path, query: parameters, body: { type: 'application/x-www-form-urlencoded', text } };
}
