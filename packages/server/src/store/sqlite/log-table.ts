/** The change log: one row for each visible change, numbered without reuse. */
import type { DatabaseSync } from 'node:sqlite';
import type { ContentId, EvseStatus } from '@pantograph/model/location';
import type { LogEntry } from '../store.ts';
import { integerIn, keyIn, textIn } from './rows.ts';
import type { Row } from './rows.ts';
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
  const last = (): number => integerIn(newest.get(), 'seq');
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
    read: (after, upTo, limit) => select.all(after, upTo, limit).map(entryIn),
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
