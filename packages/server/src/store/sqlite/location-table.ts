/** Locations with their statuses and removals. Documents, and what moves more often than they do, are kept apart. */
import type { DatabaseSync } from 'node:sqlite';
import { canonicalKey } from '@pantograph/model/location';
import type { ContentId, EvseStatus, LocationRecord } from '@pantograph/model/location';
import { judgeLocation, statusesOf } from '../judge-location.ts';
import { indexOfEvse, judgeStatus } from '../judge-status.ts';
import { parseJson } from '../parse-json.ts';
import { locationOf, locationText } from '../static-document.ts';
import type { StaticDocument } from '../static-document.ts';
import type { Outcome, StoredLocation } from '../store.ts';
import { liveColumns, liveOf, liveTable } from './live-table.ts';
import type { LiveRow } from './live-table.ts';
import type { LogTable } from './log-table.ts';
import { allRows, keyOf, oneRow, walk } from './rows.ts';
import type { KeyColumns } from './rows.ts';

export interface LocationTable {
  put(record: LocationRecord, receivedAt: string): Outcome;
  putStatus(contentId: ContentId, status: EvseStatus): Outcome;
  remove(contentId: ContentId, removedAt: string, reason: string): Outcome;
  get(contentId: ContentId): StoredLocation | undefined;
  walk(afterOrdinal?: number, limit?: number): Iterable<StoredLocation>;
}

interface LocationRow extends KeyColumns, LiveRow {
  readonly content_id: ContentId;
  readonly document: string;
}

export function locationTable(database: DatabaseSync, log: LogTable): LocationTable {
  const live = liveTable(database);
  const joined = `SELECT content_id, source, country_code, party_id, id, document, ${liveColumns}
    FROM location JOIN live USING (ordinal)`;
  const select = database.prepare(`${joined} WHERE content_id = ?`);
  const page = database.prepare(`${joined} WHERE ordinal > ? ORDER BY ordinal LIMIT ?`);
  const insert = database.prepare(
    'INSERT INTO location (content_id, source, country_code, party_id, id, document) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare(
    'UPDATE location SET source = ?, country_code = ?, party_id = ?, id = ?, document = ? WHERE ordinal = ?',
  );

  function add(record: LocationRecord, receivedAt: string): Outcome {
    const { source, countryCode, partyId, id } = record.key;
    const document = locationText(record);
    const { lastInsertRowid } = insert.run(record.contentId, source, countryCode, partyId, id, document);
    const ordinal = Number(lastInsertRowid);
    live.write({
      ordinal,
      seq: log.append('location', ordinal),
      changedAt: receivedAt,
      lastUpdated: record.location.last_updated,
      statuses: statusesOf(record, receivedAt),
    });
    return 'added';
  }

  function replace(record: LocationRecord, receivedAt: string, row: LocationRow): Outcome {
    const known = liveOf(row);
    const { ordinal } = known;
    const { outcome, document, lastUpdated, statuses, visible } = judgeLocation(record, receivedAt, {
      document: row.document,
      lastUpdated: known.lastUpdated,
      statuses: known.statuses,
      removed: known.removal !== undefined,
    });
    if (document !== undefined) {
      const { source, countryCode, partyId, id } = record.key;
      update.run(source, countryCode, partyId, id, document, ordinal);
    }
    if (visible === 'location') {
      live.write({ ordinal, seq: log.append('location', ordinal), changedAt: receivedAt, lastUpdated, statuses });
    } else if (visible.length > 0) {
      const seqs = visible.map((status) => log.append('status', ordinal, status));
      live.write({ ordinal, seq: Math.max(...seqs), changedAt: receivedAt, lastUpdated, statuses });
    } else if (lastUpdated !== known.lastUpdated) {
      // Seen by nobody, but from now on an older document is known to be older.
      live.write({ ...known, lastUpdated });
    }
    return outcome;
  }

  return {
    put: (record, receivedAt) => {
      const row = oneRow<LocationRow>(select, record.contentId);
      if (row === undefined) return add(record, receivedAt);
      refuseCollision(record, row);
      return replace(record, receivedAt, row);
    },
    putStatus: (contentId, claim) => {
      const known = live.find(contentId);
      if (known === undefined || known.removal !== undefined) return 'absent';
      const index = indexOfEvse(known.statuses, claim.uid);
      const current = known.statuses[index];
      if (current === undefined) return 'absent';
      const verdict = judgeStatus(current, claim);
      if (verdict !== 'changed') return verdict;
      const { ordinal } = known;
      // Spelt as in the document, so that a follower of the log finds it there.
      const status = { ...claim, uid: current.uid };
      const seq = log.append('status', ordinal, status);
      live.write({ ...known, seq, changedAt: claim.receivedAt, statuses: known.statuses.with(index, status) });
      return 'changed';
    },
    remove: (contentId, removedAt, reason) => {
      const known = live.find(contentId);
      if (known === undefined) return 'absent';
      if (known.removal !== undefined) return 'unchanged';
      const seq = log.append('removal', known.ordinal);
      live.write({ ...known, seq, changedAt: removedAt, removal: { removedAt, reason } });
      return 'changed';
    },
    get: (contentId) => {
      const row = oneRow<LocationRow>(select, contentId);
      return row && storedOf(row);
    },
    *walk(afterOrdinal, limit) {
      const rows = walk((after, count) => allRows<LocationRow>(page, after, count), afterOrdinal, limit);
      for (const row of rows) yield storedOf(row);
    },
  };
}

/** Two keys with one content id would make one location out of two. */
function refuseCollision({ contentId, key }: LocationRecord, row: LocationRow): void {
  const [known, coming] = [canonicalKey(keyOf(row)), canonicalKey(key)];
  if (known === coming) return;
  throw new Error(
    `content id ${contentId} belongs to ${JSON.stringify(keyOf(row))} and is refused for ${JSON.stringify(key)}`,
  );
}

function storedOf(row: LocationRow): StoredLocation {
  const { ordinal, seq, changedAt, statuses, removal } = liveOf(row);
  const document = parseJson<StaticDocument>(row.document);
  return {
    contentId: row.content_id,
    key: keyOf(row),
    location: locationOf(document, statuses),
    extension: document.extension,
    notices: document.notices,
    ordinal,
    seq,
    changedAt,
    statuses,
    ...(removal && { removal }),
  };
}
