/** The change log: one row for each visible change, numbered without reuse. */
import type { DatabaseSync } from 'node:sqlite';
import type { ContentId } from '@pantograph/model/location';
import { LogGone } from '../store.ts';
import type { LogEntry, LogKeeping, LogSpan } from '../store.ts';
import { logTail } from './log-tail.ts';
import { integerIn, keyIn, textIn, textOrNothingIn } from './rows.ts';
import type { Row } from './rows.ts';
import { readStatus, statusText } from './status-text.ts';

type Unnumbered<Entry> = Entry extends LogEntry ? Omit<Entry, 'seq'> : never;

export interface LogTable {
  /** In a fresh transaction: goes on after the last entry, whoever wrote it, and returns its number. */
  begin(): number;
  /** @param subject ordinal of the source, location or tariff. Returns the entry's number. */
  append(entry: Unnumbered<LogEntry>, subject: number): number;
  /** What was appended is in the log for good. Returns the number of its last entry. */
  committed(): number;
  last(): number;
  /** Entries after `seq` up to and with `upTo`, oldest first. Throws `LogGone` where some of them were let go of. */
  read(seq: number, upTo: number, limit: number): readonly LogEntry[];
  span(): LogSpan;
  /** In a transaction: as `Store.trim` says. Returns how many entries are still to go. */
  trim(now: string, keeping: LogKeeping, most: number): number;
}

export function logTable(database: DatabaseSync): LogTable {
  const insert = database.prepare('INSERT INTO log (seq, kind, subject, detail) VALUES (?, ?, ?, ?)');
  const newest = database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM log');
  const select = database.prepare(`
    SELECT log.seq, kind, detail, name, content_id, tariff.source, tariff.country_code, tariff.party_id, tariff.id
    FROM log
    LEFT JOIN source ON kind = 'source' AND source.ordinal = subject
    LEFT JOIN location ON kind IN ('location', 'status', 'removal') AND location.ordinal = subject
    LEFT JOIN tariff ON kind = 'tariff' AND tariff.ordinal = subject
    WHERE log.seq > ? AND log.seq <= ? ORDER BY log.seq LIMIT ?`);
  const oldest = database.prepare('SELECT coalesce(min(seq), 1) - 1 AS seq FROM log');
  const drop = database.prepare('DELETE FROM log WHERE seq <= ?');
  const times = logTimes(database);
  const last = (): number => integerIn(newest.get(), 'seq');
  const tail = logTail();
  const begin = (): number => integerIn(oldest.get(), 'seq');
  let seq = 0;
  return {
    begin: () => {
      seq = last();
      tail.begin(seq);
      return seq;
    },
    append: (entry, subject) => {
      seq += 1;
      insert.run(seq, entry.kind, subject, entry.kind === 'status' ? statusText(entry.status) : null);
      tail.append({ ...entry, seq });
      return seq;
    },
    committed: () => {
      tail.keep();
      return seq;
    },
    last,
    read: (after, upTo, limit) => {
      const newest = tail.read(after, upTo, limit);
      if (newest !== undefined) return newest;
      const entries = select.all(after, upTo, limit).map(entryIn);
      // Numbers have no gaps, so that the next one proves that nothing before it is missing.
      if (entries[0]?.seq !== after + 1 && after < begin()) throw new LogGone(after, begin());
      return entries;
    },
    span: () => {
      const seq = begin();
      const since = seq === 0 ? undefined : times.atOrBefore(seq);
      return { seq, ...(since !== undefined && { since }) };
    },
    trim: (now, { milliseconds, least, most }, atOnce) => {
      const [newestSeq, from] = [last(), begin()];
      times.note(newestSeq, now, milliseconds);
      const old = times.reachedBefore(new Date(Date.parse(now) - milliseconds).toISOString());
      const upTo = Math.min(Math.max(old, newestSeq - most), newestSeq - Math.max(1, least));
      if (upTo <= from) return 0;
      const end = Math.min(upTo, from + atOnce);
      drop.run(end);
      tail.forget(end);
      times.forget(end);
      return upTo - end;
    },
  };
}

/** The age of entries is known by how far the log was at some times; hundredths of the longest age are fine enough. */
function logTimes(database: DatabaseSync) {
  const newest = database.prepare('SELECT seq, at FROM log_time ORDER BY seq DESC LIMIT 1');
  const insert = database.prepare('INSERT INTO log_time (seq, at) VALUES (?, ?)');
  const reached = database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM log_time WHERE at <= ?');
  const earlier = database.prepare('SELECT max(at) AS at FROM log_time WHERE seq <= ?');
  const remove = database.prepare(
    'DELETE FROM log_time WHERE seq < (SELECT max(seq) FROM log_time AS other WHERE other.seq <= ?)',
  );
  return {
    note: (seq: number, now: string, longest: number): void => {
      const before = newest.get();
      if (before !== undefined) {
        const since = Date.parse(now) - Date.parse(textIn(before, 'at'));
        if (integerIn(before, 'seq') >= seq || since < longest / 100) return;
      }
      insert.run(seq, now);
    },
    reachedBefore: (at: string): number => integerIn(reached.get(at), 'seq'),
    atOrBefore: (seq: number): string | undefined => textOrNothingIn(earlier.get(seq) ?? {}, 'at'),
    forget: (seq: number): void => {
      remove.run(seq);
    },
  };
}

function entryIn(row: Row): LogEntry {
  const seq = integerIn(row, 'seq');
  const kind = textIn(row, 'kind') as LogEntry['kind'];
  switch (kind) {
    case 'source':
      return { seq, kind, name: textIn(row, 'name') };
    case 'tariff':
      return { seq, kind, key: keyIn(row) };
    case 'status':
      return { seq, kind, contentId: contentIdIn(row), status: readStatus(textIn(row, 'detail')) };
    case 'location':
    case 'removal':
      return { seq, kind, contentId: contentIdIn(row) };
  }
}

function contentIdIn(row: Row): ContentId {
  return textIn(row, 'content_id') as ContentId;
}
