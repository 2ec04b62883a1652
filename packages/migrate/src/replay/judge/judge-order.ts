/** Whether stations come in the same order; those equally far away may change places. */
import { areNear } from './comparisons.ts';
import type { Found } from './verdict.ts';

interface Placed {
  readonly id: string;
  readonly distance: number | undefined;
}

/** Judges the stations that both have; `undefined` where there is nothing to order. */
export function judgeOrder(v2: unknown, v3: unknown): Found | undefined {
  const [ours, theirs] = [placedIn(v2), placedIn(v3)];
  const known = new Set(theirs.map(({ id }) => id));
  const both = new Set(ours.map(({ id }) => id).filter((id) => known.has(id)));
  const [one, other] = [ours, theirs].map((list) => list.filter(({ id }) => both.has(id)));
  if (one === undefined || other === undefined || both.size < 2) return undefined;
  if (one.every(({ id }, at) => id === other[at]?.id)) return 'equal';
  // Whatever stands at a place is as far away as what stands there on the other side.
  const alike = one.every(({ distance = NaN }, at) => areNear(distance, other[at]?.distance ?? NaN));
  return alike ? 'order_of_equals' : 'different';
}

function placedIn(body: unknown): readonly Placed[] {
  const list = memberOf(memberOf(body, 'evStations'), 'evStation');
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).map((station) => {
    const distance = memberOf(station, 'distance');
    return { id: String(memberOf(station, 'poolId')), distance: typeof distance === 'number' ? distance : undefined };
  });
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}
