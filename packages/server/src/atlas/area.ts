/** Which positions an area holds, and how far they are: by definition, without an index. */
import type { Polyline } from '@pantograph/model/geo';
import {
  boxCentre,
  boxContains,
  boxOfRing,
  distanceMetres,
  placeOn,
  polygonContains,
  polylineOf,
} from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import type { Area, SiteQuery } from './query.ts';

interface Measured {
  /** Metres. */
  readonly distance: number;
  /** Metres there and back; only along a route. */
  readonly excursionDistance?: number;
}

/** Edges belong to the area. */
export function areaTest(area: Area): (position: Position) => boolean {
  switch (area.kind) {
    case 'circle':
      return (position) => distanceMetres(area.centre, position) <= area.radiusMetres;
    case 'box':
      return (position) => boxContains(area, position);
    case 'polygon':
      return (position) => polygonContains(area.ring, position);
    case 'route': {
      const line = polylineOf(area.points);
      return (position) => placeOn(line, position).offsetMetres <= area.widthMetres / 2;
    }
  }
}

export function measureOf(query: SiteQuery): (position: Position) => Measured {
  if (query.area?.kind === 'route') {
    const line = polylineOf(query.area.points);
    return (position) => measureAlong(line, position);
  }
  const centre = centreOfQuery(query);
  if (centre === undefined) return () => ({ distance: 0 });
  return (position) => ({ distance: distanceMetres(centre, position) });
}

/** Where distances are measured from; `undefined` with a route, and where the query names no place at all. */
export function centreOfQuery({ area, centre }: SiteQuery): Position | undefined {
  if (area?.kind === 'route') return undefined;
  return centre ?? (area === undefined ? undefined : centreOf(area));
}

function measureAlong(line: Polyline, position: Position): Measured {
  const { alongMetres, offsetMetres } = placeOn(line, position);
  return { distance: alongMetres + offsetMetres, excursionDistance: 2 * offsetMetres };
}

function centreOf(area: Exclude<Area, { kind: 'route' }>): Position {
  if (area.kind === 'circle') return area.centre;
  return boxCentre(area.kind === 'box' ? area : boxOfRing(area.ring));
}
