/** Answers a query from segments: the same hits, in the same order, as looking at every site. */
import { metresOfChordSquared, vectorOf } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import { centreOfQuery } from '../area.ts';
import type { Area, SiteQuery } from '../query.ts';
import { thinEvenly } from '../thin-evenly.ts';
import type { AreaProbe } from './probe-geometry.ts';
import { areaProbe } from './area-probe.ts';
import { chordSquaredTo } from './probe-geometry.ts';
import { ID_WORDS, writeIdWords } from './content-id-words.ts';
import { countMatches } from './count-matches.ts';
import type { FilterProbes } from './filter-probes.ts';
import { NearestRanking } from './nearest-ranking.ts';
import { Found, Ranking } from './ranking.ts';
import type { RouteProbe } from './route-probe.ts';
import { routeProbe } from './route-probe.ts';
import type { Segment } from './segment.ts';
import type { WholeWalk } from './walk-all.ts';
import { walkAll } from './walk-all.ts';
import { walkNearest } from './walk-nearest.ts';

class FoundPage {
  readonly page: readonly Found[];
  readonly #before: number;
  readonly #count: () => number;
  #matched: number | undefined;
  #more: boolean | undefined;

  /** @param more where it is known without counting */
  constructor(page: readonly Found[], { offset = 0 }: SiteQuery, count: () => number, more?: boolean) {
    this.page = page;
    this.#before = offset;
    this.#count = count;
    this.#more = more;
  }

  /** Counted when first read: to find a page takes less. */
  get matched(): number {
    return (this.#matched ??= this.#count());
  }

  get more(): boolean {
    return (this.#more ??= this.matched > this.#before + this.page.length);
  }
}

export function searchSegments(segments: readonly Segment[], probes: FilterProbes, query: SiteQuery): FoundPage {
  const filter = probes.of(query.filter);
  const asked = { filter, isLeftOut: leftOutTest(segments, query) };
  const { area, alsoWithin } = query;
  if (area?.kind === 'route') {
    const route = routeProbe(area);
    // Measuring tells whether a row is on the route; to ask that before would be to measure twice.
    const areas = [{ ...route, holds: () => true }, ...areaProbes(alsoWithin)];
    return rank(segments, query, { ...asked, areas }, measureAlong(route));
  }
  const centre = centreOfQuery(query);
  if (centre === undefined) {
    return rank(
      segments,
      query,
      { ...asked, areas: areaProbes(alsoWithin) },
      (segment, row) => new Found(segment, row, 0, undefined),
    );
  }
  if (query.thin === 'evenly' && area?.kind === 'box') {
    return thin(segments, query, area, { ...asked, areas: areaProbes(area, alsoWithin) }, centre);
  }
  return nearest(segments, query, centre, asked);
}

/** `undefined` for a row that is no match after all. */
type Measure = (segment: Segment, row: number) => Found | undefined;

function measureAlong(route: RouteProbe): Measure {
  return (segment, row) => {
    const place = route.placeOf(segment.columns, row);
    if (place === undefined) return undefined;
    const { alongMetres, offsetMetres } = place;
    return new Found(segment, row, alongMetres + offsetMetres, 2 * offsetMetres);
  };
}

function measureFrom(centre: Position): Measure {
  const { x, y, z } = vectorOf(centre);
  return (segment, row) => {
    const square = chordSquaredTo(segment.columns.vectors, row, x, y, z);
    return new Found(segment, row, metresOfChordSquared(square), undefined);
  };
}

/** Looks at every match. */
function rank(segments: readonly Segment[], query: SiteQuery, walk: WholeWalk, measure: Measure): FoundPage {
  const ranking = new Ranking(roomFor(segments, query), query.order === 'excursionDistance');
  let matched = 0;
  for (const segment of segments) {
    walkAll(segment, walk, (row) => {
      const measured = measure(segment, row);
      if (measured === undefined) return;
      matched++;
      ranking.offer(measured);
    });
  }
  return new FoundPage(ranking.inOrder().slice(query.offset ?? 0), query, () => matched);
}

function thin(
  segments: readonly Segment[],
  query: SiteQuery,
  box: Extract<SiteQuery['area'], { kind: 'box' }>,
  walk: WholeWalk,
  centre: Position,
): FoundPage {
  const all = rank(segments, { ...query, offset: 0, limit: Infinity }, walk, measureFrom(centre));
  return new FoundPage(thinEvenly(all.page, positionOfFound, box, query.limit), query, () => all.matched);
}

function positionOfFound({ segment: { columns }, row }: Found): Position {
  return { lat: columns.positions[2 * row] ?? NaN, lng: columns.positions[2 * row + 1] ?? NaN };
}

// Searches do not wait for anything, so that one ranking serves them all, one after the other.
const ranking = new NearestRanking();

function nearest(
  segments: readonly Segment[],
  query: SiteQuery,
  centre: Position,
  asked: Omit<WholeWalk, 'areas'>,
): FoundPage {
  const { area, alsoWithin } = query;
  // A circle around the centre needs no probe: the walk measures the distance anyway.
  const around = area?.kind === 'circle' && area.centre.lat === centre.lat && area.centre.lng === centre.lng;
  const areas = around ? areaProbes(alsoWithin) : areaProbes(area, alsoWithin);
  const radiusMetres = around ? area.radiusMetres : Infinity;
  const room = roomFor(segments, query);
  // One more, which tells whether there are more.
  ranking.begin(segments, room + 1);
  const { filter, isLeftOut } = asked;
  const walk = { filter, isLeftOut, areas, centre: vectorOf(centre), radiusMetres };
  const isWalked = query.limit > 0;
  if (isWalked) for (const [at, segment] of segments.entries()) walkNearest(segment, at, walk, ranking);
  const found = ranking.size;
  const page = ranking.take(query.offset ?? 0, room);
  return new FoundPage(
    page,
    query,
    () =>
      isWalked && found <= room
        ? found
        : countMatches(segments, { filter, isLeftOut, areas: areaProbes(area, alsoWithin) }),
    isWalked ? found > room : undefined,
  );
}

function areaProbes(area: Area | undefined, alsoWithin?: Area): readonly AreaProbe[] {
  const probes = area === undefined ? [] : [areaProbe(area)];
  if (alsoWithin !== undefined) probes.push(areaProbe(alsoWithin));
  return probes;
}

function roomFor(segments: readonly Segment[], { limit, offset }: SiteQuery): number {
  const most = segments.reduce((sum, segment) => sum + segment.live, 0);
  return limit === 0 ? 0 : Math.min(most, (offset ?? 0) + limit);
}

function leftOutTest(segments: readonly Segment[], { except }: SiteQuery): WholeWalk['isLeftOut'] {
  if (except === undefined || except.size === 0) return undefined;
  const rows = new Map<Segment, Set<number>>(segments.map((segment) => [segment, new Set()]));
  const id = new Uint32Array(ID_WORDS);
  for (const contentId of except) {
    if (!writeIdWords(contentId, id, 0)) continue;
    for (const segment of segments) rows.get(segment)?.add(segment.find(id));
  }
  return (segment, row) => rows.get(segment)?.has(row) === true;
}
