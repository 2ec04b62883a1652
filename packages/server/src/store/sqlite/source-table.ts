/** Sources and their terms. */
import type { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { SourceInfo } from '@pantograph/model/location';
import type { LogTable } from './log-table.ts';
import { integerIn, textIn } from './rows.ts';

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
      const known = select.get(source.name);
      if (known === undefined) {
        log.append({ kind: 'source', name: source.name }, Number(insert.run(source.name, terms).lastInsertRowid));
      } else if (!isDeepStrictEqual(JSON.parse(textIn(known, 'terms')), JSON.parse(terms))) {
        const ordinal = integerIn(known, 'ordinal');
        update.run(terms, ordinal);
        log.append({ kind: 'source', name: source.name }, ordinal);
      }
    },
    all: () => selectAll.all().map((row) => JSON.parse(textIn(row, 'terms')) as SourceInfo),
  };
}
