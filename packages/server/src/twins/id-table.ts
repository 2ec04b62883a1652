/**
 * Which places have which normalised EVSE id, in a small SQLite file of its own: of a million places only those that
 * share an id with another have to be in memory. All of it follows from the store and is made anew where it is damaged.
 * Several processes may bring it up to the log at once: each step is a transaction and comes to the same rows.
 */
import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { ContentId } from '@pantograph/model/location';
import { asTableFailure, openTableFile } from './table-file.ts';

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

/** A file that is damaged, or of another version, is thrown away. `:memory:` keeps all in this process. */
export function openIdTable(path: string): IdTable {
  return nowhereElse(idTable(openTableFile(path)));
}

/** Whatever SQLite says of this table is told from what it says of other files. */
function nowhereElse(table: IdTable): IdTable {
  const methods = Object.entries(table) as readonly (readonly [string, (...args: readonly unknown[]) => unknown])[];
  const guarded = methods.map(([name, method]) => [
    name,
    (...args: readonly unknown[]) => asTableFailure(() => method(...args)),
  ]);
  return Object.fromEntries(guarded) as IdTable;
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
      try {
        const result = work();
        commit();
        return result;
      } catch (error) {
        if (isWriting) database.exec('rollback');
        isWriting = false;
        throw error;
      }
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
