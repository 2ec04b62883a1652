/**
 * The keys of a server, in a small SQLite file of their own beside the data: charge points are passed on and rebuilt,
 * keys are not. Several processes share it: `pantograph key` writes while servers read.
 */
import { openSmallDatabase } from '../small-database.ts';
import type { KeyInfo, KnownKey } from './key-info.ts';
import { keyRow, readKeyRow } from './key-row.ts';

export interface KeyStore {
  add(key: KnownKey): void;
  list(): readonly KeyInfo[];
  /** False: there is no such key, or it was revoked before. */
  revoke(id: string, revokedAt: string): boolean;
  /** Revoked keys included. Reads memory; what another process changed is seen within a second of `now`. */
  find(id: string, now: Date): KnownKey | undefined;
  /** Keys that are not revoked. */
  countActive(): number;
  markUsed(id: string, now: Date): void;
  close(): void;
}

const schema = `
  create table if not exists key (
    id text primary key,
    name text not null,
    secret_hash blob not null,
    rights text not null,
    rate_per_second real,
    burst integer,
    created_at text not null,
    revoked_at text,
    last_used_on text
  ) strict`;

const refreshMilliseconds = 1000;

/** `path` of the database file; it is made readable to its owner only. */
export function openKeyStore(path: string): KeyStore {
  const database = openSmallDatabase(path, schema);
  const insert = database.prepare(
    `insert into key (id, name, secret_hash, rights, rate_per_second, burst, created_at)
     values (:id, :name, :secret_hash, :rights, :rate_per_second, :burst, :created_at)`,
  );
  const selectAll = database.prepare('select * from key order by created_at, id');
  const setRevoked = database.prepare('update key set revoked_at = ? where id = ? and revoked_at is null');
  const setUsed = database.prepare('update key set last_used_on = :day where id = :id and last_used_on is not :day');
  const version = database.prepare('pragma data_version');

  const read = (): Map<string, KnownKey> =>
    new Map(
      selectAll
        .all()
        .map(readKeyRow)
        .map((key) => [key.id, key]),
    );
  let keys = read();
  let seenVersion = version.get()?.['data_version'];
  let lookAgainAt = 0;
  let today = { until: 0, name: '' };

  return {
    add(key) {
      insert.run(keyRow(key));
      keys = read();
    },
    list: () => [...read().values()].map(({ secretHash: _secretHash, ...info }) => info),
    revoke(id, revokedAt) {
      const { changes } = setRevoked.run(revokedAt, id);
      keys = read();
      return Number(changes) > 0;
    },
    find(id, now) {
      if (now.getTime() >= lookAgainAt) {
        lookAgainAt = now.getTime() + refreshMilliseconds;
        // SQLite counts here the commits of other connections only.
        const current = version.get()?.['data_version'];
        if (current !== seenVersion) {
          seenVersion = current;
          keys = read();
        }
      }
      return keys.get(id);
    },
    countActive: () => [...read().values()].filter((key) => key.revokedAt === undefined).length,
    markUsed(id, now) {
      if (now.getTime() >= today.until) today = dayOf(now);
      const day = today.name;
      const key = keys.get(id);
      if (key === undefined || key.lastUsedOn === day) return;
      // Remembered first: where the disk takes nothing, it is asked once a day and not with every request.
      keys.set(id, { ...key, lastUsedOn: day });
      setUsed.run({ id, day });
    },
    close: () => {
      database.close();
    },
  };
}

const dayMilliseconds = 86_400_000;

function dayOf(now: Date): { until: number; name: string } {
  const until = (Math.floor(now.getTime() / dayMilliseconds) + 1) * dayMilliseconds;
  return { until, name: now.toISOString().slice(0, 10) };
}
