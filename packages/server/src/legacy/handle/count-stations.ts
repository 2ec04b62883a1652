import type { CountResponse } from '@pantograph/model/v2';
import type { Eventually } from '../../http/eventually.ts';
import { chain } from '../../http/eventually.ts';
import { write } from '../answer/format.ts';
import type { LegacyArea } from '../back-end/back-end.ts';
import { readArea } from '../read/area.ts';
import { flag } from '../read/parameters.ts';
import { readRoute } from '../read/route.ts';
import { anyStation, readStationFilter } from '../read/station-filter.ts';
import type { LegacyAnswer, LegacyHandler, LegacyQuestion } from './handler.ts';

/** `stations/count`: in a circle, a box or a corridor. */
export const countStations: LegacyHandler = (question) => count(question, readArea(question.query));

/** `stations/alongroute/count`. */
export const countStationsAlongRoute: LegacyHandler = (question) =>
  chain(readRoute(question), (area) => count(question, area));

function count(
  { query, format, backEnd, quirks, context }: LegacyQuestion,
  area: LegacyArea,
): Eventually<LegacyAnswer> {
  const honoursFilters = flag(query, 'strictcount') ?? !quirks.countIgnoresFilters;
  // A filter that is ignored is not read either: it cannot be wrong.
  const filter = honoursFilters ? readStationFilter(query) : anyStation;
  return chain(backEnd.count(area, filter, context.now), (matched) => {
    const tree: CountResponse = { count: matched };
    return { body: write(format, 'evStationsCount', tree) };
  });
}
