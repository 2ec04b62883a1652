/** Sources and their terms. */
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { SourceInfo } from '@pantograph/model/location';
import { parseJson } from '../parse-json.ts';
import type { LogTable } from './log-table.ts';
import { allRows, oneRow } from './rows.ts';

export interface SourceTable {
  put(source: SourceInfo): void;
  all(): readonly SourceInfo[];
}

export function sourceTable(database: DatabaseSync, log: LogTable): SourceTable {
  const select = database.prepare('SELECT ordinal, terms FROM source WHERE name = ?');
  const selectAll = database.prepare('SELECT terms FROM source ORDER BY ordinal');
  const insert = database.prepare('INSERT INTO source (name, terms) VALUES (?, ?)');
  const update = database.prepare('UPDATE source SET terms = ? WHERE ordinal = ?');
  return {
    put: (source) => {
      const terms = JSON.stringify(source);
      const known = oneRow<{ ordinal: number; terms: string }>(select, source.name);
      if (known === undefined) {
        log.append('source', Number(insert.run(source.name, terms).lastInsertRowid));
      } else if (!isDeepStrictEqual(parseJson(known.terms), parseJson(terms))) {
        update.run(terms, known.ordinal);
        log.append('source', known.ordinal);
      }
    },
    all: () => allRows<{ terms: string }>(selectAll).map(({ terms }) => parseJson<SourceInfo>(terms)),
  };
}
