/** Answers a query from segments: the same hits, in the same order, as looking at every site. */
import { metresOfChordSquared, vectorOf } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import { centreOfQuery } from '../area.ts';
import type { SiteQuery } from '../query.ts';
import { thinEvenly } from '../thin-evenly.ts';
import type { AreaProbe } from './probe-geometry.ts';
import { areaProbe } from './area-probe.ts';
import { chordSquaredTo } from './probe-geometry.ts';
import { ID_WORDS, writeIdWords } from './content-id-words.ts';
import type { Dictionaries } from './dictionaries.ts';
import type { FilterProbe } from './filter-probe.ts';
import { filterProbe } from './filter-probe.ts';
import type { Found } from './ranking.ts';
import { Ranking } from './ranking.ts';
import type { RouteProbe } from './route-probe.ts';
import { routeProbe } from './route-probe.ts';
import type { Segment } from './segment.ts';
import type { WholeWalk } from './walk-all.ts';
import { walkAll } from './walk-all.ts';
import { walkNearest } from './walk-nearest.ts';

interface FoundPage {
  readonly page: readonly Found[];
  /** Counted when first read, where finding the page did not count it. */
  readonly matched: number;
}

export function searchSegments(segments: readonly Segment[], dictionaries: Dictionaries, query: SiteQuery): FoundPage {
  const filter = filterProbe(query.filter, dictionaries);
  const alsoWithin = query.alsoWithin === undefined ? [] : [areaProbe(query.alsoWithin)];
  const isLeftOut = leftOutTest(segments, query);
  if (query.area?.kind === 'route') {
    const route = routeProbe(query.area);
    return rank(segments, query, { areas: [route, ...alsoWithin], filter, isLeftOut }, measureAlong(route));
  }
  const areas = query.area === undefined ? alsoWithin : [areaProbe(query.area), ...alsoWithin];
  const walk = { areas, filter, isLeftOut };
  const centre = centreOfQuery(query);
  if (centre === undefined) return rank(segments, query, walk, () => ({ distance: 0 }));
  if (query.thin === 'evenly' && query.area?.kind === 'box') return thin(segments, query, query.area, walk, centre);
  return nearest(segments, query, { centre, alsoWithin, walk });
}

type Measure = (segment: Segment, row: number) => Pick<Found, 'distance' | 'excursionDistance'>;

function measureAlong(route: RouteProbe): Measure {
  return ({ columns }, row) => {
    const place = route.placeOf(columns, row);
    if (place === undefined) throw new Error('a row that the route holds has no place on it');
    const { alongMetres, offsetMetres } = place;
    return { distance: alongMetres + offsetMetres, excursionDistance: 2 * offsetMetres };
  };
}

function measureFrom(centre: Position): Measure {
  const vector = vectorOf(centre);
  return ({ columns }, row) => ({ distance: metresOfChordSquared(chordSquaredTo(columns.vectors, row, vector)) });
}

/** Looks at every match. */
function rank(segments: readonly Segment[], query: SiteQuery, walk: WholeWalk, measure: Measure): FoundPage {
  const ranking = rankingFor(segments, query);
  let matched = 0;
  for (const segment of segments) {
    walkAll(segment, walk, (row) => {
      matched++;
      ranking.offer({ segment, row, ...measure(segment, row) });
    });
  }
  return { page: ranking.inOrder().slice(query.offset ?? 0), matched };
}

function thin(
  segments: readonly Segment[],
  query: SiteQuery,
  box: Extract<SiteQuery['area'], { kind: 'box' }>,
  walk: WholeWalk,
  centre: Position,
): FoundPage {
  const { page, matched } = rank(segments, { ...query, offset: 0, limit: Infinity }, walk, measureFrom(centre));
  return { page: thinEvenly(page, positionOfFound, box, query.limit), matched };
}

function positionOfFound({ segment: { columns }, row }: Found): Position {
  return { lat: columns.positions[2 * row] ?? NaN, lng: columns.positions[2 * row + 1] ?? NaN };
}

function nearest(
  segments: readonly Segment[],
  query: SiteQuery,
  { centre, alsoWithin, walk }: { centre: Position; alsoWithin: readonly AreaProbe[]; walk: WholeWalk },
): FoundPage {
  const ranking = rankingFor(segments, query);
  const { area } = query;
  // A circle around the centre needs no probe: the walk measures the distance anyway.
  const around = area?.kind === 'circle' && area.centre.lat === centre.lat && area.centre.lng === centre.lng;
  const nearestWalk = {
    centre: vectorOf(centre),
    radiusMetres: around ? area.radiusMetres : Infinity,
    areas: around ? alsoWithin : walk.areas,
    filter: walk.filter,
    isLeftOut: walk.isLeftOut,
  };
  if (query.limit > 0) for (const segment of segments) walkNearest(segment, nearestWalk, ranking);
  const found = ranking.size;
  const complete = query.limit > 0 && !ranking.isFull;
  return {
    page: ranking.inOrder().slice(query.offset ?? 0),
    get matched() {
      return complete ? found : count(segments, walk);
    },
  };
}

function rankingFor(segments: readonly Segment[], query: SiteQuery): Ranking {
  const most = segments.reduce((sum, segment) => sum + segment.live, 0);
  const room = query.limit === 0 ? 0 : Math.min(most, (query.offset ?? 0) + query.limit);
  const byDistance = (found: Found): number => found.distance;
  if (query.order !== 'excursionDistance') return new Ranking(room, [byDistance]);
  return new Ranking(room, [(found) => found.excursionDistance ?? 0, byDistance]);
}

function count(
  segments: readonly Segment[],
  walk: { areas: readonly AreaProbe[]; filter: FilterProbe | undefined; isLeftOut: WholeWalk['isLeftOut'] },
): number {
  let matched = 0;
  for (const segment of segments) walkAll(segment, walk, () => matched++);
  return matched;
}

function leftOutTest(segments: readonly Segment[], { except }: SiteQuery): (segment: Segment, row: number) => boolean {
  if (except === undefined || except.size === 0) return () => false;
  const rows = new Map<Segment, Set<number>>(segments.map((segment) => [segment, new Set()]));
  const id = new Uint32Array(ID_WORDS);
  for (const contentId of except) {
    if (!writeIdWords(contentId, id, 0)) continue;
    for (const segment of segments) rows.get(segment)?.add(segment.find(id));
  }
  return (segment, row) => rows.get(segment)?.has(row) === true;
}
