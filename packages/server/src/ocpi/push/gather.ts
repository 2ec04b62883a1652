/** What a stretch of the change log means to receivers: each object once, as it is now. */
import type { ContentId, EvseStatus, ObjectKey } from '@pantograph/model/location';
import { canonicalKey } from '@pantograph/model/location';
import type { LogEntry, Store } from '../../store/store.ts';

export type Parcel =
  /** The location as a whole. */
  | { readonly kind: 'location'; readonly contentId: ContentId }
  /** Nothing but these statuses, by EVSE uid in lower case. */
  | { readonly kind: 'statuses'; readonly contentId: ContentId; readonly statuses: ReadonlyMap<string, EvseStatus> }
  /** Put, or deleted where the store has it no more. */
  | { readonly kind: 'tariff'; readonly key: ObjectKey }
  /** What may not be passed on any more. */
  | { readonly kind: 'withdrawal'; readonly contentId: ContentId }
  | { readonly kind: 'tariffWithdrawal'; readonly key: ObjectKey };

/** In the order in which each was first named. */
export function gather(entries: readonly LogEntry[]): readonly Parcel[] {
  const parcels = new Map<string, Parcel>();
  for (const entry of entries) {
    switch (entry.kind) {
      case 'location':
      case 'removal':
        parcels.set(entry.contentId, { kind: 'location', contentId: entry.contentId });
        break;
      case 'status': {
        const before = parcels.get(entry.contentId);
        if (before?.kind === 'location') break;
        const statuses = new Map(before?.kind === 'statuses' ? before.statuses : []);
        statuses.set(entry.status.uid.toLowerCase(), entry.status);
        parcels.set(entry.contentId, { kind: 'statuses', contentId: entry.contentId, statuses });
        break;
      }
      case 'tariff':
        parcels.set(canonicalKey(entry.key), { kind: 'tariff', key: entry.key });
        break;
      case 'source':
        // Terms are said in words of our own, not in OCPI's; what follows from them is gathered by `gatherTurned`.
        break;
    }
  }
  return [...parcels.values()];
}

/**
 * All of the sources whose terms turned: what may be passed on now, and what may not any more.
 * @param before names of the sources that were passed on
 */
export function* gatherTurned(
  store: Store,
  before: readonly string[],
  after: readonly string[],
): Generator<Parcel, void, undefined> {
  const turned = new Map([
    ...before.filter((source) => !after.includes(source)).map((source) => [source, false] as const),
    ...after.filter((source) => !before.includes(source)).map((source) => [source, true] as const),
  ]);
  if (turned.size === 0) return;
  for (const { key } of store.tariffs()) {
    const isOpen = turned.get(key.source);
    if (isOpen !== undefined) yield { kind: isOpen ? 'tariff' : 'tariffWithdrawal', key };
  }
  for (const [source, isOpen] of turned) {
    for (const contentId of store.contentIds(source)) yield { kind: isOpen ? 'location' : 'withdrawal', contentId };
  }
}
