/** The geometries of v2: `prox`, `bbox`, `corridor`. Contract v2, parameters of stations. */
import { boxWidth, distanceMetres } from '@pantograph/model/geo';
import type { Position } from '@pantograph/model/location';
import { Refused } from '../../refusal/refused.ts';
import type { LegacyArea } from '../back-end/back-end.ts';
import { decimal, invalid, quoted, single, whole } from './parameters.ts';

/** Metres, and square metres. */
const MOST_RADIUS = 200_000;
const MOST_BOX_SIDE = 400_000;
const MOST_CORRIDOR_AREA = 5_000_000_000;
const DEFAULT_CORRIDOR_WIDTH = 1000;
export const MOST_ROUTE_POINTS = 2000;

const forms = {
  prox: 'lat,lon,radius with a radius in whole metres from 0 to 200000',
  bbox: 'lat,lon;lat,lon, the top left corner first, no side longer than 400 km',
  corridor: 'lat,lon;lat,lon;... of 2 to 2000 points and, after them, ;width in metres where it is not 1000',
} as const;

const readers = { prox: readCircle, bbox: readBox, corridor: readCorridor } as const;
type Geometry = keyof typeof readers;
/** Exactly one of them is asked for. */
export const areaParameters = ['prox', 'bbox', 'corridor'] as const satisfies readonly Geometry[];

export function readArea(query: URLSearchParams): LegacyArea {
  const [geometry, another] = areaParameters.filter((name) => query.has(name));
  if (geometry === undefined) {
    throw new Refused('parameter_missing', {
      parameter: 'prox, bbox or corridor',
      cause: 'The request has no geometry',
      allowed: `prox=${forms.prox}; or bbox=${forms.bbox}; or corridor=${forms.corridor}`,
    });
  }
  if (another !== undefined) {
    throw new Refused('parameter_conflict', {
      parameter: another,
      cause: `The request has two geometries, ${geometry} and ${another}`,
      allowed: 'one of prox, bbox and corridor',
    });
  }
  return readers[geometry](single(query, geometry) ?? '');
}

function readCircle(text: string): LegacyArea {
  const [lat = '', lng = '', radius = '', ...rest] = text.split(',');
  if (radius.trim() === '' || rest.length > 0) throw invalid('prox', `is ${quoted(text)}`, forms.prox);
  const centre = positionOf('prox', `${lat},${lng}`);
  const radiusMetres = whole(radius);
  if (radiusMetres === undefined || radiusMetres > MOST_RADIUS) {
    throw invalid('prox', `has the radius ${quoted(radius.trim())}`, forms.prox);
  }
  return { kind: 'circle', centre, radiusMetres };
}

function readBox(text: string): LegacyArea {
  const corners = text.split(';');
  const [topLeft, bottomRight] = corners;
  if (topLeft === undefined || bottomRight === undefined || corners.length > 2) {
    throw invalid('bbox', `is ${quoted(text)}`, forms.bbox);
  }
  const { lat: north, lng: west } = positionOf('bbox', topLeft);
  const { lat: south, lng: east } = positionOf('bbox', bottomRight);
  if (south > north) throw invalid('bbox', 'is upside down: its first corner is the southern one', forms.bbox);
  const box = { kind: 'box', west, south, east, north } as const;
  const [height, width] = sidesOf(box);
  if (height > MOST_BOX_SIDE || width > MOST_BOX_SIDE) {
    throw invalid('bbox', `is ${kilometres(height)} km high and ${kilometres(width)} km wide`, forms.bbox);
  }
  return box;
}

/** Height, and width where the box is widest, in metres on the ground. */
function sidesOf(box: Extract<LegacyArea, { kind: 'box' }>): [height: number, width: number] {
  const height = distanceMetres({ lat: box.south, lng: 0 }, { lat: box.north, lng: 0 });
  const widestLatitude = box.south > 0 ? box.south : box.north < 0 ? box.north : 0;
  const degreeMetres = distanceMetres({ lat: 0, lng: 0 }, { lat: 1, lng: 0 });
  return [height, boxWidth(box) * degreeMetres * Math.cos((widestLatitude * Math.PI) / 180)];
}

function readCorridor(text: string): LegacyArea {
  const parts = text.split(';');
  if (parts.at(-1)?.trim() === '') parts.pop();
  const last = parts.at(-1);
  const width = last === undefined || last.includes(',') ? undefined : parts.pop();
  const widthMetres = width === undefined ? DEFAULT_CORRIDOR_WIDTH : decimal(width);
  if (widthMetres === undefined || widthMetres <= 0)
    throw invalid('corridor', `ends in ${quoted(width ?? '')}`, forms.corridor);
  if (parts.length < 2 || parts.length > MOST_ROUTE_POINTS) {
    throw invalid('corridor', `has ${String(parts.length)} point${parts.length === 1 ? '' : 's'}`, forms.corridor);
  }
  const points = parts.map((part) => positionOf('corridor', part));
  const area = areaOf(points, widthMetres);
  if (area > MOST_CORRIDOR_AREA) {
    throw invalid(
      'corridor',
      `covers ${String(Math.ceil(area / 1e6))} km²`,
      'fewer points or a smaller width, so that it covers at most 5000 km²',
    );
  }
  return { kind: 'route', points, widthMetres };
}

/** Of the band half a width to each side of the points, round at its ends; bends that overlap count twice. Square metres. */
function areaOf(points: readonly Position[], widthMetres: number): number {
  let length = 0;
  let previous: Position | undefined;
  for (const point of points) {
    if (previous !== undefined) length += distanceMetres(previous, point);
    previous = point;
  }
  return length * widthMetres + Math.PI * (widthMetres / 2) ** 2;
}

function positionOf(parameter: Geometry, text: string): Position {
  const [latitude = '', longitude = '', ...rest] = text.split(',');
  const lat = decimal(latitude);
  const lng = decimal(longitude);
  if (lat === undefined || lng === undefined || rest.length > 0) {
    throw invalid(parameter, `has ${quoted(text)} where a position is due`, forms[parameter]);
  }
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) {
    throw invalid(
      parameter,
      `has the position ${quoted(text)}`,
      'latitudes from -90 to 90 and longitudes from -180 to 180',
    );
  }
  return { lat, lng };
}

function kilometres(metres: number): string {
  return String(Math.ceil(metres / 1000));
}
