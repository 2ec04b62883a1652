/** What makes copies of one EVSE id twins, and which is shown; docs/twins.md gives the reasons. */
import type { ContentId } from '@pantograph/model/location';

export interface TwinRule {
  /** How far behind the one heard of last a place may be and still count as live. */
  readonly windowMilliseconds: number;
  /** Copies that are further apart are no twins. */
  readonly apartMetres: number;
  /** An id that more places have than this is a placeholder. */
  readonly mostCopies: number;
}

export const usualRule: TwinRule = { windowMilliseconds: 86_400_000, apartMetres: 2000, mostCopies: 16 };

/** What operators have decided. */
export interface TwinDecisions {
  /** Normalised EVSE ids that are nobody's twin. */
  readonly splitIds: ReadonlySet<string>;
  /** Places whose EVSEs are nobody's twins. */
  readonly splitPlaces: ReadonlySet<ContentId>;
  /** By normalised EVSE id, the place that is to show it. */
  readonly pins: ReadonlyMap<string, ContentId>;
}

export const noDecisions: TwinDecisions = { splitIds: new Set(), splitPlaces: new Set(), pins: new Map() };

/** Ids and places that another decision holds for. */
export function changedBetween(before: TwinDecisions, after: TwinDecisions) {
  const ids = new Set([...before.splitIds].filter((id) => !after.splitIds.has(id)));
  for (const id of after.splitIds) if (!before.splitIds.has(id)) ids.add(id);
  for (const id of [...before.pins.keys(), ...after.pins.keys()]) {
    if (before.pins.get(id) !== after.pins.get(id)) ids.add(id);
  }
  const places = new Set([...before.splitPlaces].filter((place) => !after.splitPlaces.has(place)));
  for (const place of after.splitPlaces) if (!before.splitPlaces.has(place)) places.add(place);
  return { ids, places };
}
