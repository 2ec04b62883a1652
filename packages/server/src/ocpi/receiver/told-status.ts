/**
 * Which statuses a push tells. OCPI has one date for an EVSE and its status; what is kept apart here is when the status
 * was told, so that a new price or floor does not make an old status look new.
 */
import type { EvseExtension, LocationRecord } from '@pantograph/model/location';
import type { StoredLocation } from '../../store/store.ts';
import type { JsonObject } from './json-object.ts';
import { objectsIn, textIn } from './json-object.ts';
import { isOlder, later, pushedDate } from './pushed-date.ts';

/** By EVSE uid in lower case: as of when its status was told. */
export type ToldStatuses = ReadonlyMap<string, string>;

export const NONE_TOLD: ToldStatuses = new Map();

export function told(uid: string, date: string): ToldStatuses {
  return new Map([[uid.toLowerCase(), date]]);
}

/** Of a PATCH of a location, or of whatever has EVSEs. */
export function toldIn(patch: JsonObject, date: string, now: Date): ToldStatuses {
  return new Map(
    objectsIn(patch, 'evses').flatMap((evse) => {
      const uid = textIn(evse, 'uid');
      return uid === undefined || !hasStatus(evse) ? [] : [[uid.toLowerCase(), pushedDate(evse, now) ?? date] as const];
    }),
  );
}

export function hasStatus(part: JsonObject): boolean {
  return textIn(part, 'status') !== undefined;
}

export interface WithTold {
  readonly raw: JsonObject;
  readonly told: ToldStatuses;
  /** Connectors said a status that says nothing of their EVSE. */
  readonly isIgnored: boolean;
}

/**
 * OCPI has no status on connectors, and some send it there. Where all connectors of an EVSE have one and the EVSE was not
 * told of, the feeds' reader makes one status of them; how some of several are does not tell how the EVSE is. What is held
 * has no status on connectors.
 */
export function withConnectorStatuses(raw: JsonObject, statuses: ToldStatuses, date: string): WithTold {
  const joined = new Map(statuses);
  let isIgnored = false;
  const evses = objectsIn(raw, 'evses').map((evse) => {
    const uid = (textIn(evse, 'uid') ?? '').toLowerCase();
    const connectors = objectsIn(evse, 'connectors');
    if (statuses.has(uid) || !connectors.some(hasStatus)) return evse;
    if (!connectors.every(hasStatus)) {
      isIgnored = true;
      return evse;
    }
    joined.set(uid, date);
    return { ...evse, status: undefined };
  });
  return { raw: { ...raw, evses }, told: joined, isIgnored };
}

/** What was read of an amended location, with the statuses that were not told as old as they were. */
export function withStatusDates(
  record: LocationRecord,
  { statuses, extension }: Pick<StoredLocation, 'statuses' | 'extension'>,
  toldNow: ToldStatuses,
): LocationRecord {
  const before = new Map(statuses.map((status) => [status.uid.toLowerCase(), status.observedAt]));
  const extensions: Record<string, EvseExtension> = { ...record.extension.evses };
  const evses = record.location.evses.map((evse) => {
    const uid = evse.uid.toLowerCase();
    const known = before.get(uid);
    if (known === undefined) return evse;
    const observedAt = toldNow.get(uid) ?? known;
    const changedAt = later(later(evse.last_updated, known), extension.evses?.[evse.uid]?.changedAt ?? known);
    const { changedAt: _before, ...rest } = extensions[evse.uid] ?? {};
    Reflect.deleteProperty(extensions, evse.uid);
    const dated = { ...rest, ...(isOlder(observedAt, changedAt) && { changedAt }) };
    if (Object.keys(dated).length > 0) extensions[evse.uid] = dated;
    return { ...evse, last_updated: observedAt };
  });
  const { evses: _evses, ...more } = record.extension;
  return {
    ...record,
    location: { ...record.location, evses },
    extension: { ...more, ...(Object.keys(extensions).length > 0 && { evses: extensions }) },
  };
}
