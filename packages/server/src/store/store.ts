/**
 * The store: durable truth and its change log. It knows no HTTP and no feed format. Every implementation passes
 * `store-contract.ts`.
 */
import type {
  ContentId,
  EvseStatus,
  LocationRecord,
  ObjectKey,
  SourceInfo,
  TariffRecord,
} from '@pantograph/model/location';
import type { Notice } from '@pantograph/model/notice';

/**
 * One thing to be made durable. `receivedAt` is our time, UTC, ISO 8601.
 *
 * - A location replaces what is known under its content id, unless its `last_updated` is older. Its document decides
 *   which EVSEs there are. Their statuses are judged one by one: the later `observedAt` holds, and for the same instant
 *   the one heard last; in an older document only what is strictly newer counts. A removed location is there again.
 *   The content id of another key is refused: the call rejects.
 * - A status tells of one EVSE; a later `observedAt` with the same value is a visible change too, since v3 shows it,
 *   unless it is our own `receivedAt`, for want of a time of the source.
 * - A removal keeps what is known as a tombstone.
 * - An amendment replaces a location by what `amend` makes of it; it is read and written in the one transaction, so that
 *   of two amendments neither undoes the other. `undefined`: it stays as it is. May be called more than once.
 * - A tariff that was removed is found no more; when it is put again it is there, whatever its date.
 */
export type Change =
  | { readonly kind: 'location'; readonly record: LocationRecord; readonly receivedAt: string }
  | { readonly kind: 'tariff'; readonly record: TariffRecord; readonly receivedAt: string }
  | { readonly kind: 'status'; readonly contentId: ContentId; readonly status: EvseStatus }
  | { readonly kind: 'removal'; readonly contentId: ContentId; readonly removedAt: string; readonly reason: string }
  | { readonly kind: 'amendment'; readonly contentId: ContentId; readonly amend: Amend; readonly receivedAt: string }
  | { readonly kind: 'tariffRemoval'; readonly key: ObjectKey; readonly removedAt: string; readonly reason: string }
  | { readonly kind: 'quarantine'; readonly object: QuarantinedObject };

/**
 * Pure: it is called within the transaction, and again where the transaction is. `newest` is the newest `last_updated`
 * that the source has said, which a record that is to be taken must not be behind.
 */
export type Amend = (stored: StoredLocation, newest: string) => LocationRecord | undefined;

/** An object that could not be kept as data; kept raw so that nothing is lost. Same source and same raw bytes: same object. */
export interface QuarantinedObject {
  readonly source: string;
  readonly objectKind: 'location' | 'tariff' | 'unknown';
  /** The feed's own id where one could be read. */
  readonly id?: string;
  readonly raw: string;
  readonly notices: readonly Notice[];
  readonly receivedAt: string;
}

/**
 * What became of a change. `unchanged`: known already; only `last_updated` may have moved, which is remembered and
 * shown to nobody. `stale`: older than what is known. `absent`: the change names a location, EVSE or tariff that the
 * store does not have, or a removed one.
 */
export type Outcome = 'added' | 'changed' | 'unchanged' | 'stale' | 'quarantined' | 'absent';

/**
 * An entry of the change log. `seq` grows by at least one with every visible change and never goes back. A location or
 * tariff is to be read where the log names it, and may be read in a state that later entries have brought about; its
 * `seq` says which. A tariff that is not there then was removed. Where nothing but statuses of a location changed, each
 * has an entry of its own instead.
 */
export type LogEntry = { readonly seq: number } & (
  | { readonly kind: 'source'; readonly name: string }
  | { readonly kind: 'location'; readonly contentId: ContentId }
  | { readonly kind: 'tariff'; readonly key: ObjectKey }
  | { readonly kind: 'status'; readonly contentId: ContentId; readonly status: EvseStatus }
  | { readonly kind: 'removal'; readonly contentId: ContentId }
);

export interface StoredLocation extends LocationRecord {
  /** Position in the order of creation, for OCPI paging. */
  readonly ordinal: number;
  /** The log entry of its last visible change. */
  readonly seq: number;
  /** Ours; moves only when something visible changed. `location.last_updated` is the source's as of then. */
  readonly changedAt: string;
  /** Live statuses; already merged into `location.evses`. In the order of `location.evses`. */
  readonly statuses: readonly EvseStatus[];
  readonly removal?: { readonly removedAt: string; readonly reason: string };
}

export interface StoredTariff extends TariffRecord {
  readonly seq: number;
}

export interface StoreCounts {
  readonly sources: number;
  /** Not removed. */
  readonly locations: number;
  /** Of these locations, and themselves not REMOVED. */
  readonly evses: number;
  readonly tariffs: number;
  /** Locations of which a tombstone is left. */
  readonly removed: number;
  readonly quarantined: number;
}

export interface Store {
  /** Number of the last durable log entry; 0 in a new store. */
  seq(): number;
  /**
   * Makes changes durable, in order; resolves when they are on disk. Calls made while another is being written share
   * one commit. All changes of a call are visible together or not at all; one that rejects leaves no trace.
   */
  apply(changes: readonly Change[]): Promise<readonly Outcome[]>;
  /** What `apply` would answer now; nothing is kept. */
  rehearse(changes: readonly Change[]): Promise<readonly Outcome[]>;
  /** Adds or replaces a source's terms. Unchanged terms leave the log alone. */
  putSource(source: SourceInfo): Promise<void>;
  sources(): readonly SourceInfo[];
  location(contentId: ContentId): StoredLocation | undefined;
  /** In order of creation, from after `afterOrdinal`; removed ones too. */
  locations(afterOrdinal?: number, limit?: number): Iterable<StoredLocation>;
  /** Of a source's locations that are not removed, in order of creation; cheap beside reading the locations. */
  contentIds(source: string): Iterable<ContentId>;
  tariff(key: ObjectKey): StoredTariff | undefined;
  tariffs(): Iterable<StoredTariff>;
  /** Log entries after `afterSeq`, oldest first; none after `seq()`. */
  log(afterSeq: number, limit: number): readonly LogEntry[];
  quarantined(source?: string): Iterable<QuarantinedObject>;
  counts(): StoreCounts;
  /**
   * Called after each commit of this process that moved `seq`; another process's commits show in `seq()`. Returns the
   * unsubscriber.
   */
  onCommit(listener: (seq: number) => void): () => void;
  /** Resolves when all that was called before is settled and the files are let go of. */
  close(): Promise<void>;
}
