/** The conditions on places that discovery knows, for surfaces that show the same places another way. */
import type { SiteFilter } from '../atlas/query.ts';
import type { RequestContext } from '../http/surface.ts';
import { filterOf } from './condition.ts';
import { parametersOf } from './parameters.ts';
import { readWhere } from './read-area.ts';
import { readBrowseFilters } from './read-categories.ts';
import { readEvStation } from './read-ev-station.ts';

/** `categories`, `chains`, `name`, `in=countryCode` and `evStation[...]`, as browse reads them; `undefined` where none is given. */
export function readPlaceFilter(search: URLSearchParams, context: RequestContext): SiteFilter | undefined {
  const parameters = parametersOf(search);
  const { countries } = readWhere(parameters);
  const conditions = [
    ...(countries === undefined ? [] : [{ parameter: 'in=countryCode', filter: { countries } }]),
    ...readBrowseFilters(parameters),
    ...readEvStation(parameters, context),
  ];
  return conditions.length === 0 ? undefined : filterOf(conditions);
}
