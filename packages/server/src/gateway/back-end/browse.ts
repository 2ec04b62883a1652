/** `/browse` of Search, as far as v2 needs it: which charging stations lie in an area. Contract search. */
import { evCategories } from '@pantograph/model/search';
import { contentIdIn } from '@pantograph/model/location';
import type { Position } from '@pantograph/model/location';
import { z } from 'zod';
import type { StationFilter } from '../../legacy/back-end/back-end.ts';
import { Refused } from '../../refusal/refused.ts';
import type { AreaQuery } from '../area/area-query.ts';
import type { UpstreamCaller } from '../upstream/caller.ts';
import { expiringCache } from '../upstream/expiring-cache.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { jsonOf } from '../upstream/upstream.ts';

/** What one request brings, and where paging ends. */
export const MOST_ITEMS = 100;
export const MOST_OFFSET = 99;

export interface FoundPlace {
  readonly contentId: string;
  readonly position: Position;
}

export interface BrowsePage {
  /** By distance. */
  readonly places: readonly FoundPlace[];
  /** All that fit; `undefined` where the upstream does not tell. */
  readonly matched: number | undefined;
  /** There are more behind it. `undefined`: unknown. */
  readonly more: boolean | undefined;
}

export interface BrowseQuestion {
  readonly area: AreaQuery;
  readonly filter: StationFilter;
  readonly limit: number;
  readonly offset: number;
}

export type Browse = (question: BrowseQuestion, caller: UpstreamCaller, now: Date) => Promise<BrowsePage>;

/** Whatever else is in it is none of ours. */
const Answer = z.object({
  items: z.array(z.object({ id: z.string(), position: z.object({ lat: z.number(), lng: z.number() }) })),
  nextOffset: z.number().optional(),
});

/** A longer route goes into the body of a POST: gateways commonly take URLs of 8 KB. */
const LONGEST_ROUTE = 6000;
const MOST_CACHED = 2000;

export function browseOf(base: string, upstream: Upstream, cacheMilliseconds: number): Browse {
  const cache = expiringCache<BrowsePage>(cacheMilliseconds, MOST_CACHED);
  return async (question, caller, now) => {
    const { url, form } = requestOf(base, question);
    const key = `${caller.digest} ${url} ${form ?? ''}`;
    const known = cache.get(key, now);
    if (known !== undefined) return known;
    const request = { name: 'Search', url, ...(form === undefined ? {} : { form }) } as const;
    const { header, body } = await upstream(request, caller, now);
    const page = pageOf(jsonOf('Search', body.toString()), header('x-results'), question);
    cache.set(key, page, now);
    return page;
  };
}

function requestOf(base: string, { area, filter, limit, offset }: BrowseQuestion): { url: string; form?: string } {
  const { route, ...place } = area;
  const inBody = route !== undefined && route.length > LONGEST_ROUTE;
  const query = new URLSearchParams({
    ...place,
    ...(route === undefined || inBody ? {} : { route }),
    categories: categories.join(','),
    ...filterOf(filter),
    limit: String(limit),
    // Always: without it a Pantograph thins the places of a box, where v2 wants the nearest.
    offset: String(offset),
  });
  const url = `${base}/browse?${query.toString()}`;
  return inBody ? { url, form: new URLSearchParams({ route }).toString() } : { url };
}

const categories = evCategories.map(({ id }) => id);

function filterOf({ connectorTypeIds, providers }: StationFilter): Record<string, string> {
  return {
    ...(connectorTypeIds.length === 0 ? {} : { 'evStation[connectorTypeIds]': connectorTypeIds.join(',') }),
    ...(providers.length === 0 ? {} : { 'evStation[eMobilityServiceProviderPartnerIds]': providers.join(',') }),
  };
}

function pageOf(body: unknown, results: string | undefined, { limit, offset }: BrowseQuestion): BrowsePage {
  const parsed = Answer.safeParse(body);
  if (!parsed.success) {
    throw new Refused('unavailable', { cause: 'Search behind this gateway answered something other than places' });
  }
  const { items, nextOffset } = parsed.data;
  const places = items.map(({ id, position }) => ({ contentId: contentIdIn(id), position }));
  const matched = matchedIn(results) ?? (offset === 0 && items.length < limit ? items.length : undefined);
  if (matched !== undefined) return { places, matched, more: offset + items.length < matched };
  if (nextOffset !== undefined) return { places, matched, more: true };
  // Where paging ends, a full page does not say whether it is the last.
  return { places, matched, more: items.length < limit || offset + limit <= MOST_OFFSET ? false : undefined };
}

/** A Pantograph tells in a header how many there are. */
function matchedIn(results = ''): number | undefined {
  const [, digits] = /\bmatched=(\d+)/.exec(results) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
