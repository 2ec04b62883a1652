/** The view as the query of a link, and back. What makes no sense in a link is left out and named. */
import type { Filters } from './filters.ts';
import type { Camera, Point, ViewState } from './view-state.ts';
import { firstView, sortings } from './view-state.ts';

export interface ReadLink {
  readonly view: ViewState;
  /** Names of parameters that could not be read. */
  readonly unreadable: readonly string[];
}

const LONGEST_LIST = 50;
const LONGEST_ROUTE = 200;

export function linkOf(view: ViewState): string {
  const { camera, filters, sorting, place, dialects, route } = view;
  const query = new URLSearchParams();
  query.set('at', `${camera.lat.toFixed(5)},${camera.lng.toFixed(5)},${camera.zoom.toFixed(2)}`);
  const lists = [
    ['plug', filters.plugs],
    ['operator', filters.operators],
    ['card', filters.cards],
  ] as const;
  for (const [name, values] of lists) if (values.length > 0) query.set(name, values.join(','));
  if (filters.power !== undefined) query.set('kw', String(filters.power));
  for (const name of ['available', 'open', 'truck'] as const) if (filters[name]) query.set(name, '1');
  if (sorting !== 'distance') query.set('sort', sorting);
  if (route !== undefined)
    query.set('route', route.map(({ lat, lng }) => `${lat.toFixed(5)},${lng.toFixed(5)}`).join(';'));
  if (place !== undefined) query.set('place', place);
  if (place !== undefined && dialects) query.set('view', 'dialects');
  return `?${query.toString().replaceAll('%2C', ',').replaceAll('%3B', ';')}`;
}

export function readLink(search: string): ReadLink {
  const query = new URLSearchParams(search);
  const unreadable: string[] = [];
  /** `undefined` where the parameter is absent or `read` cannot make sense of it. */
  function take<T>(name: string, read: (text: string) => T | undefined): T | undefined {
    const text = query.get(name);
    if (text === null || text === '') return undefined;
    const value = read(text);
    if (value === undefined) unreadable.push(name);
    return value;
  }
  const power = take('kw', (text) => numberBetween(text, 1, 5000));
  const filters: Filters = {
    plugs: take('plug', (text) => listOf(text, /^[A-Z0-9_]{1,40}$/)) ?? [],
    operators: take('operator', (text) => listOf(text, /^[\w-]{1,64}$/)) ?? [],
    cards: take('card', (text) => listOf(text, /^[\w-]{1,64}$/)) ?? [],
    available: take('available', isOne) ?? false,
    open: take('open', isOne) ?? false,
    truck: take('truck', isOne) ?? false,
    ...(power === undefined ? {} : { power }),
  };
  const place = take('place', (text) => (/^[\w.-]{1,80}$/.test(text) ? text : undefined));
  const route = take('route', readPoints);
  const view: ViewState = {
    camera: take('at', readCamera) ?? firstView.camera,
    filters,
    sorting: take('sort', (text) => sortings.find((sorting) => sorting === text)) ?? firstView.sorting,
    dialects: take('view', (text) => (text === 'dialects' ? true : undefined)) ?? false,
    ...(place === undefined ? {} : { place }),
    ...(route === undefined ? {} : { route }),
  };
  return { view, unreadable };
}

/** `lat,lng;lat,lng;...`; `undefined` unless there are two and all of them are on the earth. */
export function readPoints(text: string): readonly Point[] | undefined {
  const pairs = text.split(';', LONGEST_ROUTE + 1).map((part) => part.split(',').map((each) => each.trim()));
  if (pairs.length < 2 || pairs.length > LONGEST_ROUTE) return undefined;
  const points = pairs.flatMap(([lat, lng, ...more]) => (more.length > 0 ? [] : (pointOf(lat, lng) ?? [])));
  return points.length === pairs.length ? points : undefined;
}

function readCamera(text: string): Camera | undefined {
  const [lat, lng, zoom, ...more] = text.split(',');
  const point = pointOf(lat, lng);
  const level = zoom === undefined ? 11 : numberBetween(zoom, 0, 22);
  return point === undefined || level === undefined || more.length > 0 ? undefined : { ...point, zoom: level };
}

function pointOf(lat: string | undefined, lng: string | undefined): Point | undefined {
  const latitude = numberBetween(lat ?? '', -90, 90);
  const longitude = numberBetween(lng ?? '', -180, 180);
  return latitude === undefined || longitude === undefined ? undefined : { lat: latitude, lng: longitude };
}

function numberBetween(text: string, least: number, most: number): number | undefined {
  if (!/^\s*[-+]?\d{1,9}(?:\.\d{0,12})?\s*$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}

function listOf(text: string, form: RegExp): readonly string[] | undefined {
  const values = text.split(',', LONGEST_LIST + 1);
  return values.length <= LONGEST_LIST && values.every((value) => form.test(value)) ? [...new Set(values)] : undefined;
}

function isOne(text: string): true | undefined {
  return text === '1' ? true : undefined;
}
