/** The route of `stations/alongroute`: in the query of a GET, in the body of a POST. */
import { decodeFlexiblePolyline } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import type { Eventually } from '../../http/eventually.ts';
import { Refused } from '../../refusal/refused.ts';
import type { LegacyArea } from '../back-end/back-end.ts';
import type { LegacyQuestion } from '../handle/handler.ts';
import { MOST_ROUTE_POINTS } from './area.ts';
import { decimal, invalid, quoted, single } from './parameters.ts';

/** Metres. */
const DEFAULT_WIDTH = 1000;
const MOST_WIDTH = 50_000;

const queryForm = 'a flexible polyline of 2 to 2000 points';
const bodyForm = `${queryForm} or a GeoJSON LineString of as many`;
const widthForm = `a number of metres from 1 to ${String(MOST_WIDTH)}`;

export function readRoute({ query, body }: Pick<LegacyQuestion, 'query' | 'body'>): Eventually<LegacyArea> {
  return body === undefined ? readQuery(query) : body().then((text) => readBody(text, query));
}

function readQuery(query: URLSearchParams): LegacyArea {
  const route = single(query, 'route');
  if (route === undefined) throw missing(queryForm);
  const width = single(query, 'width');
  const widthMetres = width === undefined ? DEFAULT_WIDTH : (decimal(width) ?? Number.NaN);
  if (!isWidth(widthMetres)) throw invalid('width', `is ${quoted(width ?? '')}`, widthForm);
  return { kind: 'route', points: decode(route), widthMetres };
}

function readBody(text: string, query: URLSearchParams): LegacyArea {
  for (const name of ['route', 'width']) {
    if (!query.has(name)) continue;
    throw new Refused('parameter_conflict', {
      parameter: name,
      cause: `A POST has ${name} in its body, and this one has it in its URL as well`,
      allowed: 'it in the body only',
    });
  }
  const body = parseJson(text);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refused('request_malformed', {
      cause: 'The body is no JSON object',
      allowed: `{"route": ..., "width": ...}, route being ${bodyForm}`,
    });
  }
  const { route, width = DEFAULT_WIDTH }: { readonly route?: unknown; readonly width?: unknown } = body;
  if (route === undefined) throw missing(bodyForm);
  if (typeof width !== 'number' || !isWidth(width)) {
    throw invalid('width', `is ${quoted(JSON.stringify(width))}`, widthForm);
  }
  return {
    kind: 'route',
    points: typeof route === 'string' ? decode(route) : readLineString(route),
    widthMetres: width,
  };
}

function isWidth(metres: number): boolean {
  return metres >= 1 && metres <= MOST_WIDTH;
}

function decode(polyline: string): readonly Position[] {
  const decoded = decodeFlexiblePolyline(polyline, { maxPoints: MOST_ROUTE_POINTS });
  if (!decoded.ok) throw invalid('route', `cannot be followed: ${decoded.message}`, queryForm);
  return decoded.points;
}

/** RFC 7946: longitude first; a height behind the two is allowed and of no use here. */
function readLineString(route: unknown): readonly Position[] {
  if (typeof route !== 'object' || route === null || !('type' in route) || route.type !== 'LineString') {
    throw invalid('route', 'is neither a text nor a LineString', bodyForm);
  }
  const coordinates =
    'coordinates' in route && Array.isArray(route.coordinates) ? (route.coordinates as unknown[]) : [];
  if (coordinates.length < 2 || coordinates.length > MOST_ROUTE_POINTS) {
    throw invalid('route', `has ${String(coordinates.length)} coordinates`, bodyForm);
  }
  return coordinates.map((coordinate, index) => {
    const [lng, lat] = Array.isArray(coordinate) ? (coordinate as unknown[]) : [];
    if (!isDegrees(lng, 180) || !isDegrees(lat, 90)) {
      throw invalid('route', `has no position in coordinates[${String(index)}]`, '[longitude, latitude] in degrees');
    }
    return { lat, lng };
  });
}

function isDegrees(value: unknown, most: number): value is number {
  return typeof value === 'number' && Math.abs(value) <= most;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function missing(allowed: string): Refused {
  return new Refused('parameter_missing', { parameter: 'route', cause: 'The request has no route', allowed });
}
