/** Tariffs by their key. */
import type { DatabaseSync } from 'node:sqlite';
import { canonicalKey } from '@pantograph/model/location';
import type { ObjectKey, TariffRecord } from '@pantograph/model/location';
import type { Notice } from '@pantograph/model/notice';
import { compareInstants } from '../instants.ts';
import { sameContent, tariffText } from '../static-document.ts';
import type { TariffDocument } from '../static-document.ts';
import type { Outcome, StoredTariff } from '../store.ts';
import type { CountTable } from './count-table.ts';
import type { LogTable } from './log-table.ts';
import { integerIn, keyIn, textIn, walk } from './rows.ts';
import type { Row } from './rows.ts';

export interface TariffTable {
  put(record: TariffRecord): Outcome;
  remove(key: ObjectKey, removedAt: string, reason: string): Outcome;
  get(key: ObjectKey): StoredTariff | undefined;
  walk(): Iterable<StoredTariff>;
}

export function tariffTable(database: DatabaseSync, log: LogTable, counts: CountTable): TariffTable {
  const columns = 'source, country_code, party_id, id, seq, last_updated, notices, document';
  const select = database.prepare(`SELECT ordinal, removed_at, ${columns} FROM tariff WHERE canonical_key = ?`);
  const page = database.prepare(
    `SELECT ordinal, ${columns} FROM tariff WHERE ordinal > ? AND removed_at IS NULL ORDER BY ordinal LIMIT ?`,
  );
  const newest = database.prepare('SELECT coalesce(max(ordinal), 0) AS ordinal FROM tariff');
  const replace = database.prepare(
    `REPLACE INTO tariff (ordinal, canonical_key, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const confirm = database.prepare('UPDATE tariff SET last_updated = ?, notices = ? WHERE ordinal = ?');

  const bury = database.prepare('UPDATE tariff SET seq = ?, removed_at = ?, removal_reason = ? WHERE ordinal = ?');

  /** @param before where it was counted until now */
  function write(record: TariffRecord, ordinal: number, document: string, before?: string): void {
    const { source, countryCode, partyId, id } = record.key;
    const seq = log.append({ kind: 'tariff', key: record.key }, ordinal);
    const { last_updated } = record.tariff;
    const notices = JSON.stringify(record.notices);
    const key = canonicalKey(record.key);
    if (before !== undefined) counts.add(before, 'tariffs', -1);
    counts.add(source, 'tariffs', 1);
    replace.run(ordinal, key, source, countryCode, partyId, id, seq, last_updated, notices, document);
  }

  return {
    put: (record) => {
      const { last_updated } = record.tariff;
      const known = select.get(canonicalKey(record.key));
      if (known === undefined) {
        write(record, integerIn(newest.get(), 'ordinal') + 1, tariffText(record));
        return 'added';
      }
      const [ordinal, lastUpdated] = [integerIn(known, 'ordinal'), textIn(known, 'last_updated')];
      if (known['removed_at'] !== null) {
        write(record, ordinal, tariffText(record));
        return 'changed';
      }
      if (compareInstants(last_updated, lastUpdated) < 0) return 'stale';
      const document = tariffText(record);
      if (!sameContent(textIn(known, 'document'), document)) {
        write(record, ordinal, document, textIn(known, 'source'));
        return 'changed';
      }
      const notices = JSON.stringify(record.notices);
      if (last_updated !== lastUpdated || notices !== textIn(known, 'notices')) {
        confirm.run(last_updated, notices, ordinal);
      }
      return 'unchanged';
    },
    remove: (key, removedAt, reason) => {
      const known = select.get(canonicalKey(key));
      if (known === undefined) return 'absent';
      if (known['removed_at'] !== null) return 'unchanged';
      const ordinal = integerIn(known, 'ordinal');
      counts.add(textIn(known, 'source'), 'tariffs', -1);
      bury.run(log.append({ kind: 'tariff', key: keyIn(known) }, ordinal), removedAt, reason, ordinal);
      return 'changed';
    },
    get: (key) => {
      const row = select.get(canonicalKey(key));
      return row === undefined || row['removed_at'] !== null ? undefined : storedIn(row);
    },
    *walk() {
      for (const row of walk((after, count) => page.all(after, count))) yield storedIn(row);
    },
  };
}

function storedIn(row: Row): StoredTariff {
  const document = JSON.parse(textIn(row, 'document')) as TariffDocument;
  const notices = JSON.parse(textIn(row, 'notices')) as readonly Notice[];
  return { key: keyIn(row), ...document, notices, seq: integerIn(row, 'seq') };
}
