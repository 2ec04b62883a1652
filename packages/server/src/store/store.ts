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
import type { PreparedLocation } from './prepared-location.ts';

/**
 * One thing to be made durable. `receivedAt` is our time, UTC, ISO 8601.
 *
 * - A location replaces what is known under its content id, unless its `last_updated` is older. Its document decides
 *   which EVSEs there are. Their statuses are judged one by one: the later `observedAt` holds, and for the same instant
 *   the one heard last; in an older document only what is strictly newer counts. A removed location is there again.
 *   The content id of another key is refused: the call rejects. A prepared location is one made ready beforehand.
 * - A status tells of one EVSE; a later `observedAt` with the same value is a visible change too, since v3 shows it,
 *   unless it is our own `receivedAt`, for want of a time of the source.
 * - A removal keeps what is known as a tombstone.
 * - An amendment replaces a location by what `amend` makes of it; it is read and written in the one transaction, so that
 *   of two amendments neither undoes the other. `undefined`: it stays as it is. May be called more than once.
 * - A tariff that was removed is found no more; when it is put again it is there, whatever its date.
 */
export type Change =
  | { readonly kind: 'location'; readonly record: LocationRecord; readonly receivedAt: string }
  | { readonly kind: 'preparedLocation'; readonly location: PreparedLocation; readonly receivedAt: string }
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

/**
 * An object that could not be kept as data; kept raw so that nothing is lost. Same source and same raw bytes: same object.
 * It leaves quarantine when an object with its id and party comes that is not older and can be kept, and is in it again
 * when the same bytes come again.
 */
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
  /** When it was there again after it had been removed, the last time; not before that removal. */
  readonly returnedAt?: string;
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

/** Of one source. `evses` as in `StoreCounts`. */
export interface SourceCounts extends Omit<StoreCounts, 'sources'> {
  readonly source: string;
  /** Why objects are in quarantine, most frequent first; one with several reasons counts for each. */
  readonly reasons: readonly { readonly code: string; readonly count: number }[];
}

/** What is kept of the change log: what is not too old and not too much, and in any case the newest entries. */
export interface LogKeeping {
  readonly milliseconds: number;
  /** Entries that stay however old they are; 1 or more. */
  readonly least: number;
  /** Entries above which the oldest go however young they are. */
  readonly most: number;
}

export interface LogSpan {
  /** The log holds what came after this entry: all, where it is 0. */
  readonly seq: number;
  /** All that came after this time is there; absent where nothing was let go of. */
  readonly since?: string;
}

/** The log does not reach back so far: who follows it has to begin anew with all that there is. */
export class LogGone extends Error {
  constructor(after: number, begin: number) {
    super(`the change log begins after entry ${String(begin)} and was asked for what came after ${String(after)}`);
    this.name = 'LogGone';
  }
}

/** Another process has been writing for longer than this one waits. Nothing was changed; trying again may do. */
export class StoreBusy extends Error {
  /** The process that writes, where the operating system tells. */
  readonly writer: number | undefined;

  constructor(message: string, writer: number | undefined, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreBusy';
    this.writer = writer;
  }
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
  /** Log entries after `afterSeq`, oldest first; none after `seq()`. Throws `LogGone` where the log begins later. */
  log(afterSeq: number, limit: number): readonly LogEntry[];
  logSpan(): LogSpan;
  /**
   * Lets go of log entries that need not be kept, at most so many at a time, and of objects that left quarantine as long
   * ago. An entry's age is known by when this was called before. Resolves to how many entries are still to go.
   */
  trim(now: string, keeping: LogKeeping, most: number): Promise<number>;
  /** Of objects that are in quarantine still. */
  quarantined(source?: string): Iterable<QuarantinedObject>;
  /** Both cost next to nothing however much there is. */
  counts(): StoreCounts;
  countsBySource(): readonly SourceCounts[];
  /**
   * Called after each commit of this process that moved `seq`; another process's commits show in `seq()`. Returns the
   * unsubscriber.
   */
  onCommit(listener: (seq: number) => void): () => void;
  /** Resolves when all that was called before is settled and the files are let go of. */
  close(): Promise<void>;
}
