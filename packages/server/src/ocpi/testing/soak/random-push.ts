/** Pushes of a peer that sends everything in every order: new, old, equal, of parts that are there or not. */
import type { ModelEvse, Push } from './soak-model.ts';

export type Draw = (below: number) => number;

/** Mulberry32: the same seed, the same pushes. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const statuses = ['AVAILABLE', 'CHARGING', 'BLOCKED', 'OUTOFORDER', 'RESERVED', 'REMOVED'];

/** @param number grows with every push; dates are near it, and content is its own, so that no two pushes are alike */
export function randomPush(draw: Draw, number: number): Push {
  const at = Math.max(0, number - draw(4));
  const uid = `E${String(draw(4))}`;
  const status = statuses[draw(statuses.length)] ?? 'UNKNOWN';
  const evse = (of: string, when = Math.max(0, at - draw(2))): ModelEvse => ({
    uid: of,
    status: statuses[draw(statuses.length)] ?? 'UNKNOWN',
    at: when,
    changed: when,
    floor: draw(2) === 0 ? undefined : `F${String(number)}`,
    connectors: Array.from({ length: 1 + draw(2) }, (_, id) => ({ id: String(id), terms: termsOf(number), at })),
  });
  const kind = draw(20);
  if (kind < 2) {
    const uids = ['E0', 'E1', 'E2', 'E3'].filter(() => draw(3) > 0);
    return { kind: 'put location', at, name: `N${String(number)}`, evses: uids.map((one) => evse(one)) };
  }
  if (kind < 4) return { kind: 'patch location', at, name: `N${String(number)}`, statuses: [{ uid, status }] };
  if (kind < 6) return { kind: 'put evse', at, evse: evse(uid, at) };
  if (kind < 8) return { kind: 'patch evse', at, uid, status, floor: `F${String(number)}` };
  if (kind < 10) return { kind: 'put connector', at, uid, id: String(draw(3)), terms: termsOf(number) };
  return { kind: 'patch status', at, uid, status };
}

function termsOf(number: number): string {
  return `https://terms.example/${String(number)}`;
}
