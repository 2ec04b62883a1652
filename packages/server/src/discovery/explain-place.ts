/** `explain=<place id>`: why a place is in the answer, or which condition removed it; ours. */
import { positionOf } from '@pantograph/model/geo';
import type { Site } from '@pantograph/model/location';
import { contentIdIn, nameOf } from '@pantograph/model/location';
import type { Explanation } from '@pantograph/model/search';
import { PLACE_ID_PREFIX } from '@pantograph/model/search';
import { areaTest } from '../atlas/area.ts';
import type { Atlas } from '../atlas/atlas.ts';
import { matchesFilter } from '../atlas/matches-filter.ts';
import type { SiteFilter } from '../atlas/query.ts';
import type { Condition } from './condition.ts';
import { filterOf } from './condition.ts';
import type { Found } from './find-places.ts';
import { quoted } from './parameters.ts';
import type { Question } from './read-question.ts';

/** Asks each condition of the one place, with the tests that define them rather than with the index. */
export function explainPlace(atlas: Atlas, question: Question, found: Found, placeId: string): Explanation {
  const contentId = contentIdIn(placeId);
  const site = atlas.site(contentId);
  if (site === undefined) return unknownPlace(atlas, placeId);
  const removedBy = [...question.areas, ...question.conditions]
    .filter((condition) => !meets(site, condition))
    .map(({ parameter, area }) => ({
      parameter,
      cause: area === undefined ? `The place does not meet ${parameter}` : 'The place lies outside the area',
    }));
  if (removedBy.length === 0) {
    const cause = jointFault(site, filterOf(question.conditions));
    if (cause !== undefined) removedBy.push({ parameter: 'evStation', cause });
  }
  const left = found.thinned === true ? 'thinnedOut' : 'beyondLimit';
  const returned = found.hits.some((hit) => hit.site.contentId === contentId);
  return {
    id: `${PLACE_ID_PREFIX}${contentId}`,
    title: nameOf(site.location),
    verdict: returned ? 'returned' : removedBy.length > 0 ? 'removedByFilter' : left,
    removedBy,
  };
}

/** Conditions that hold each alone may hold on different connectors, or bays, where one must meet them together. */
function jointFault(site: Site, { connector, vehicle }: SiteFilter): string | undefined {
  const faults: readonly (readonly [filter: SiteFilter, cause: string])[] = [
    [connector === undefined ? {} : { connector }, 'No single connector of the place meets all the conditions on it'],
    [vehicle === undefined ? {} : { vehicle }, 'No single bay of the place admits the vehicle in every dimension'],
  ];
  return faults.find(([filter]) => !matchesFilter(site, filter))?.[1];
}

function meets(site: Site, { filter, area }: Condition): boolean {
  if (area !== undefined && !areaTest(area)(positionOf(site.location.coordinates))) return false;
  return filter === undefined || matchesFilter(site, filter);
}

function unknownPlace(atlas: Atlas, placeId: string): Explanation {
  const removal = atlas.removal(contentIdIn(placeId));
  const cause =
    removal === undefined
      ? `No place has the id ${quoted(placeId)}`
      : `The place was removed at ${removal.removedAt}: ${removal.reason}`;
  return { id: placeId, verdict: 'unknownPlace', removedBy: [{ parameter: 'explain', cause }] };
}
