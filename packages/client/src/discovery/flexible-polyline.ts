/** Positions as a flexible polyline: what `route` is given. Source: the format's own description, version 1. */
import type { LatLng } from '../transport/query-string.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VERSION = 1;
/** Decimals of a degree: 5 is a metre, 10 is finer than anything is measured. */
const LEAST_PRECISION = 5;
const MOST_PRECISION = 10;

/** With as few decimals as leave every position as it is, and no more than ten. */
export function flexiblePolyline(points: readonly LatLng[]): string {
  let precision = LEAST_PRECISION;
  while (precision < MOST_PRECISION && !points.every((point) => isExact(point, precision))) precision++;
  let [lat, lng] = [0, 0];
  let text = unsigned(VERSION) + unsigned(precision);
  for (const point of points) {
    const [nextLat, nextLng] = [scaled(point.lat, precision), scaled(point.lng, precision)];
    text += signed(nextLat - lat) + signed(nextLng - lng);
    [lat, lng] = [nextLat, nextLng];
  }
  return text;
}

const scaled = (degrees: number, precision: number): number => Math.round(degrees * 10 ** precision);

const isExact = ({ lat, lng }: LatLng, precision: number): boolean =>
  [lat, lng].every((degrees) => scaled(degrees, precision) / 10 ** precision === degrees);

/** The sign in the lowest bit. By arithmetic: with ten decimals a number has more than 32 bits. */
const signed = (value: number): string => unsigned(value < 0 ? -2 * value - 1 : 2 * value);

/** Five bits to a letter, the lowest first; the sixth says that there are more. */
function unsigned(value: number): string {
  let text = '';
  let rest = value;
  for (; rest > 31; rest = Math.floor(rest / 32)) text += ALPHABET.charAt((rest % 32) + 32);
  return text + ALPHABET.charAt(rest);
}
