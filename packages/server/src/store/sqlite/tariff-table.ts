/** Tariffs by their key. */
import type { DatabaseSync } from 'node:sqlite';
import { canonicalKey } from '@pantograph/model/location';
import type { ObjectKey, TariffRecord } from '@pantograph/model/location';
import { compareInstants } from '../instants.ts';
import { parseJson } from '../parse-json.ts';
import { sameContent, tariffText } from '../static-document.ts';
import type { TariffDocument } from '../static-document.ts';
import type { Outcome, StoredTariff } from '../store.ts';
import type { LogTable } from './log-table.ts';
import { allRows, keyOf, oneRow, walk } from './rows.ts';
import type { KeyColumns } from './rows.ts';

export interface TariffTable {
  put(record: TariffRecord): Outcome;
  get(key: ObjectKey): StoredTariff | undefined;
  walk(): Iterable<StoredTariff>;
}

interface TariffRow extends KeyColumns {
  readonly ordinal: number;
  readonly seq: number;
  readonly last_updated: string;
  readonly document: string;
}

export function tariffTable(database: DatabaseSync, log: LogTable): TariffTable {
  const columns = 'source, country_code, party_id, id, seq, last_updated, document';
  const select = database.prepare(`SELECT ordinal, ${columns} FROM tariff WHERE canonical_key = ?`);
  const page = database.prepare(`SELECT ordinal, ${columns} FROM tariff WHERE ordinal > ? ORDER BY ordinal LIMIT ?`);
  const newest = database.prepare('SELECT max(ordinal) AS ordinal FROM tariff');
  const replace = database.prepare(
    `REPLACE INTO tariff (ordinal, canonical_key, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const confirm = database.prepare('UPDATE tariff SET last_updated = ? WHERE ordinal = ?');

  function write(record: TariffRecord, ordinal: number, document: string): void {
    const { source, countryCode, partyId, id } = record.key;
    const seq = log.append('tariff', ordinal);
    const { last_updated } = record.tariff;
    replace.run(ordinal, canonicalKey(record.key), source, countryCode, partyId, id, seq, last_updated, document);
  }

  return {
    put: (record) => {
      const { last_updated } = record.tariff;
      const known = oneRow<TariffRow>(select, canonicalKey(record.key));
      if (known === undefined) {
        const last = oneRow<{ ordinal: number | null }>(newest)?.ordinal ?? 0;
        write(record, last + 1, tariffText(record));
        return 'added';
      }
      if (compareInstants(last_updated, known.last_updated) < 0) return 'stale';
      const document = tariffText(record);
      if (!sameContent(known.document, document)) {
        write(record, known.ordinal, document);
        return 'changed';
      }
      if (last_updated !== known.last_updated) confirm.run(last_updated, known.ordinal);
      return 'unchanged';
    },
    get: (key) => {
      const row = oneRow<TariffRow>(select, canonicalKey(key));
      return row && storedOf(row);
    },
    *walk() {
      for (const row of walk((after, count) => allRows<TariffRow>(page, after, count))) yield storedOf(row);
    },
  };
}

function storedOf(row: TariffRow): StoredTariff {
  return { key: keyOf(row), ...parseJson<TariffDocument>(row.document), seq: row.seq };
}
