/**
 * What pulls remember, in a small SQLite file of its own beside the data: it is about fetching and holds no charge
 * points. Several processes share it: `pantograph source pull` and a server.
 */
import { openSmallDatabase } from '../../small-database.ts';
import { PullState, noPullYet } from './pull-state.ts';

export type AbsentKind = 'location' | 'tariff';

/** An object that is stored and was not in the last full pulls. */
export interface Absence {
  /** Content id of a location, canonical key of a tariff. */
  readonly id: string;
  /** Full pulls in a row. */
  readonly pulls: number;
  /** When it was missed first. */
  readonly since: string;
}

export interface SourceStates {
  get(source: string): PullState;
  put(source: string, state: PullState): void;
  names(): readonly string[];
  /** Definition and data may go; then this should too. */
  forget(source: string): void;
  absences(source: string, kind: AbsentKind): ReadonlyMap<string, Absence>;
  replaceAbsences(source: string, kind: AbsentKind, absences: Iterable<Absence>): void;
  /** True where nobody else holds the source at `now`; to be renewed before `until`. */
  lease(source: string, holder: string, now: Date, until: Date): boolean;
  release(source: string, holder: string): void;
  /** A number that is another whenever some process has changed something. */
  version(): string;
  close(): void;
}

const schema = `
  create table if not exists source (name text primary key, document text not null) strict;
  create table if not exists absence (
    source text not null, kind text not null, id text not null, pulls integer not null, since text not null,
    primary key (source, kind, id)
  ) strict, without rowid;
  create table if not exists lease (source text primary key, holder text not null, until text not null) strict`;

export function openSourceStates(path: string): SourceStates {
  const database = openSmallDatabase(path, schema);
  const select = database.prepare('select document from source where name = ?');
  const selectNames = database.prepare('select name from source order by rowid');
  const write = database.prepare(
    'insert into source (name, document) values (?, ?) on conflict (name) do update set document = excluded.document',
  );
  const selectAbsences = database.prepare('select id, pulls, since from absence where source = ? and kind = ?');
  const dropAbsences = database.prepare('delete from absence where source = ? and kind = ?');
  const addAbsence = database.prepare('insert into absence (source, kind, id, pulls, since) values (?, ?, ?, ?, ?)');
  const takeLease = database.prepare(
    `insert into lease (source, holder, until) values (:source, :holder, :until)
     on conflict (source) do update set holder = excluded.holder, until = excluded.until
     where lease.holder = excluded.holder or lease.until <= :now`,
  );
  const dropLease = database.prepare('delete from lease where source = ? and holder = ?');
  const dataVersion = database.prepare('pragma data_version');
  let own = 0;

  function inTransaction(work: () => void): void {
    own++;
    database.exec('begin immediate');
    try {
      work();
      database.exec('commit');
    } catch (error) {
      database.exec('rollback');
      throw error;
    }
  }

  return {
    get: (source) => {
      const row = select.get(source);
      return row === undefined ? noPullYet : PullState.parse(JSON.parse(String(row['document'])));
    },
    put: (source, state) => {
      own++;
      write.run(source, JSON.stringify(PullState.parse(state)));
    },
    names: () => selectNames.all().map((row) => String(row['name'])),
    forget: (source) => {
      inTransaction(() => {
        database.prepare('delete from source where name = ?').run(source);
        database.prepare('delete from absence where source = ?').run(source);
      });
    },
    absences: (source, kind) =>
      new Map(
        selectAbsences.all(source, kind).map((row) => {
          const id = String(row['id']);
          return [id, { id, pulls: Number(row['pulls']), since: String(row['since']) }];
        }),
      ),
    replaceAbsences: (source, kind, absences) => {
      inTransaction(() => {
        dropAbsences.run(source, kind);
        for (const { id, pulls, since } of absences) addAbsence.run(source, kind, id, pulls, since);
      });
    },
    lease: (source, holder, now, until) =>
      takeLease.run({ source, holder, now: now.toISOString(), until: until.toISOString() }).changes === 1,
    release: (source, holder) => {
      dropLease.run(source, holder);
    },
    version: () => `${String(dataVersion.get()?.['data_version'])}.${String(own)}`,
    close: () => database.close(),
  };
}
