/** What surrounds the items of an answer. Source: contract search, envelopes and errors; `facets` and `explain` are ours. */
import { z } from 'zod';
import { Highlights, PlaceItem } from './place-item.ts';

/** Numbers and kinds of all that matches, not of the page. */
export const FacetValue = z.object({ value: z.string(), name: z.string().optional(), count: z.int() });
export type FacetValue = z.infer<typeof FacetValue>;

export const Facets = z.object({
  connectorTypes: z.array(FacetValue).optional(),
  operators: z.array(FacetValue).optional(),
  /** Each value is the lower bound of a band, kW; a place counts once, by its strongest connector. */
  power: z.array(FacetValue).optional(),
  status: z.array(FacetValue).optional(),
  /** How many places were counted: all that match. */
  counted: z.int(),
});
export type Facets = z.infer<typeof Facets>;

export const Explanation = z.object({
  id: z.string(),
  title: z.string().optional(),
  /** `beyondLimit` and `thinnedOut`: it matches, and others took the room of the page. */
  verdict: z.enum(['returned', 'beyondLimit', 'thinnedOut', 'removedByFilter', 'unknownPlace']),
  /** Each condition that the place fails, by the parameter that set it. */
  removedBy: z.array(z.object({ parameter: z.string(), cause: z.string() })),
});
export type Explanation = z.infer<typeof Explanation>;

const paging = {
  offset: z.int().optional(),
  nextOffset: z.int().optional(),
  count: z.int().optional(),
  limit: z.int().optional(),
};

/** Browse and discover. */
export const SearchResponse = z.object({
  items: z.array(PlaceItem),
  ...paging,
  facets: Facets.optional(),
  explain: Explanation.optional(),
});
export type SearchResponse = z.infer<typeof SearchResponse>;

/** A suggestion to search on, not a place. */
export const QueryItem = z.object({
  title: z.string(),
  id: z.string(),
  resultType: z.enum(['categoryQuery', 'chainQuery']),
  href: z.string(),
  highlights: Highlights.optional(),
});
export type QueryItem = z.infer<typeof QueryItem>;

/** `term` in place of the characters `start` up to `end` of the query. */
export const QueryTerm = z.object({ term: z.string(), replaces: z.string(), start: z.int(), end: z.int() });
export type QueryTerm = z.infer<typeof QueryTerm>;

export const AutosuggestResponse = z.object({
  items: z.array(z.union([PlaceItem, QueryItem])),
  queryTerms: z.array(QueryTerm),
  ...paging,
  explain: Explanation.optional(),
});
export type AutosuggestResponse = z.infer<typeof AutosuggestResponse>;

export const ErrorResponse = z.object({
  status: z.int(),
  title: z.string(),
  code: z.string().optional(),
  cause: z.string().optional(),
  action: z.string().optional(),
  correlationId: z.string(),
  requestId: z.string(),
});
export type ErrorResponse = z.infer<typeof ErrorResponse>;

const GeoJsonPlace = z.object({
  type: z.literal('Feature'),
  id: z.string(),
  geometry: z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
  properties: PlaceItem.omit({ id: true, position: true }),
});

/** RFC 7946; ours. */
export const PlaceCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(GeoJsonPlace),
  ...paging,
  facets: Facets.optional(),
  explain: Explanation.optional(),
});
export type PlaceCollection = z.infer<typeof PlaceCollection>;
