/**
 * Which places have which normalised EVSE id, in a small SQLite file of its own: of a million places only those that
 * share an id with another have to be in memory. All of it follows from the store and is made anew where it is damaged.
 * Several processes may bring it up to the log at once: each step is a transaction and comes to the same rows.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ContentId } from '@pantograph/model/location';

/** How far the table follows the log of which store. */
export interface Cursor {
  readonly seq: number;
  /** The entry at `seq` in words, by which the store is known again. */
  readonly entry: string;
}

/** What was hidden when it was written down; `seq`: as of this log entry. */
export interface TwinFigures {
  readonly seq: number;
  /** EVSEs that are shown once and were told by more than one place. */
  readonly twins: number;
  readonly hiddenEvses: number;
  readonly aliases: number;
}

export interface IdTable {
  /** All of a store is about to be written: takes up to 128 MB until that is done, and is many times as fast. */
  beginFilling(): void;
  endFilling(): void;
  /** Another text for each table that was made. */
  edition(): string;
  /** Absent: there is nothing in the table that could be relied on. */
  cursor(): Cursor | undefined;
  setCursor(cursor: Cursor): void;
  /** Replaces the ids of a place; returns those of them that it shares with another, or did before. */
  put(ordinal: number, contentId: ContentId, ids: readonly string[]): readonly string[];
  /** Returns the ids that it shared. */
  remove(ordinal: number): readonly string[];
  idsAt(ordinal: number): readonly string[];
  /** In order of creation, at most `limit`. */
  placesWith(id: string, limit: number): readonly ContentId[];
  /** Ids that several places have. */
  shared(): Iterable<string>;
  /** Places that were ever shown otherwise than their sources tell them, since the last `clearAltered`. */
  altered(): Iterable<ContentId>;
  noteAltered(contentId: ContentId): void;
  clearAltered(): void;
  figures(): TwinFigures | undefined;
  setFigures(figures: TwinFigures): void;
  /** Nobody else writes while `work` runs, and what it does is written as a whole. */
  alone<Result>(work: () => Result): Result;
  /** What was written since the last call is kept; where it is lost, so is the cursor of then. */
  commit(): void;
  clear(): void;
  close(): void;
}

const VERSION = 1;
const BUSY_MILLISECONDS = 5000;

const schema = `
  create table if not exists place (ordinal integer primary key, content_id text not null, ids text not null) strict;
  create table if not exists copy (id text not null, ordinal integer not null, primary key (id, ordinal))
    strict, without rowid;
  create table if not exists shared (id text primary key) strict, without rowid;
  create table if not exists altered (content_id text primary key) strict, without rowid;
  create table if not exists state (name text primary key, document text not null) strict, without rowid;
  pragma user_version = ${String(VERSION)}`;

/** A file that is damaged, or of another version, is thrown away. `:memory:` keeps all in this process. */
export function openIdTable(path: string): IdTable {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  try {
    return idTable(openDatabase(path));
  } catch (error) {
    if (!isDamage(error)) throw error;
    removeIdTable(path);
    return idTable(openDatabase(path));
  }
}

