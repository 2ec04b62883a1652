/** `in=polygon:{latitude},{longitude};...`: ours. */
import type { Position } from '@pantograph/model/location';
import { invalid } from './parameters.ts';
import { readPosition } from './read-position.ts';

const MAX_POINTS = 500;
/** Square degrees that adding up differences of degrees may leave of nothing. */
const ROUNDING = 1e-9;
const FORM = `polygon:{latitude},{longitude};{latitude},{longitude};... of 3 to ${MAX_POINTS} points around an area without a pole, latitude -90..90, longitude -180..180`;

/** Open: without the first point repeated. */
export function readRing(body: string): readonly Position[] {
  const parts = body.split(';', MAX_POINTS + 2);
  const points = parts.map((part) => readPosition('in', part, FORM));
  const [first] = points;
  const last = points.at(-1);
  const closed = points.length > 1 && first?.lat === last?.lat && first?.lng === last?.lng;
  const ring = closed ? points.slice(0, -1) : points;
  if (ring.length < 3 || ring.length > MAX_POINTS) {
    const count = ring.length > MAX_POINTS ? `more than ${MAX_POINTS}` : String(ring.length);
    throw invalid('in', `is a polygon of ${count} point(s)`, FORM);
  }
  const { turns, doubleArea } = measure(ring);
  if (turns !== 0) throw invalid('in', 'is a polygon around a pole', FORM);
  if (Math.abs(doubleArea) < ROUNDING) throw invalid('in', 'is a polygon of no area', FORM);
  return ring;
}

/** Full turns around the axis, and twice the area in square degrees, every edge taken the shorter way round. */
function measure(ring: readonly Position[]): { readonly turns: number; readonly doubleArea: number } {
  let lng = 0;
  let doubleArea = 0;
  for (const [at, from] of ring.entries()) {
    const to = ring[(at + 1) % ring.length] ?? from;
    const raw = to.lng - from.lng;
    const next = lng + raw - 360 * Math.round(raw / 360);
    doubleArea += (from.lat + to.lat) * (next - lng);
    lng = next;
  }
  return { turns: Math.round(lng / 360), doubleArea };
}
