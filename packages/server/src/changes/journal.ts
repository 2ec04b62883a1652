/**
 * What changes of the shown world without an entry in the store's log: statuses that fade by time, twins that are shown
 * in another's place. Kept beside the store so that a reader who was away, or a server that was, misses none of it. Of
 * each place only the last change stays; who reads it asks how the place is now.
 */
import { randomBytes } from 'node:crypto';
import type { ContentId } from '@pantograph/model/location';
import { openSmallDatabase } from '../small-database.ts';

export interface JournalEntry {
  readonly n: number;
  readonly contentId: ContentId;
  /** Nothing but the status of this EVSE. */
  readonly uid?: string;
  /** Nothing but what tariffs of the place say. */
  readonly tariffs?: boolean;
}

/** Up to where changes of tariffs have become changes of the places that show them. */
export interface TariffsTold {
  /** Entry of the store's log. */
  readonly seq: number;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/** How far the journal is complete. */
export interface Followed {
  /** Entry of the store's log, and its mark. */
  readonly seq: number;
  readonly mark: number;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** What statuses were believed by, as JSON. */
  readonly trust: string;
}

export interface Journal {
  /** Six bytes in hexadecimal digits; cursors name it. */
  readonly feed: string;
  /** As the journal found it; absent in a new one. */
  readonly followed: Followed | undefined;
  last(): number;
  add(changes: readonly Omit<JournalEntry, 'n'>[]): readonly JournalEntry[];
  after(n: number, limit: number): readonly JournalEntry[];
  putFollowed(followed: Followed): void;
  /** Absent in a new journal. */
  tariffsTold(): TariffsTold | undefined;
  putTariffsTold(told: TariffsTold): void;
  /** How a place was shown when it was told of as a whole, in a few letters; absent where it has changed otherwise since. */
  form(contentId: ContentId): string | undefined;
  putForm(contentId: ContentId, form: string): void;
  /**
   * The place has changed otherwise.
   * @param byLayer without an entry in the log: nobody but this journal knows that it is to be looked at after a start
   */
  loseForm(contentId: ContentId, byLayer: boolean): void;
  /** Which are to be looked at after a start: those of which a form is known, or was. */
  formed(): readonly ContentId[];
  close(): void;
}

export interface JournalOptions {
  /** Another one means another store. */
  readonly storeMark: string;
  /** Whether the store's log still is the one that was followed. */
  readonly continues: (followed: Followed) => boolean;
}

const schema = `
  create table if not exists feed (
    id integer primary key check (id = 1), feed text not null, store_mark text not null, next integer not null,
    seq integer, mark integer, at text, trust text
  ) strict;
  create table if not exists change (
    n integer primary key, content_id text not null, uid text not null, unique (content_id, uid)
  ) strict;
  create table if not exists tariff_change (n integer primary key, content_id text not null unique) strict;
  create table if not exists tariffs_told (
    id integer primary key check (id = 1), seq integer not null, at text not null
  ) strict;
  create table if not exists form (content_id text primary key, form text not null) strict, without rowid`;

/** No form is like this. */
const LOST = '';

/** Numbers left out at every start: a machine that lost its power may have given some out that are not on disk. */
const LEAP = 1_000_000;

/** A journal of another store, or of another past of this one, is begun anew: cursors of before are then refused. */
export function openJournal(path: string, { storeMark, continues }: JournalOptions): Journal {
  const database = openSmallDatabase(path, schema, 'normal');
  const before = database.prepare('select * from feed').get();
  const followed = followedIn(before);
  const isSame = before?.['store_mark'] === storeMark && (followed === undefined || continues(followed));
  if (!isSame) {
    database.exec(
      'delete from feed; delete from change; delete from tariff_change; delete from tariffs_told; delete from form',
    );
    const insert = database.prepare('insert into feed (id, feed, store_mark, next) values (1, ?, ?, 1)');
    insert.run(randomBytes(6).toString('hex'), storeMark);
  } else database.prepare('update feed set next = next + ?').run(LEAP);
  const own = database.prepare('select feed, next from feed').get();
  const select = database.prepare(
    `select n, content_id, uid, 0 as tariffs from change where n > ?1
     union all select n, content_id, '', 1 from tariff_change where n > ?1 order by n limit ?2`,
  );
  const insert = database.prepare('insert or replace into change (n, content_id, uid) values (?, ?, ?)');
  const insertTariffs = database.prepare('insert or replace into tariff_change (n, content_id) values (?, ?)');
  // Several servers over one directory write into one journal.
  const take = database.prepare('update feed set next = next + ? returning next');
  const lastTaken = database.prepare('select next - 1 as last from feed');
  const selectForm = database.prepare('select form from form where content_id = ?');
  const writeForm = database.prepare('replace into form (content_id, form) values (?, ?)');
  const selectFormed = database.prepare('select content_id from form order by content_id');
  const formed = (): readonly ContentId[] => selectFormed.all().map((row) => String(row['content_id']) as ContentId);
  // Most places that change have none.
  const places = new Set(formed());
  const lost = new Set<ContentId>();
  const selectTariffsTold = database.prepare('select seq, at from tariffs_told');
  const writeTariffsTold = database.prepare('replace into tariffs_told (id, seq, at) values (1, ?, ?)');
  const write = database.prepare('update feed set seq = ?, mark = ?, at = ?, trust = ?');

  return {
    feed: String(own?.['feed']),
    followed: isSame ? followed : undefined,
    last: () => Number(lastTaken.get()?.['last']),
    add: (changes) => {
      database.exec('begin immediate');
      try {
        const first = Number(take.get(changes.length)?.['next']) - changes.length;
        const added = changes.map((change, index) => ({ ...change, n: first + index }));
        for (const { n, contentId, uid = '', tariffs = false } of added) {
          if (tariffs) insertTariffs.run(n, contentId);
          else insert.run(n, contentId, uid);
        }
        database.exec('commit');
        return added;
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    after: (n, limit) =>
      select.all(n, limit).map((row) => {
        const uid = String(row['uid']);
        const contentId = String(row['content_id']) as ContentId;
        const tariffs = row['tariffs'] === 1 && { tariffs: true };
        return { n: Number(row['n']), contentId, ...(uid !== '' && { uid }), ...tariffs };
      }),
    putFollowed: ({ seq, mark, at, trust }) => {
      write.run(seq, mark, at, trust);
    },
    tariffsTold: () => {
      const row = selectTariffsTold.get();
      return row && { seq: Number(row['seq']), at: String(row['at']) };
    },
    putTariffsTold: ({ seq, at }) => {
      writeTariffsTold.run(seq, at);
    },
    form: (contentId) => {
      const form = places.has(contentId) ? selectForm.get(contentId)?.['form'] : LOST;
      return form === LOST ? undefined : String(form);
    },
    putForm: (contentId, form) => {
      places.add(contentId);
      lost.delete(contentId);
      writeForm.run(contentId, form);
    },
    loseForm: (contentId, byLayer) => {
      if (lost.has(contentId) || (!byLayer && !places.has(contentId))) return;
      places.add(contentId);
      lost.add(contentId);
      writeForm.run(contentId, LOST);
    },
    formed,
    close: () => database.close(),
  };
}

function followedIn(row: Readonly<Record<string, unknown>> | undefined): Followed | undefined {
  if (row === undefined || row['seq'] === null) return undefined;
  const { seq, mark, at, trust } = row;
  return { seq: Number(seq), mark: Number(mark), at: String(at), trust: String(trust) };
}
