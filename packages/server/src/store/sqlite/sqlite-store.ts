/** The store in one SQLite file, which several processes may have open. */
import type { Arrived } from '../is-mended.ts';
import { prepareLocation } from '../prepared-location.ts';
import type { PreparedLocation } from '../prepared-location.ts';
import type { Change, Outcome, SourceCounts, Store, StoreCounts } from '../store.ts';
import { countTable } from './count-table.ts';
import { groupCommit } from './group-commit.ts';
import { locationTable } from './location-table.ts';
import { logTable } from './log-table.ts';
import { openDatabase } from './open-database.ts';
import { quarantineTable } from './quarantine-table.ts';
import { sourceTable } from './source-table.ts';
import { tariffTable } from './tariff-table.ts';

export interface SqliteStoreOptions {
  /** How long a write waits for another process's transaction before it fails, milliseconds; default 10,000. */
  readonly patience?: number;
  /** Wraps the flush to disk; for measuring it, and for tests of what depends on it. */
  readonly sync?: (flush: () => Promise<void>) => Promise<void>;
}

/** @param path of the database file, made where there is none; `:memory:` keeps all in this process. */
export function openSqliteStore(path: string, options: SqliteStoreOptions = {}): Store {
  const { database, flush, close } = openDatabase(path);
  const { patience = 10_000, sync = (flushNow: () => Promise<void>) => flushNow() } = options;
  const listeners = new Set<(seq: number) => void>();
  const log = logTable(database);
  const counts = countTable(database);
  const sources = sourceTable(database, log);
  const locations = locationTable(database, log, counts);
  const tariffs = tariffTable(database, log, counts);
  const quarantine = quarantineTable(database, counts);
  /** The last entry that is surely on disk, while a group of our own is on its way there. */
  let settled: number | undefined;
  /** The last entry before the group that is being written, and with it. */
  let before = 0;
  let reached = 0;
  let closing: Promise<void> | undefined;

  const commits = groupCommit({
    database,
    patience,
    sync: () => sync(flush),
    begun: () => {
      before = log.begin();
      counts.begin();
      quarantine.begin();
    },
    ending: () => counts.writeDown(),
    committed: () => {
      settled = before;
      reached = log.committed();
    },
    durable: () => {
      settled = undefined;
      const seq = reached;
      if (seq > before) for (const listener of listeners) queueMicrotask(() => listener(seq));
    },
  });

  function applyOne(change: Change): Outcome {
    switch (change.kind) {
      case 'location':
        return putLocation(prepareLocation(change.record), change.receivedAt);
      case 'preparedLocation':
        return putLocation(change.location, change.receivedAt);
      case 'tariff': {
        const { key, tariff } = change.record;
        const outcome = tariffs.put(change.record);
        return mending(outcome, 'tariff', { key, lastUpdated: tariff.last_updated }, change.receivedAt);
      }
      case 'status':
        return locations.putStatus(change.contentId, change.status);
      case 'removal':
        return locations.remove(change.contentId, change.removedAt, change.reason);
      case 'amendment':
        return amendOne(change);
      case 'tariffRemoval':
        return tariffs.remove(change.key, change.removedAt, change.reason);
      case 'quarantine':
        quarantine.put(change.object);
        return 'quarantined';
    }
  }

  function putLocation(location: PreparedLocation, receivedAt: string): Outcome {
    return mending(locations.put(location, receivedAt), 'location', location, receivedAt);
  }

  function mending(outcome: Outcome, kind: 'location' | 'tariff', arrived: Arrived, at: string): Outcome {
    if (outcome !== 'stale') quarantine.resolve(kind, arrived, at);
    return outcome;
  }

  function amendOne({ contentId, amend, receivedAt }: Extract<Change, { kind: 'amendment' }>): Outcome {
    const stored = locations.get(contentId);
    if (stored === undefined || stored.removal !== undefined) return 'absent';
    const record = amend(stored, locations.newest(contentId) ?? stored.location.last_updated);
    if (record === undefined) return 'unchanged';
    if (record.contentId !== contentId) throw new Error(`an amendment made ${record.contentId} of ${contentId}`);
    return putLocation(prepareLocation(record), receivedAt);
  }

  const seq = (): number => settled ?? log.last();
  return {
    seq,
    apply: (changes) => commits.run(() => changes.map(applyOne)),
    rehearse: (changes) => commits.rehearse(() => changes.map(applyOne)),
    putSource: (source) => commits.run(() => sources.put(source)),
    sources: () => sources.all(),
    location: (contentId) => locations.get(contentId),
    locations: (afterOrdinal, limit) => locations.walk(afterOrdinal, limit),
    contentIds: (source) => locations.contentIds(source),
    tariff: (key) => tariffs.get(key),
    tariffs: () => tariffs.walk(),
    log: (afterSeq, limit) => log.read(afterSeq, seq(), limit),
    logSpan: () => log.span(),
    trim: (now, keeping, most) =>
      commits.run(() => {
        quarantine.forget(new Date(Date.parse(now) - keeping.milliseconds).toISOString());
        return log.trim(now, keeping, most);
      }),
    quarantined: (source) => quarantine.walk(source),
    counts: () => totalOf(sources.all().length, counts.bySource()),
    countsBySource: () => counts.bySource(),
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      closing ??= commits.stop().then(close);
      return closing;
    },
  };
}

function totalOf(sources: number, all: readonly SourceCounts[]): StoreCounts {
  const sum = (what: 'locations' | 'evses' | 'tariffs' | 'removed' | 'quarantined'): number =>
    all.reduce((total, ofSource) => total + ofSource[what], 0);
  return {
    sources,
    locations: sum('locations'),
    evses: sum('evses'),
    tariffs: sum('tariffs'),
    removed: sum('removed'),
    quarantined: sum('quarantined'),
  };
}
