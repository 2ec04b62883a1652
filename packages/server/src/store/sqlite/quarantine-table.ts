/** What could not be kept as data, raw. Not in the log: nobody who follows it may show any of this. */
import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Notice } from '@pantograph/model/notice';
import type { QuarantinedObject } from '../store.ts';
import { textIn, textOrNothingIn, walk } from './rows.ts';
import type { Row } from './rows.ts';

export interface QuarantineTable {
  put(object: QuarantinedObject): void;
  walk(source?: string): Iterable<QuarantinedObject>;
}

export function quarantineTable(database: DatabaseSync): QuarantineTable {
  const columns = 'source, object_kind, id, raw, notices, received_at';
  // What is known already keeps its place and date; only the reasons may have become other ones.
  const insert = database.prepare(`
    INSERT INTO quarantine (${columns}, raw_hash) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (source, raw_hash) DO UPDATE SET notices = excluded.notices WHERE notices <> excluded.notices`);
  const page = database.prepare(`
    SELECT ordinal, ${columns} FROM quarantine
    WHERE ordinal > ?1 AND (?2 IS NULL OR source = ?2) ORDER BY ordinal LIMIT ?3`);
  return {
    put: ({ source, objectKind, id = null, raw, notices, receivedAt }) => {
      insert.run(source, objectKind, id, raw, JSON.stringify(notices), receivedAt, hash('sha256', raw));
    },
    *walk(source) {
      const rows = walk((after, count) => page.all(after, source ?? null, count));
      for (const row of rows) yield objectIn(row);
    },
  };
}

function objectIn(row: Row): QuarantinedObject {
  const id = textOrNothingIn(row, 'id');
  return {
    source: textIn(row, 'source'),
    objectKind: textIn(row, 'object_kind') as QuarantinedObject['objectKind'],
    ...(id !== undefined && { id }),
    raw: textIn(row, 'raw'),
    notices: JSON.parse(textIn(row, 'notices')) as readonly Notice[],
    receivedAt: textIn(row, 'received_at'),
  };
}
