/** The search by its definition: look at every site. What the index is held against. */
import { positionOf } from '@pantograph/model/geo';
import type { Site } from '@pantograph/model/location';
import { areaTest, measureOf } from './area.ts';
import type { Hit, SearchResult } from './atlas.ts';
import { matchesFilter } from './matches-filter.ts';
import type { SiteQuery } from './query.ts';
import { thinEvenly } from './thin-evenly.ts';

export function searchByScan(sites: Iterable<Site>, query: SiteQuery): SearchResult {
  const measure = measureOf(query);
  const tests = [query.area, query.alsoWithin].flatMap((area) => (area === undefined ? [] : [areaTest(area)]));
  const hits: Hit[] = [];
  for (const site of sites) {
    if (query.except?.has(site.contentId) === true) continue;
    const position = positionOf(site.location.coordinates);
    if (!tests.every((test) => test(position))) continue;
    if (query.filter !== undefined && !matchesFilter(site, query.filter)) continue;
    hits.push({ site, ...measure(position) });
  }
  hits.sort(query.order === 'excursionDistance' ? byExcursion : byDistance);
  const page = pageOf(hits, query);
  return { hits: page, matched: hits.length, more: hits.length > (query.offset ?? 0) + page.length };
}

function pageOf(hits: readonly Hit[], query: SiteQuery): readonly Hit[] {
  if (query.thin === 'evenly' && query.area?.kind === 'box') {
    return thinEvenly(hits, ({ site }) => positionOf(site.location.coordinates), query.area, query.limit);
  }
  const offset = query.offset ?? 0;
  return hits.slice(offset, offset + query.limit);
}

function byDistance(a: Hit, b: Hit): number {
  return a.distance - b.distance || (a.site.contentId < b.site.contentId ? -1 : 1);
}

function byExcursion(a: Hit, b: Hit): number {
  return (a.excursionDistance ?? 0) - (b.excursionDistance ?? 0) || byDistance(a, b);
}
