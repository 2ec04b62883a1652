/** What the reader is told about a feed, and what it hands back for each object. */
import type { Notice } from '@pantograph/model/notice';
import type { OcpiWireVersion } from '@pantograph/model/ocpi';

/** 2.2 differs from 2.2.1 in lengths and a few values only. */
export type OcpiVersion = OcpiWireVersion | '2.2';

export interface ReadContext {
  readonly source: string;
  /** What the feed says it is; what an object has in it counts for more. */
  readonly version?: OcpiVersion;
  /** The party the feed was had from, for objects that name none: from the URL of a push, or the credentials. */
  readonly countryCode?: string;
  readonly partyId?: string;
  /** Our time, UTC, ISO 8601. */
  readonly receivedAt: string;
}

/** An object as it is stored, or the reason for its quarantine. `id` is the feed's own, where one could be read. */
export type Reading<T> =
  | { readonly ok: true; readonly record: T }
  | { readonly ok: false; readonly id?: string; readonly notices: readonly Notice[] };
