/** What of a place decides about twins. */
import { positionOf } from '@pantograph/model/geo';
import type { ContentId, EvseStatus, Position } from '@pantograph/model/location';
import type { PlaceRecord } from '../atlas/place-record.ts';
import { normalEvseId } from './normal-evse-id.ts';

export interface EvseFacts {
  readonly uid: string;
  /** Normalised; absent where it has none that could be a twin's. */
  readonly id?: string;
  readonly status: EvseStatus;
}

interface Standing {
  readonly contentId: ContentId;
  /** In the order of creation. */
  readonly ordinal: number;
  readonly source: string;
  readonly position: Position;
  readonly isPublished: boolean;
}

export interface PlaceFacts extends Standing {
  readonly evses: readonly EvseFacts[];
  /**
   * What may have twins, by id. Nothing of a place that is not shown; no EVSE that is gone; and none of two that have the
   * same id here, since which of them is the twin of another place's cannot be known.
   */
  readonly byId: ReadonlyMap<string, EvseFacts>;
  /** When the place was last heard of: the newest of its statuses, milliseconds since 1970. */
  readonly freshAt: number;
}

/** `undefined` for a record that no store keeps. */
export function factsOf({ contentId, ordinal, key, location, statuses }: PlaceRecord): PlaceFacts | undefined {
  if (ordinal === undefined) return undefined;
  const told = new Map(statuses.map((status) => [status.uid, status]));
  const evses = location.evses.flatMap(({ uid, evse_id: evseId }): EvseFacts[] => {
    const status = told.get(uid);
    const id = normalEvseId(evseId);
    return status === undefined ? [] : [{ uid, status, ...(id !== undefined && { id }) }];
  });
  const position = positionOf(location.coordinates);
  return completed({ contentId, ordinal, source: key.source, position, isPublished: location.publish }, evses);
}

/** The same facts where the place has no such EVSE. */
export function withStatus(facts: PlaceFacts, status: EvseStatus): PlaceFacts {
  if (!facts.evses.some(({ uid }) => uid === status.uid)) return facts;
  return completed(
    facts,
    facts.evses.map((evse) => (evse.uid === status.uid ? { ...evse, status } : evse)),
  );
}

function completed(standing: Standing, evses: readonly EvseFacts[]): PlaceFacts {
  const byId = new Map<string, EvseFacts>();
  const repeated = new Set<string>();
  let freshAt = -Infinity;
  for (const evse of evses) {
    if (evse.status.status === 'REMOVED') continue;
    freshAt = Math.max(freshAt, seenAt(evse.status));
    if (evse.id === undefined || !standing.isPublished) continue;
    if (byId.has(evse.id)) repeated.add(evse.id);
    else byId.set(evse.id, evse);
  }
  for (const id of repeated) byId.delete(id);
  return { ...standing, evses, byId, freshAt };
}

/** When a status was true, milliseconds since 1970. Nothing was seen after it was heard of, whatever a source's clock says. */
export function seenAt({ observedAt, receivedAt }: EvseStatus): number {
  return Math.min(Date.parse(observedAt), Date.parse(receivedAt));
}

/** Every id once, whatever becomes of its EVSE. */
export function idsIn(record: Pick<PlaceRecord, 'location'>): readonly string[] {
  const ids = new Set<string>();
  for (const { evse_id: evseId } of record.location.evses) {
    const id = normalEvseId(evseId);
    if (id !== undefined) ids.add(id);
  }
  return [...ids];
}