export function removeIdTable(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

class OtherVersion extends Error {}

function openDatabase(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = normal');
    const version = Number(database.prepare('pragma user_version').get()?.['user_version']);
    if (version !== 0 && version !== VERSION) throw new OtherVersion(`twins of version ${String(version)}`);
    database.exec(schema);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLITE_CORRUPT and SQLITE_NOTADB; and what a table of another shape says: SQLITE_ERROR. */
const damages: ReadonlySet<number> = new Set([1, 11, 26]);

/** The table cannot be read, and would be no better another time. */
export function isDamage(error: unknown): boolean {
  if (error instanceof OtherVersion) return true;
  return isTableFailure(error) && damages.has(Number(error.errcode) & 0xff);
}

/** Whatever SQLite says: damage, a full disk, a file that was taken away. */
export function isTableFailure(error: unknown): error is Error & { readonly errcode: unknown } {
  return error instanceof Error && 'errcode' in error;
}

function idTable(database: DatabaseSync): IdTable {
  const idsOf = database.prepare('select ids from place where ordinal = ?');
  const putPlace = database.prepare('replace into place (ordinal, content_id, ids) values (?, ?, ?)');
  const dropPlace = database.prepare('delete from place where ordinal = ?');
  const putCopy = database.prepare('insert or ignore into copy (id, ordinal) values (?, ?)');
  const dropCopy = database.prepare('delete from copy where id = ? and ordinal = ?');
  const hasTwo = database.prepare('select 1 from copy where id = ? limit 1 offset 1');
  const share = database.prepare('insert or ignore into shared (id) values (?)');
  const unshare = database.prepare('delete from shared where id = ?');
  const places = database.prepare(
    'select content_id from copy cross join place using (ordinal) where id = ? order by copy.ordinal limit ?',
  );
  const allShared = database.prepare('select id from shared');
  const allAltered = database.prepare('select content_id from altered');
  const noteAltered = database.prepare('insert or ignore into altered (content_id) values (?)');
  const clearAltered = database.prepare('delete from altered');
  const getState = database.prepare('select document from state where name = ?');
  const putState = database.prepare('replace into state (name, document) values (?, ?)');
  let isWriting = false;

  function begin(): void {
    if (isWriting) return;
    database.exec('begin immediate');
    isWriting = true;
  }

  function commit(): void {
    if (!isWriting) return;
    isWriting = false;
    database.exec('commit');
  }

  function stateOf(name: string): unknown {
    const row = getState.get(name);
    return row && JSON.parse(String(row['document']));
  }

  function setState(name: string, state: object): void {
    begin();
    putState.run(name, JSON.stringify(state));
  }

  function idsAt(ordinal: number): readonly string[] {
    const text = String(idsOf.get(ordinal)?.['ids'] ?? '');
    return text === '' ? [] : text.split(' ');
  }

  function put(ordinal: number, contentId: ContentId, ids: readonly string[]): readonly string[] {
    const before = idsAt(ordinal);
    const came = ids.filter((id) => !before.includes(id));
    const went = before.filter((id) => !ids.includes(id));
    if (came.length === 0 && went.length === 0) return [];
    begin();
    if (ids.length === 0) dropPlace.run(ordinal);
    else putPlace.run(ordinal, contentId, ids.join(' '));
    const touched: string[] = [];
    for (const id of came) {
      putCopy.run(id, ordinal);
      if (hasTwo.get(id) === undefined) continue;
      share.run(id);
      touched.push(id);
    }
    for (const id of went) {
      dropCopy.run(id, ordinal);
      if (hasTwo.get(id) !== undefined || unshare.run(id).changes === 1) touched.push(id);
    }
    return touched;
  }

  function edition(): string {
    const known = stateOf('edition') as { readonly text: string } | undefined;
    if (known !== undefined) return known.text;
    const text = randomUUID();
    setState('edition', { text });
    commit();
    return text;
  }

  return {
    beginFilling: () => database.exec('pragma cache_size = -131072'),
    endFilling: () => database.exec('pragma cache_size = -2000; pragma shrink_memory'),
    edition,
    cursor: () => stateOf('cursor') as Cursor | undefined,
    setCursor: (cursor) => setState('cursor', cursor),
    put,
    idsAt,
    remove: (ordinal) => put(ordinal, '' as ContentId, []),
    placesWith: (id, limit) => places.all(id, limit).map((row) => String(row['content_id']) as ContentId),
    shared: () => allShared.all().map((row) => String(row['id'])),
    altered: () => allAltered.all().map((row) => String(row['content_id']) as ContentId),
    noteAltered(contentId) {
      begin();
      noteAltered.run(contentId);
    },
    clearAltered() {
      begin();
      clearAltered.run();
    },
    figures: () => stateOf('figures') as TwinFigures | undefined,
    setFigures: (figures) => setState('figures', figures),
    alone(work) {
      begin();
      const result = work();
      commit();
      return result;
    },
    commit,
    clear() {
      begin();
      database.exec('delete from place; delete from copy; delete from shared; delete from altered; delete from state');
      commit();
    },
    close() {
      try {
        commit();
      } finally {
        database.close();
      }
    },
  };
}
