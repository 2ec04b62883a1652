/** Parties that our credentials named to each peer the last time: receivers take objects of no others. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

export interface ToldParties {
  /** As `NL/ABC`, in upper case. `undefined`: not known, or the peer's version names one party only. */
  get(peer: string): readonly string[] | undefined;
  put(peer: string, parties: readonly string[] | undefined): void;
}

export const toldPartiesSchema =
  'create table if not exists told_party (peer text primary key, parties text not null) strict';

export function toldParties(database: DatabaseSync): ToldParties {
  const select = database.prepare('select parties from told_party where peer = ?');
  const replace = database.prepare('replace into told_party (peer, parties) values (?, ?)');
  const remove = database.prepare('delete from told_party where peer = ?');
  return {
    get: (peer) => {
      const row = select.get(peer);
      return row && z.array(z.string()).parse(JSON.parse(String(row['parties'])));
    },
    put: (peer, parties) => {
      if (parties === undefined) remove.run(peer);
      else replace.run(peer, JSON.stringify(parties));
    },
  };
}
