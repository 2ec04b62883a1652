import type { CountResponse } from '@pantograph/model/v2';
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
export const countStationsAlongRoute: LegacyHandler = async (question) =>
  count(question, await readRoute(question.request, question.query));

async function count({ query, backEnd, quirks, context }: LegacyQuestion, area: LegacyArea): Promise<LegacyAnswer> {
  const honoursFilters = flag(query, 'strictcount') ?? !quirks.countIgnoresFilters;
  // A filter that is ignored is not read either: it cannot be wrong.
  const filter = honoursFilters ? readStationFilter(query) : anyStation;
  const tree: CountResponse = { count: await backEnd.count(area, filter, context.now) };
  return { write: (format) => write(format, 'evStationsCount', tree) };
}
