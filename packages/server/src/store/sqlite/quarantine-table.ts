/** What could not be kept as data, raw. Not in the log: nobody who follows it may show any of this. */
import { hash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Notice } from '@pantograph/model/notice';
import { isMended } from '../is-mended.ts';
import type { Arrived } from '../is-mended.ts';
import type { QuarantinedObject } from '../store.ts';
import type { CountTable } from './count-table.ts';
import { integerIn, textIn, textOrNothingIn, walk } from './rows.ts';
import type { Row } from './rows.ts';

export interface QuarantineTable {
  /** In a fresh transaction. */
  begin(): void;
  put(object: QuarantinedObject): void;
  /** What this mends is in quarantine no more. */
  resolve(kind: QuarantinedObject['objectKind'], arrived: Arrived, at: string): void;
  walk(source?: string): Iterable<QuarantinedObject>;
  /** Of those that left quarantine before. */
  forget(before: string): void;
}

export function quarantineTable(database: DatabaseSync, counts: CountTable): QuarantineTable {
  const columns = 'source, object_kind, id, raw, notices, received_at';
  const find = database.prepare(
    'SELECT ordinal, notices, resolved_at FROM quarantine WHERE source = ? AND raw_hash = ?',
  );
  const insert = database.prepare(`INSERT INTO quarantine (${columns}, raw_hash) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  // What is known already keeps its place and date; only the reasons may have become other ones.
  const renew = database.prepare('UPDATE quarantine SET notices = ?, resolved_at = NULL WHERE ordinal = ?');
  const page = database.prepare(`
    SELECT ordinal, ${columns} FROM quarantine
    WHERE ordinal > ?1 AND (?2 IS NULL OR source = ?2) AND resolved_at IS NULL ORDER BY ordinal LIMIT ?3`);
  const named = 'FROM quarantine WHERE resolved_at IS NULL AND id IS NOT NULL';
  const any = database.prepare(`SELECT 1 ${named} LIMIT 1`);
  const ofId = database.prepare(
    `SELECT ordinal, raw, notices, received_at ${named} AND source = ? AND object_kind = ? AND id = ? COLLATE NOCASE`,
  );
  const close = database.prepare('UPDATE quarantine SET resolved_at = ? WHERE ordinal = ?');
  const remove = database.prepare('DELETE FROM quarantine WHERE resolved_at < ?');
  /** Whether there is anything at all that could be resolved; most of the time there is not. */
  let isWaitedFor: boolean | undefined;

  function count(source: string, notices: readonly Notice[], by: 1 | -1): void {
    counts.add(source, 'quarantined', by);
    for (const code of new Set(notices.map((notice) => notice.code))) counts.addReason(source, code, by);
  }

  return {
    begin: () => {
      isWaitedFor = undefined;
    },
    put: ({ source, objectKind, id = null, raw, notices, receivedAt }) => {
      if (id !== null) isWaitedFor = true;
      const digest = hash('sha256', raw);
      const text = JSON.stringify(notices);
      const known = find.get(source, digest);
      if (known === undefined) insert.run(source, objectKind, id, raw, text, receivedAt, digest);
      else if (known['resolved_at'] !== null) renew.run(text, integerIn(known, 'ordinal'));
      else if (textIn(known, 'notices') === text) return;
      else {
        count(source, noticesIn(known), -1);
        renew.run(text, integerIn(known, 'ordinal'));
      }
      count(source, notices, 1);
    },
    resolve: (kind, arrived, at) => {
      isWaitedFor ??= any.get() !== undefined;
      if (!isWaitedFor) return;
      const { source, id } = arrived.key;
      for (const row of ofId.all(source, kind, id)) {
        if (!isMended({ raw: textIn(row, 'raw'), receivedAt: textIn(row, 'received_at') }, arrived)) continue;
        close.run(at, integerIn(row, 'ordinal'));
        count(source, noticesIn(row), -1);
      }
    },
    *walk(source) {
      const rows = walk((after, limit) => page.all(after, source ?? null, limit));
      for (const row of rows) yield objectIn(row);
    },
    forget: (before) => {
      remove.run(before);
    },
  };
}

function noticesIn(row: Row): readonly Notice[] {
  return JSON.parse(textIn(row, 'notices')) as readonly Notice[];
}

function objectIn(row: Row): QuarantinedObject {
  const id = textOrNothingIn(row, 'id');
  return {
    source: textIn(row, 'source'),
    objectKind: textIn(row, 'object_kind') as QuarantinedObject['objectKind'],
    ...(id !== undefined && { id }),
    raw: textIn(row, 'raw'),
    notices: noticesIn(row),
    receivedAt: textIn(row, 'received_at'),
  };
}
