/** The rules of the store in their plainest form, over a few maps: what the property test compares with. */
import type { EvseStatus, LocationRecord } from '@pantograph/model/location';
import type { Change, Outcome } from '../store.ts';

interface Held {
  content: string;
  location: LocationRecord['location'];
  newest: number;
  changedAt: string;
  statuses: EvseStatus[];
  removal: { removedAt: string; reason: string } | undefined;
}

export interface ModelStore {
  apply(change: Change): Outcome;
  /** In order of creation. */
  locations(): readonly unknown[];
}

export function modelStore(): ModelStore {
  const held = new Map<string, Held>();

  function put(record: LocationRecord, receivedAt: string): Outcome {
    const claims = record.location.evses.map((evse) => ({
      uid: evse.uid,
      status: evse.status,
      observedAt: evse.last_updated,
      receivedAt,
    }));
    const content = contentOf(record);
    const newest = Date.parse(record.location.last_updated);
    const known = held.get(record.contentId);
    if (known === undefined) {
      const { location } = record;
      held.set(record.contentId, {
        content,
        location,
        newest,
        changedAt: receivedAt,
        statuses: claims,
        removal: undefined,
      });
      return 'added';
    }
    const stale = newest < known.newest;
    const before = new Map(known.statuses.map((status) => [status.uid, status]));
    const heard = claims.filter((claim) => {
      const current = before.get(claim.uid);
      if (current === undefined) return false;
      const later = Date.parse(claim.observedAt) - Date.parse(current.observedAt);
      if (claim.status !== current.status) return stale ? later > 0 : later >= 0;
      return later > 0 && claim.observedAt !== claim.receivedAt;
    });
    const after = new Map(before);
    for (const claim of heard) after.set(claim.uid, claim);
    const replaced = !stale && content !== known.content;
    if (replaced) {
      known.statuses = claims.map((claim) => after.get(claim.uid) ?? claim);
      known.content = content;
      known.location = record.location;
    } else {
      known.statuses = known.statuses.map((status) => after.get(status.uid) ?? status);
    }
    known.newest = Math.max(newest, known.newest);
    const visible = replaced || heard.length > 0 || known.removal !== undefined;
    known.removal = undefined;
    if (visible) known.changedAt = receivedAt;
    if (visible) return 'changed';
    return stale ? 'stale' : 'unchanged';
  }

  function putStatus(contentId: string, claim: EvseStatus): Outcome {
    const known = held.get(contentId);
    const current = known?.statuses.find(({ uid }) => uid === claim.uid);
    if (known === undefined || current === undefined || known.removal !== undefined) return 'absent';
    const later = Date.parse(claim.observedAt) - Date.parse(current.observedAt);
    if (later < 0) return 'stale';
    if (claim.status === current.status && (later === 0 || claim.observedAt === claim.receivedAt)) return 'unchanged';
    known.statuses = known.statuses.map((status) => (status === current ? claim : status));
    known.changedAt = claim.receivedAt;
    return 'changed';
  }

  function remove(contentId: string, removedAt: string, reason: string): Outcome {
    const known = held.get(contentId);
    if (known === undefined) return 'absent';
    if (known.removal !== undefined) return 'unchanged';
    known.removal = { removedAt, reason };
    known.changedAt = removedAt;
    return 'changed';
  }

  return {
    apply: (change) => {
      if (change.kind === 'location') return put(change.record, change.receivedAt);
      if (change.kind === 'status') return putStatus(change.contentId, change.status);
      if (change.kind === 'removal') return remove(change.contentId, change.removedAt, change.reason);
      if (change.kind === 'quarantine') return 'quarantined';
      throw new Error(`the model has no ${change.kind}`);
    },
    locations: () =>
      [...held].map(([contentId, { location, statuses, changedAt, removal }]) => ({
        contentId,
        name: location.name,
        lastUpdated: location.last_updated,
        evses: location.evses.map(({ uid, connectors }, index) => ({ uid, connectors, live: statuses[index] })),
        statuses,
        changedAt,
        removal,
      })),
  };
}

function contentOf({ location }: LocationRecord): string {
  return JSON.stringify(location, (name, value: unknown) =>
    name === 'last_updated' || name === 'status' ? undefined : value,
  );
}
