/** What could not be kept as data, raw. Not in the log: nobody who follows it may show any of this. */
import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Notice } from '@pantograph/model/notice';
import { parseJson } from '../parse-json.ts';
import type { QuarantinedObject } from '../store.ts';
import { allRows, walk } from './rows.ts';

export interface QuarantineTable {
  put(object: QuarantinedObject): void;
  walk(source?: string): Iterable<QuarantinedObject>;
}

interface QuarantineRow {
  readonly ordinal: number;
  readonly source: string;
  readonly object_kind: QuarantinedObject['objectKind'];
  readonly id: string | null;
  readonly raw: string;
  readonly notices: string;
  readonly received_at: string;
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
      const rows = walk((after, count) => allRows<QuarantineRow>(page, after, source ?? null, count));
      for (const row of rows) yield objectOf(row);
    },
  };
}

function objectOf(row: QuarantineRow): QuarantinedObject {
  return {
    source: row.source,
    objectKind: row.object_kind,
    ...(row.id !== null && { id: row.id }),
    raw: row.raw,
    notices: parseJson<readonly Notice[]>(row.notices),
    receivedAt: row.received_at,
  };
}
