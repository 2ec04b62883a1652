/** How twins are shown in one place. */
import type { ContentId, EvseStatus } from '@pantograph/model/location';
import type { PlaceRecord } from '../atlas/place-record.ts';
import type { Copy, Twins } from './judge-copies.ts';
import type { PlaceFacts } from './place-facts.ts';

export interface PlaceView {
  /** EVSEs that are shown in another place, by uid. */
  readonly hidden: ReadonlyMap<string, Twins>;
  /** EVSEs that are shown here with the status of another place, by uid. */
  readonly told: ReadonlyMap<string, Copy>;
  /** How many EVSEs are shown here that other places have too. */
  readonly shown: number;
  /** Nothing is left here: the place that shows most of it. */
  readonly aliasOf?: ContentId;
}

export const plainView: PlaceView = { hidden: new Map(), told: new Map(), shown: 0 };

/** The place is shown as its source tells it. */
export function isPlain({ hidden, told }: PlaceView): boolean {
  return hidden.size === 0 && told.size === 0;
}

/** @param twins of ids that the place has; those of other neighbourhoods do no harm */
export function viewOf(place: PlaceFacts, twins: Iterable<Twins>): PlaceView {
  const hidden = new Map<string, Twins>();
  const told = new Map<string, Copy>();
  let shown = 0;
  for (const group of twins) {
    const own = group.copies.find((copy) => copy.place.contentId === place.contentId);
    if (own === undefined) continue;
    if (own !== group.shown) hidden.set(own.evse.uid, group);
    else {
      shown++;
      if (group.told !== own) told.set(own.evse.uid, group.told);
    }
  }
  const isEmpty = place.evses.every(({ uid, status }) => status.status === 'REMOVED' || hidden.has(uid));
  const aliasOf = isEmpty ? placeShowingMost(hidden.values()) : undefined;
  return { hidden, told, shown, ...(aliasOf && { aliasOf }) };
}

/** Of several that show as much the one created first. */
function placeShowingMost(hidden: Iterable<Twins>): ContentId | undefined {
  const counts = new Map<ContentId, { readonly ordinal: number; count: number }>();
  for (const { shown } of hidden) {
    const { contentId, ordinal } = shown.place;
    const entry = counts.get(contentId) ?? { ordinal, count: 0 };
    entry.count++;
    counts.set(contentId, entry);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b.count - a.count || a.ordinal - b.ordinal);
  return most?.[0];
}

/** As much of a copy as its status is lent by. */
interface Lender {
  readonly place: Pick<Copy['place'], 'source'>;
  readonly evse: Pick<Copy['evse'], 'status'>;
}

/** As much of a view as a record is shown by. */
export interface ShownView {
  readonly hidden: Pick<ReadonlySet<string>, 'has' | 'size'>;
  readonly told: ReadonlyMap<string, Lender>;
  readonly aliasOf?: ContentId;
}

/** True where the same EVSEs are shown; their statuses may differ. */
export function sameShape(one: PlaceView, other: PlaceView): boolean {
  if (one.aliasOf !== other.aliasOf || one.hidden.size !== other.hidden.size) return false;
  for (const uid of one.hidden.keys()) if (!other.hidden.has(uid)) return false;
  return true;
}

export function sameStatus(one: Copy, other: Copy): boolean {
  const [a, b] = [one.evse.status, other.evse.status];
  return a.status === b.status && a.observedAt === b.observedAt && a.receivedAt === b.receivedAt;
}

/** The status that a copy lends to the EVSE `uid` of a place of `source`. */
export function lentStatus({ place, evse }: Lender, uid: string, source: string): EvseStatus {
  const { status, observedAt, receivedAt } = evse.status;
  return { uid, status, observedAt, receivedAt, ...(place.source !== source && { source: place.source }) };
}

/** The record without what is hidden; of an alias, one that is not published. */
export function asShown(record: PlaceRecord, { hidden, told, aliasOf }: ShownView): PlaceRecord {
  const { location, key } = record;
  if (aliasOf !== undefined) return { ...record, location: { ...location, publish: false } };
  if (hidden.size === 0 && told.size === 0) return record;
  const sources = new Set<string>();
  const statuses = record.statuses.flatMap((status) => {
    if (hidden.has(status.uid)) return [];
    const copy = told.get(status.uid);
    if (copy === undefined) return [status];
    const lent = lentStatus(copy, status.uid, key.source);
    if (lent.source !== undefined) sources.add(lent.source);
    return [lent];
  });
  const evses = location.evses.flatMap((evse) => {
    if (hidden.has(evse.uid)) return [];
    const lent = told.get(evse.uid)?.evse.status;
    return [lent === undefined ? evse : { ...evse, status: lent.status, last_updated: lent.observedAt }];
  });
  return {
    ...record,
    location: { ...location, evses },
    statuses,
    ...(sources.size > 0 && { statusesFrom: [...sources] }),
  };
}
