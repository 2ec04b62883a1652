/** The store in one SQLite file, which several processes may have open. */
import type { Change, Outcome, Store } from '../store.ts';
import { groupCommit } from './group-commit.ts';
import { locationTable } from './location-table.ts';
import { logTable } from './log-table.ts';
import { openDatabase } from './open-database.ts';
import { quarantineTable } from './quarantine-table.ts';
import { integerIn } from './rows.ts';
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
  const sources = sourceTable(database, log);
  const locations = locationTable(database, log);
  const tariffs = tariffTable(database, log);
  const quarantine = quarantineTable(database);
  const counts = database.prepare(countsSql);
  /** The last entry that is surely on disk, while a group of our own is on its way there. */
  let settled: number | undefined;
  let before = 0;
  let closing: Promise<void> | undefined;

  const commits = groupCommit({
    database,
    patience,
    sync: () => sync(flush),
    begun: () => {
      log.begin();
      before = log.last();
    },
    committed: () => {
      settled = before;
    },
    durable: () => {
      settled = undefined;
      const seq = log.last();
      if (seq > before) for (const listener of listeners) queueMicrotask(() => listener(seq));
    },
  });

  function applyOne(change: Change): Outcome {
    switch (change.kind) {
      case 'location':
        return locations.put(change.record, change.receivedAt);
      case 'tariff':
        return tariffs.put(change.record);
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

  function amendOne({ contentId, amend, receivedAt }: Extract<Change, { kind: 'amendment' }>): Outcome {
    const stored = locations.get(contentId);
    if (stored === undefined || stored.removal !== undefined) return 'absent';
    const record = amend(stored, locations.newest(contentId) ?? stored.location.last_updated);
    if (record === undefined) return 'unchanged';
    if (record.contentId !== contentId) throw new Error(`an amendment made ${record.contentId} of ${contentId}`);
    return locations.put(record, receivedAt);
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
    quarantined: (source) => quarantine.walk(source),
    counts: () => {
      const row = counts.get();
      return {
        sources: integerIn(row, 'sources'),
        locations: integerIn(row, 'locations'),
        evses: integerIn(row, 'evses'),
        tariffs: integerIn(row, 'tariffs'),
        removed: integerIn(row, 'removed'),
        quarantined: integerIn(row, 'quarantined'),
      };
    },
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

const countsSql = `SELECT
  (SELECT count(*) FROM source) AS sources,
  count(*) FILTER (WHERE removed_at IS NULL) AS locations,
  coalesce(sum(evses) FILTER (WHERE removed_at IS NULL), 0) AS evses,
  (SELECT count(*) FROM tariff WHERE removed_at IS NULL) AS tariffs,
  count(*) FILTER (WHERE removed_at IS NOT NULL) AS removed,
  (SELECT count(*) FROM quarantine) AS quarantined
  FROM live`;
