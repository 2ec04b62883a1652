/** What a stretch of the change log means to receivers: each object once, as it is now. */
import type { ContentId, EvseStatus, ObjectKey } from '@pantograph/model/location';
import { canonicalKey } from '@pantograph/model/location';
import type { LogEntry } from '../../store/store.ts';

export type Parcel =
  /** The location as a whole. */
  | { readonly kind: 'location'; readonly contentId: ContentId }
  /** Nothing but these statuses, by EVSE uid in lower case. */
  | { readonly kind: 'statuses'; readonly contentId: ContentId; readonly statuses: ReadonlyMap<string, EvseStatus> }
  /** Put, or deleted where the store has it no more. */
  | { readonly kind: 'tariff'; readonly key: ObjectKey };

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
        // Terms are said in words of our own, not in OCPI's; peers that may now have more pull it.
        break;
    }
  }
  return [...parcels.values()];
}
