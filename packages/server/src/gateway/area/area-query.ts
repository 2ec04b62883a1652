/** Areas in the words of Search: `at`, `in`, `route`. Contract search, geometry. */
import type { Box } from '@pantograph/model/geo';
import { boxCentre, encodeFlexiblePolyline } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import type { LegacyArea } from '../../legacy/back-end/back-end.ts';

export interface AreaQuery {
  readonly at: string;
  readonly in?: string;
  readonly route?: string;
}

/** Metres. */
export const MOST_ROUTE_WIDTH = 50_000;

/**
 * `undefined` where Search has no words for the very area: a radius or width that is no whole number of metres, or 0, a
 * corridor wider than 50 km, a box of no area.
 */
export function areaQueryOf(area: LegacyArea): AreaQuery | undefined {
  switch (area.kind) {
    case 'circle':
      return isWhole(area.radiusMetres) ? circleQuery(area.centre, area.radiusMetres) : undefined;
    case 'box':
      return isFlat(area) ? undefined : boxQuery(area);
    case 'route': {
      const { widthMetres: width, points } = area;
      return isWhole(width) && width <= MOST_ROUTE_WIDTH ? routeQuery(points, width) : undefined;
    }
  }
}

/** @param radiusMetres a whole number */
function circleQuery(centre: Position, radiusMetres: number): AreaQuery {
  const at = textOf(centre);
  return { at, in: `circle:${at};r=${String(radiusMetres)}` };
}

export function boxQuery(box: Box): AreaQuery {
  const { west, south, east, north } = box;
  return { at: textOf(boxCentre(box)), in: `bbox:${[west, south, east, north].map(degrees).join(',')}` };
}

/** @param widthMetres a whole number up to 50,000 */
export function routeQuery(points: readonly Position[], widthMetres: number): AreaQuery {
  const [start = { lat: 0, lng: 0 }] = points;
  return { at: textOf(start), route: `${encodeFlexiblePolyline(points)};w=${String(widthMetres)}` };
}

function isWhole(metres: number): boolean {
  return Number.isInteger(metres) && metres >= 1;
}

/** 180 and -180 are one meridian. */
function isFlat({ west, south, east, north }: Box): boolean {
  return south === north || west === east || (west === 180 && east === -180);
}

function textOf({ lat, lng }: Position): string {
  return `${degrees(lat)},${degrees(lng)}`;
}

/** Without an exponent, which the grammar of Search does not mention. */
function degrees(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(15) : text;
}
