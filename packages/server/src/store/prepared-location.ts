/**
 * A location made ready for the store by whoever has read it: its texts, and of its EVSEs what statuses are made of. A
 * tenth of the record in memory, and cheap to hand from one thread to another.
 */
import type { ContentId, LocationRecord, ObjectKey } from '@pantograph/model/location';
import type { Evse } from '@pantograph/model/ocpi';
import { locationText } from './static-document.ts';

/** What is written of a location beside its statuses. */
export interface LocationTexts {
  /** As `locationText` makes it. */
  readonly document: string;
  readonly notices: string;
}

export interface PreparedLocation extends LocationTexts {
  readonly contentId: ContentId;
  readonly key: ObjectKey;
  readonly lastUpdated: string;
  /** In the order of the document. */
  readonly evses: readonly Pick<Evse, 'uid' | 'status' | 'last_updated'>[];
}

export function prepareLocation(record: LocationRecord): PreparedLocation {
  const { contentId, key, location, notices } = record;
  return {
    contentId,
    key,
    lastUpdated: location.last_updated,
    document: locationText(record),
    notices: JSON.stringify(notices),
    evses: location.evses.map(({ uid, status, last_updated }) => ({ uid, status, last_updated })),
  };
}
