/** Counting over all that match, by what places have: for facets, which need no document of any place. */
import { positionOf } from '@pantograph/model/geo';
import type { Site } from '@pantograph/model/location';
import type { Status } from '@pantograph/model/vocabulary';
import { areaTest } from './area.ts';
import { matchesFilter } from './matches-filter.ts';
import type { SiteQuery } from './query.ts';
import type { BrandFacts, ConnectorFacts } from './site-facts.ts';
import { evseFactsOf, siteFactsOf } from './site-facts.ts';

export type TallyQuery = Pick<SiteQuery, 'area' | 'alsoWithin' | 'filter'>;

/** How many places have the same of something. What an EVSE has that is REMOVED, its place has not. */
export interface Tally {
  readonly matched: number;
  /** By the connectors of a place, each at least once. */
  readonly connectors: Counts<readonly ConnectorFacts[]>;
  /** By the statuses of a place's EVSEs, each once. */
  readonly statuses: Counts<readonly Status[]>;
  readonly brands: Counts<BrandFacts | undefined>;
}

/** The same value may come several times. */
export type Counts<T> = readonly (readonly [value: T, places: number])[];

/** By definition, without an index. */
export function tallyByScan(sites: Iterable<Site>, { area, alsoWithin, filter }: TallyQuery): Tally {
  const areas = [area, alsoWithin].flatMap((each) => (each === undefined ? [] : [areaTest(each)]));
  const found: Site[] = [];
  for (const site of sites) {
    const position = positionOf(site.location.coordinates);
    if (!areas.every((holds) => holds(position))) continue;
    if (filter === undefined || matchesFilter(site, filter)) found.push(site);
  }
  const evsesOf = ({ location }: Site) => location.evses.filter(({ status }) => status !== 'REMOVED');
  return {
    matched: found.length,
    connectors: found.map((site) => [evsesOf(site).flatMap((evse) => evseFactsOf(site, evse).connectors), 1]),
    statuses: found.map((site) => [[...new Set(evsesOf(site).map(({ status }) => status))], 1]),
    brands: found.map((site) => [siteFactsOf(site).suppliers.brand, 1]),
  };
}
