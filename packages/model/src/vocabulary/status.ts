/** EVSE status, OCPI ⇄ v3 dialects ⇄ v2 state. Source: migration guide, status mapping table; contracts v3 (EvseStatus) and v2 (state). */

/** What a feed may say of an EVSE (OCPI 2.3.0 mod_locations, Status), and the guide's OPERATIONAL. */
export type Status = (typeof statuses)[number]['status'];
/** v2 and Search `state`. */
export type LegacyState = (typeof statuses)[number]['state'];

/**
 * One row per status. `here` is the published v3 spelling; PLANNED has none and reads `inoperative`,
 * REMOVED has none because such EVSEs are left out of that dialect (`undefined`).
 */
export const statuses = [
  { status: 'AVAILABLE', state: 'AVAILABLE', here: 'available' },
  { status: 'BLOCKED', state: 'UNAVAILABLE', here: 'blocked' },
  { status: 'CHARGING', state: 'OCCUPIED', here: 'charging' },
  { status: 'INOPERATIVE', state: 'OUT_OF_SERVICE', here: 'inoperative' },
  { status: 'OUTOFORDER', state: 'OUT_OF_SERVICE', here: 'outOfOrder' },
  { status: 'PLANNED', state: 'OFFLINE', here: 'inoperative' },
  { status: 'REMOVED', state: 'OFFLINE', here: undefined },
  { status: 'RESERVED', state: 'RESERVED', here: 'reserved' },
  { status: 'UNKNOWN', state: 'OTHER', here: 'unknown' },
  { status: 'OPERATIONAL', state: 'OTHER', here: 'operational' },
] as const;

type StatusRow = (typeof statuses)[number];

const byStatus = new Map<string, StatusRow>(statuses.map((row) => [row.status, row]));

/** Exact OCPI spelling only; spelling repair is the feeds' business. */
export function isStatus(value: string): value is Status {
  return byStatus.has(value);
}

function rowOf(status: Status): StatusRow {
  const row = byStatus.get(status);
  if (row === undefined) throw new Error(`status ${status} is not in the table`);
  return row;
}

/** Many to one: INOPERATIVE and OUTOFORDER, PLANNED and REMOVED, UNKNOWN and OPERATIONAL share a state. */
export function legacyStateOf(status: Status): LegacyState {
  return rowOf(status).state;
}

/** The published v3 spelling; `undefined` for REMOVED, which that dialect leaves out. */
export function hereStatusOf(status: Status): string | undefined {
  return rowOf(status).here;
}

/** Every status that reads as this v2 state; the first is the one to assume when only the state is known. */
export function statusesOfLegacyState(state: LegacyState): readonly Status[] {
  const found = statuses.filter((row) => row.state === state).map((row) => row.status);
  const assumed = assumedStatus.get(state);
  return assumed === undefined ? found : [assumed, ...found.filter((status) => status !== assumed)];
}

// Where a state has two statuses, the one that claims less: "not available" over "broken", "unknown" over "works".
const assumedStatus = new Map<LegacyState, Status>([
  ['OUT_OF_SERVICE', 'INOPERATIVE'],
  ['OFFLINE', 'PLANNED'],
  ['OTHER', 'UNKNOWN'],
]);

/** True where a feed has said something that can change: neither UNKNOWN nor OPERATIONAL. */
export function isLive(status: Status): boolean {
  return status !== 'UNKNOWN' && status !== 'OPERATIONAL';
}
