import type { FoundStation } from '@pantograph/model/v2';
import type { LegacyArea, StationHit } from '../back-end/back-end.ts';
import { readArea } from '../read/area.ts';
import { readPage } from '../read/page.ts';
import { flag } from '../read/parameters.ts';
import { readRoute } from '../read/route.ts';
import { readStationFilter } from '../read/station-filter.ts';
import { featuresOf } from '../usage/features.ts';
import type { LegacyAnswer, LegacyHandler, LegacyQuestion } from './handler.ts';

/** `stations`: in a circle, a box or a corridor. */
export const findStations: LegacyHandler = (question) => find(question, readArea(question.query));

/** `stations/alongroute`. */
export const findStationsAlongRoute: LegacyHandler = async (question) =>
  find(question, await readRoute(question.request, question.query));

async function find(question: LegacyQuestion, area: LegacyArea): Promise<LegacyAnswer> {
  const { query, backEnd, quirks, context } = question;
  const page = readPage(query);
  const filter = readStationFilter(query);
  const strictCount = flag(query, 'strictcount');
  const countIsPageSize = strictCount === undefined ? quirks.countIsPageSize : !strictCount;
  const asked = { area, filter, ...page, total: !countIsPageSize };
  const { hits, matched, attribution } = await backEnd.find(asked, context.now);
  const stations = hits.map((hit) => stationOf(hit, quirks.pathDistanceIsCumulative));
  const hasMore = page.offset + hits.length < matched;
  const count = countIsPageSize ? hits.length : matched;
  return {
    write: (format) => question.stationTexts(format, { stations, hasMore, count }),
    attribution,
    features: [
      ...featuresOf(hits.map((hit) => hit.facts)),
      ...(stations.some((station) => station.distance !== undefined) ? (['distance'] as const) : []),
      ...(hasMore || page.offset > 0 ? (['paging'] as const) : []),
    ],
  };
}

function stationOf({ facts, distance, offRoute }: StationHit, cumulative: boolean): FoundStation {
  return { facts, distance: offRoute === undefined || cumulative ? distance : offRoute };
}
