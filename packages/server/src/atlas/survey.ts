/** Looking over all that match, a few figures of each: for maps, which need no document of any place. */
import { positionOf } from '@pantograph/model/geo';
import type { ContentId, Site } from '@pantograph/model/location';
import { isLive } from '@pantograph/model/vocabulary';
import { areaTest } from './area.ts';
import { hasConnector, matchesFilter } from './matches-filter.ts';
import type { SiteQuery } from './query.ts';
import { evseFactsOf } from './site-facts.ts';

export type SurveyQuery = Pick<SiteQuery, 'area' | 'filter'>;

/**
 * One match. Figures are of its EVSEs that are not REMOVED and, where the query filters by connector, have such a
 * connector, whatever their status.
 * @param watts the highest power known; 0 where none is
 * @param evses how many there are
 * @param live how many of them have a status that a feed said
 * @param available how many of them are AVAILABLE now
 * @param idOf valid during the call only
 */
export type SurveyVisit = (
  lat: number,
  lng: number,
  watts: number,
  evses: number,
  live: number,
  available: number,
  idOf: () => ContentId,
) => void;

/** By definition, without an index. */
export function surveyByScan(sites: Iterable<Site>, { area, filter }: SurveyQuery, visit: SurveyVisit): void {
  const holds = area === undefined ? () => true : areaTest(area);
  for (const site of sites) {
    const position = positionOf(site.location.coordinates);
    if (!holds(position) || (filter !== undefined && !matchesFilter(site, filter))) continue;
    let watts = 0;
    let evses = 0;
    let live = 0;
    let available = 0;
    for (const evse of site.location.evses) {
      if (evse.status === 'REMOVED') continue;
      const facts = evseFactsOf(site, evse);
      if (filter?.connector !== undefined && !hasConnector(facts, filter.connector)) continue;
      evses++;
      if (isLive(evse.status)) live++;
      if (evse.status === 'AVAILABLE') available++;
      for (const connector of facts.connectors) watts = Math.max(watts, connector.watts ?? 0);
    }
    visit(position.lat, position.lng, watts, evses, live, available, () => site.contentId);
  }
}
