/** How stations are asked for: all of a search but where, which callers ask again and again for other places. */
import type { LegacyQuirks } from '@pantograph/model/v2';
import type { StationFilter } from '../back-end/back-end.ts';
import type { Page } from './page.ts';
import { readPage } from './page.ts';
import { flag } from './parameters.ts';
import { readStationFilter } from './station-filter.ts';

export interface Manner {
  readonly page: Page;
  readonly filter: StationFilter;
  readonly countIsPageSize: boolean;
}

export function readManner(query: URLSearchParams, quirks: LegacyQuirks): Manner {
  const page = readPage(query);
  const filter = readStationFilter(query);
  const strictCount = flag(query, 'strictcount');
  return { page, filter, countIsPageSize: strictCount === undefined ? quirks.countIsPageSize : !strictCount };
}
