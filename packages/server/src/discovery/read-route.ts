/** Search along a route: the parameters `route` and `ranking`. Source: contract search, geometry and ranking. */
import { decodeFlexiblePolyline } from '@pantograph/model/geo';
import type { Area } from '../atlas/query.ts';
import { readWholeNumber } from './numbers.ts';
import type { Parameters } from './parameters.ts';
import { invalid, readChoice } from './parameters.ts';

const MAX_POINTS = 2000;
const MAX_WIDTH_METRES = 50_000;
const DEFAULT_WIDTH_METRES = 1000;
const FORM = `{flexible polyline of 2 to ${MAX_POINTS} points}[;w={width in whole metres, 1..${MAX_WIDTH_METRES}}]`;

export type Route = Area & { readonly kind: 'route' };

export function readRoute(parameters: Parameters): Route | undefined {
  const text = parameters.text('route', FORM);
  if (text === undefined) return undefined;
  const [polyline = '', width, ...more] = text.split(';', 3);
  if (more.length > 0 || (width !== undefined && !width.startsWith('w='))) {
    throw invalid('route', 'has something other than ;w= behind the polyline', FORM);
  }
  const decoded = decodeFlexiblePolyline(polyline, { maxPoints: MAX_POINTS });
  if (!decoded.ok) throw invalid('route', `cannot be followed: ${decoded.message}`, FORM);
  const widthMetres =
    width === undefined
      ? DEFAULT_WIDTH_METRES
      : readWholeNumber('route', width.slice(2), { min: 1, max: MAX_WIDTH_METRES }, FORM);
  return { kind: 'route', points: decoded.points, widthMetres };
}

export function readRanking(parameters: Parameters): 'distance' | 'excursionDistance' {
  return readChoice(parameters, 'ranking', ['excursionDistance']) ?? 'distance';
}
