/** The change log: one row for each visible change, numbered without reuse. */
import type { DatabaseSync } from 'node:sqlite';
import type { ContentId, EvseStatus } from '@pantograph/model/location';
import type { LogEntry } from '../store.ts';
import { allRows, keyOf, oneRow } from './rows.ts';
import type { KeyColumns } from './rows.ts';
import { readStatus, statusText } from './status-text.ts';

export interface LogTable {
  /** In a fresh transaction: goes on after the last entry, whoever wrote it. */
  begin(): void;
  /** @param subject ordinal of the source, location or tariff. Returns the entry's number. */
  append(kind: LogEntry['kind'], subject: number, status?: EvseStatus): number;
  last(): number;
  /** Entries after `seq` up to and with `upTo`, oldest first. */
  read(seq: number, upTo: number, limit: number): readonly LogEntry[];
}

/** Which of the columns are filled follows from the kind. */
interface LogRow extends KeyColumns {
  readonly seq: number;
  readonly kind: LogEntry['kind'];
  readonly detail: string;
  readonly name: string;
  readonly content_id: ContentId;
}

export function logTable(database: DatabaseSync): LogTable {
  const insert = database.prepare('INSERT INTO log (seq, kind, subject, detail) VALUES (?, ?, ?, ?)');
  const newest = database.prepare('SELECT max(seq) AS seq FROM log');
  const select = database.prepare(`
    SELECT log.seq, kind, detail, name, content_id, tariff.source, tariff.country_code, tariff.party_id, tariff.id
    FROM log
    LEFT JOIN source ON kind = 'source' AND source.ordinal = subject
    LEFT JOIN location ON kind IN ('location', 'status', 'removal') AND location.ordinal = subject
    LEFT JOIN tariff ON kind = 'tariff' AND tariff.ordinal = subject
    WHERE log.seq > ? AND log.seq <= ? ORDER BY log.seq LIMIT ?`);
  const last = (): number => oneRow<{ seq: number | null }>(newest)?.seq ?? 0;
  let seq = 0;
  return {
    begin: () => {
      seq = last();
    },
    append: (kind, subject, status) => {
      seq += 1;
      insert.run(seq, kind, subject, status === undefined ? null : statusText(status));
      return seq;
    },
    last,
    read: (after, upTo, limit) => allRows<LogRow>(select, after, upTo, limit).map(entryOf),
  };
}

function entryOf(row: LogRow): LogEntry {
  const { seq, kind } = row;
  switch (kind) {
    case 'source':
      return { seq, kind, name: row.name };
    case 'tariff':
      return { seq, kind, key: keyOf(row) };
    case 'status':
      return { seq, kind, contentId: row.content_id, status: readStatus(row.detail) };
    case 'location':
    case 'removal':
      return { seq, kind, contentId: row.content_id };
  }
}
