import { presentPage } from '@pantograph/model/v2';
import type { Eventually } from '../../http/eventually.ts';
import { chain } from '../../http/eventually.ts';
import type { ListFrame } from '../answer/station-list.ts';
import { writeList } from '../answer/station-list.ts';
import type { LegacyArea, StationHit } from '../back-end/back-end.ts';
import { readArea } from '../read/area.ts';
import { readManner } from '../read/manner.ts';
import { readRoute } from '../read/route.ts';
import type { LegacyAnswer, LegacyHandler, LegacyQuestion } from './handler.ts';

/** `stations`: in a circle, a box or a corridor. */
export const findStations: LegacyHandler = (question) => find(question, readArea(question.query));

/** `stations/alongroute`. */
export const findStationsAlongRoute: LegacyHandler = (question) =>
  chain(readRoute(question), (area) => find(question, area));

function find(question: LegacyQuestion, area: LegacyArea): Eventually<LegacyAnswer> {
  const { query, format, backEnd, quirks, context, stationForms } = question;
  const { page, filter, countIsPageSize } = question.manner ?? readManner(query, quirks);
  const asked = { area, filter, ...page, total: !countIsPageSize };
  return chain(backEnd.find(asked, context.now), (found) => {
    const { hits, more: hasMore } = found;
    const count = countIsPageSize ? hits.length : found.matched;
    const empty = presentPage({ stations: [], hasMore, count }, quirks);
    const frame: ListFrame = { root: 'evStationsResult', empty, holder: 'evStations' };
    const distanceOf = quirks.pathDistanceIsCumulative ? distanceAlong : distanceFrom;
    const list = writeList(format, frame, stationForms, hits, distanceOf);
    return {
      ...list,
      attribution: found.attribution(),
      features: [
        ...list.features,
        ...(hits.some((hit) => distanceOf(hit) !== undefined) ? (['distance'] as const) : []),
        ...(hasMore || page.offset > 0 ? (['paging'] as const) : []),
      ],
    };
  });
}

function distanceAlong({ distance }: StationHit): number | undefined {
  return distance;
}

function distanceFrom({ distance, offRoute }: StationHit): number | undefined {
  return offRoute ?? distance;
}
