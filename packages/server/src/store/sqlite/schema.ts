/** Tables of the store's one file, as steps from each version to the next. A step that was released never changes. */
import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './in-transaction.ts';

/** Marks the file as ours in the header of the database ("PANT"). */
const APPLICATION_ID = 0x50_41_4e_54;

const version1 = `
CREATE TABLE source (
  ordinal INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  terms TEXT NOT NULL
) STRICT;

CREATE TABLE location (
  ordinal INTEGER PRIMARY KEY,
  content_id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  country_code TEXT NOT NULL,
  party_id TEXT NOT NULL,
  id TEXT NOT NULL,
  notices TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;

-- One row for each location: all that moves more often than its document does.
CREATE TABLE live (
  ordinal INTEGER PRIMARY KEY,
  seq INTEGER NOT NULL,
  changed_at TEXT NOT NULL,
  last_updated TEXT NOT NULL,
  removed_at TEXT,
  removal_reason TEXT,
  evses INTEGER NOT NULL,
  statuses TEXT NOT NULL
) STRICT;

CREATE TABLE tariff (
  ordinal INTEGER PRIMARY KEY,
  canonical_key TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  country_code TEXT NOT NULL,
  party_id TEXT NOT NULL,
  id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  last_updated TEXT NOT NULL,
  notices TEXT NOT NULL,
  document TEXT NOT NULL
) STRICT;

-- subject: ordinal in the table that the kind speaks of. detail: the status, so that a follower need not look it up.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject INTEGER NOT NULL,
  detail TEXT
) STRICT;

CREATE TABLE quarantine (
  ordinal INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  raw_hash TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  id TEXT,
  raw TEXT NOT NULL,
  notices TEXT NOT NULL,
  received_at TEXT NOT NULL,
  UNIQUE (source, raw_hash)
) STRICT;
`;

const version2 = `
ALTER TABLE tariff ADD COLUMN removed_at TEXT;
ALTER TABLE tariff ADD COLUMN removal_reason TEXT;
`;

const version3 = `
CREATE INDEX location_by_source ON location (source, ordinal, content_id);
`;

// kept_count: so that nobody has to read everything to know how much there is. log_time: how far the log was at a time.
const version4 = `
CREATE TABLE kept_count (
  source TEXT NOT NULL,
  what TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (source, what)
) STRICT, WITHOUT ROWID;
INSERT INTO kept_count
  SELECT source, 'locations', count(*) FROM location JOIN live USING (ordinal) WHERE removed_at IS NULL GROUP BY 1
  UNION ALL
  SELECT source, 'evses', sum(evses) FROM location JOIN live USING (ordinal) WHERE removed_at IS NULL GROUP BY 1
  UNION ALL
  SELECT source, 'removed', count(*) FROM location JOIN live USING (ordinal) WHERE removed_at IS NOT NULL GROUP BY 1
  UNION ALL
  SELECT source, 'tariffs', count(*) FROM tariff WHERE removed_at IS NULL GROUP BY 1
  UNION ALL
  SELECT source, 'quarantined', count(*) FROM quarantine GROUP BY 1
  UNION ALL
  SELECT source, 'quarantined: ' || json_extract(notice.value, '$.code'), count(DISTINCT ordinal)
  FROM quarantine, json_each(notices) AS notice GROUP BY 1, 2;

ALTER TABLE quarantine ADD COLUMN resolved_at TEXT;
CREATE INDEX quarantine_open ON quarantine (source, object_kind, id COLLATE NOCASE)
  WHERE resolved_at IS NULL AND id IS NOT NULL;
CREATE INDEX quarantine_resolved ON quarantine (resolved_at) WHERE resolved_at IS NOT NULL;

CREATE TABLE log_time (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;
`;

const version5 = `
ALTER TABLE live ADD COLUMN returned_at TEXT;
`;

/** Step n makes version n + 1 out of version n; 0 is an empty file. */
export const schemaSteps: readonly string[] = [version1, version2, version3, version4, version5];

/**
 * Brings the database up to the newest version that `steps` know, in one transaction.
 * Throws where it was written by a newer program or is not ours at all.
 */
export function migrate(database: DatabaseSync, steps: readonly string[] = schemaSteps): void {
  if (schemaVersionOf(database, steps.length) === steps.length) return;
  inTransaction(database, () => {
    // Read again: another process may have migrated while we waited for the write lock.
    for (const step of steps.slice(schemaVersionOf(database, steps.length))) database.exec(step);
    database.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}; PRAGMA user_version = ${String(steps.length)}`);
  });
}

/** Throws where the database is no store, or of a version above `known`. */
export function schemaVersionOf(database: DatabaseSync, known = schemaSteps.length): number {
  const version = numberIn(database, 'SELECT user_version AS n FROM pragma_user_version');
  const owner = numberIn(database, 'SELECT application_id AS n FROM pragma_application_id');
  const empty = numberIn(database, 'SELECT count(*) AS n FROM sqlite_schema') === 0;
  if (owner !== APPLICATION_ID && !empty) throw new Error('it is a database of another program');
  if (version > known) {
    throw new Error(
      `it has store version ${String(version)}, and this program knows versions up to ${String(known)}; ` +
        'use the newer program that wrote it, or another data directory',
    );
  }
  return version;
}

function numberIn(database: DatabaseSync, sql: string): number {
  return Number(database.prepare(sql).get()?.['n']);
}
