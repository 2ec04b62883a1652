/** Discovery: where one can charge. */
import type { AutosuggestResponse, LookupQuery, PlaceItem, SearchResponse } from '../generated/search.ts';
import { repeatedParameters } from '../generated/search.ts';
import type { CallOptions } from '../options.ts';
import type { LatLng } from '../transport/query-string.ts';
import { queryString } from '../transport/query-string.ts';
import type { Question, Told, Transport } from '../transport/transport.ts';
import type { Area, Box } from './area.ts';
import { areaOf } from './area.ts';
import { bbox } from './write-area.ts';
import type { Page } from './each-page.ts';
import { eachPage } from './each-page.ts';
import { eachPageInArea } from './each-page-in-area.ts';
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
  /**
   * Pages of places, best first; with `q` by discover, else by browse. `limit` is the size of a page. All places of a
   * circle or a box, however many; elsewhere paging ends at 199, and `TruncatedError` says that there are more.
   */
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
    if (query.q !== undefined) return eachPage((page) => search('discover', { ...query, ...page }, call), limit);
    const ask = (page: Page, box?: Box): Promise<Told<SearchResponse>> =>
      search('browse', { ...query, ...(box && { in: inBox(query.in, box) }), ...page }, call);
    const area = query.route === undefined ? areaIn(query.in) : undefined;
    if (area === undefined || query.at === undefined) return eachPage((page) => ask(page), limit);
    return eachPageInArea({ area, at: positionOf(query.at), size: limit, ask });
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

type In = FindPlaces['in'];

function listOf(given: In): readonly string[] {
  return typeof given === 'string' ? [given] : (given ?? []);
}

function areaIn(given: In): Area | undefined {
  return listOf(given)
    .map(areaOf)
    .find((area) => area !== undefined);
}

/** The part of the area, and the countries as they were. */
function inBox(given: In, box: Box): readonly string[] {
  return [bbox(box), ...listOf(given).filter((text) => text.startsWith('countryCode:'))];
}

function positionOf(at: LatLng | string): LatLng {
  if (typeof at !== 'string') return at;
  const [lat = NaN, lng = NaN] = at.split(',').map(Number);
  return { lat, lng };
}

function questionOf(path: string, query: object): Question {
  const parameters = queryString(query, repeatedParameters);
  const route = parameters.get('route');
  if (route === null || route.length <= LONGEST_ROUTE_IN_URL) return { api: 'search', path, query: parameters };
  parameters.delete('route');
  const text = new URLSearchParams({ route }).toString();
  return { api: 'search', path, query: parameters, body: { type: 'application/x-www-form-urlencoded', text } };
}
