/** The file of the table of ids: its schema, and what can be wrong with it. */
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const VERSION = 1;
const BUSY_MILLISECONDS = 5000;
/** Result codes SQLITE_CORRUPT and SQLITE_NOTADB; and what a table of another shape says: SQLITE_ERROR. */
const damages: ReadonlySet<unknown> = new Set([1, 11, 26]);

const schema = `
  create table if not exists place (ordinal integer primary key, content_id text not null, ids text not null) strict;
  create table if not exists copy (id text not null, ordinal integer not null, primary key (id, ordinal))
    strict, without rowid;
  create table if not exists shared (id text primary key) strict, without rowid;
  create table if not exists altered (content_id text primary key) strict, without rowid;
  create table if not exists state (name text primary key, document text not null) strict, without rowid;
  pragma user_version = ${String(VERSION)}`;

/** Damage, a full disk, a file that was taken away: of the table, and of nothing else. */
export class TableFailure extends Error {
  /** The file cannot be read, and would be no better another time. */
  readonly isDamage: boolean;

  constructor(what: string, isDamage: boolean, options?: ErrorOptions) {
    super(what, options);
    this.name = 'TableFailure';
    this.isDamage = isDamage;
  }
}

export function asTableFailure<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !('errcode' in error)) throw error;
    const isDamage = damages.has(Number(error.errcode) & 0xff);
    throw new TableFailure(`the table of twins: ${error.message}`, isDamage, { cause: error });
  }
}

/** One that is damaged, or of another version, is made anew. */
export function openTableFile(path: string): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  try {
    return asTableFailure(() => open(path));
  } catch (error) {
    if (!(error instanceof TableFailure) || !error.isDamage) throw error;
    removeTableFile(path);
    return asTableFailure(() => open(path));
  }
}

export function removeTableFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = normal');
    const version = Number(database.prepare('pragma user_version').get()?.['user_version']);
    if (version !== 0 && version !== VERSION) throw new TableFailure(`it has version ${String(version)}`, true);
    // Whoever only looks waits for nobody who writes.
    if (version === 0) database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
