/** Locations with their statuses and removals. Documents, and what moves more often than they do, are kept apart. */
import type { DatabaseSync } from 'node:sqlite';
import { canonicalKey } from '@pantograph/model/location';
import type { ContentId, EvseStatus, ObjectKey } from '@pantograph/model/location';
import type { Notice } from '@pantograph/model/notice';
import { judgeLocation, statusesOf } from '../judge-location.ts';
import { indexOfEvse, judgeStatus } from '../judge-status.ts';
import type { PreparedLocation } from '../prepared-location.ts';
import { locationOf } from '../static-document.ts';
import type { StaticDocument } from '../static-document.ts';
import type { Outcome, StoredLocation } from '../store.ts';
import type { CountTable } from './count-table.ts';
import { inUse, liveColumns, liveIn, liveTable } from './live-table.ts';
import type { Live } from './live-table.ts';
import type { LogTable } from './log-table.ts';
import { keyIn, textIn, walk } from './rows.ts';
import type { Row } from './rows.ts';

export interface LocationTable {
  put(location: PreparedLocation, receivedAt: string): Outcome;
  putStatus(contentId: ContentId, status: EvseStatus): Outcome;
  remove(contentId: ContentId, removedAt: string, reason: string): Outcome;
  get(contentId: ContentId): StoredLocation | undefined;
  /** The newest `last_updated` that the source has said, shown or not. */
  newest(contentId: ContentId): string | undefined;
  walk(afterOrdinal?: number, limit?: number): Iterable<StoredLocation>;
  /** Of locations that are not removed. */
  contentIds(source: string): Iterable<ContentId>;
}

export function locationTable(database: DatabaseSync, log: LogTable, counts: CountTable): LocationTable {
  const live = liveTable(database);
  const joined = `SELECT content_id, source, country_code, party_id, id, notices, document, ${liveColumns}
    FROM location JOIN live USING (ordinal)`;
  const select = database.prepare(`${joined} WHERE content_id = ?`);
  const page = database.prepare(`${joined} WHERE ordinal > ? ORDER BY ordinal LIMIT ?`);
  const ofSource = database.prepare(
    `SELECT ordinal, content_id FROM location WHERE source = ? AND ordinal > ?
      AND EXISTS (SELECT 1 FROM live WHERE live.ordinal = location.ordinal AND removed_at IS NULL)
      ORDER BY ordinal LIMIT ?`,
  );
  const insert = database.prepare(
    'INSERT INTO location (content_id, source, country_code, party_id, id, notices, document) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const update = database.prepare(
    'UPDATE location SET source = ?, country_code = ?, party_id = ?, id = ?, notices = ?, document = ? WHERE ordinal = ?',
  );
  const selectSource = database.prepare('SELECT source FROM location WHERE ordinal = ?');

  function count(source: string, { removal, statuses }: Pick<Live, 'removal' | 'statuses'>, by: 1 | -1): void {
    if (removal !== undefined) return counts.add(source, 'removed', by);
    counts.add(source, 'locations', by);
    counts.add(source, 'evses', by * inUse(statuses));
  }

  function sourceOf(ordinal: number): string {
    return textIn(selectSource.get(ordinal) ?? {}, 'source');
  }

  function add(location: PreparedLocation, receivedAt: string): Outcome {
    const { source, countryCode, partyId, id } = location.key;
    const { contentId, notices, document, lastUpdated } = location;
    const written = insert.run(contentId, source, countryCode, partyId, id, notices, document);
    const ordinal = Number(written.lastInsertRowid);
    const statuses = statusesOf(location, receivedAt);
    const seq = log.append({ kind: 'location', contentId }, ordinal);
    live.write({ ordinal, seq, changedAt: receivedAt, lastUpdated, statuses });
    count(source, { statuses }, 1);
    return 'added';
  }

  function replace(location: PreparedLocation, receivedAt: string, row: Row): Outcome {
    const known = liveIn(row);
    const { ordinal } = known;
    const { contentId } = location;
    const { outcome, texts, lastUpdated, statuses, visible } = judgeLocation(location, receivedAt, {
      document: textIn(row, 'document'),
      notices: textIn(row, 'notices'),
      lastUpdated: known.lastUpdated,
      statuses: known.statuses,
      removed: known.removal !== undefined,
    });
    if (texts !== undefined) {
      const { source, countryCode, partyId, id } = location.key;
      update.run(source, countryCode, partyId, id, texts.notices, texts.document, ordinal);
    }
    // A removed one is there again. The source may be spelt otherwise now.
    count(textIn(row, 'source'), known, -1);
    count(texts === undefined ? textIn(row, 'source') : location.key.source, { statuses }, 1);
    if (visible === 'location') {
      const seq = log.append({ kind: 'location', contentId }, ordinal);
      live.write({ ordinal, seq, changedAt: receivedAt, lastUpdated, statuses });
    } else if (visible.length > 0) {
      const seqs = visible.map((status) => log.append({ kind: 'status', contentId, status }, ordinal));
      live.write({ ordinal, seq: Math.max(...seqs), changedAt: receivedAt, lastUpdated, statuses });
    } else if (lastUpdated !== known.lastUpdated) {
      // Seen by nobody, but from now on an older document is known to be older.
      live.write({ ...known, lastUpdated });
    }
    return outcome;
  }

  return {
    put: (location, receivedAt) => {
      const row = select.get(location.contentId);
      if (row === undefined) return add(location, receivedAt);
      refuseCollision(location, row);
      return replace(location, receivedAt, row);
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
      const seq = log.append({ kind: 'status', contentId, status }, ordinal);
      const statuses = known.statuses.with(index, status);
      live.write({ ...known, seq, changedAt: claim.receivedAt, statuses });
      const more = inUse(statuses) - inUse(known.statuses);
      if (more !== 0) counts.add(sourceOf(ordinal), 'evses', more);
      return 'changed';
    },
    remove: (contentId, removedAt, reason) => {
      const known = live.find(contentId);
      if (known === undefined) return 'absent';
      if (known.removal !== undefined) return 'unchanged';
      const seq = log.append({ kind: 'removal', contentId }, known.ordinal);
      const gone = { ...known, seq, changedAt: removedAt, removal: { removedAt, reason } };
      live.write(gone);
      const source = sourceOf(known.ordinal);
      count(source, known, -1);
      count(source, gone, 1);
      return 'changed';
    },
    newest: (contentId) => live.find(contentId)?.lastUpdated,
    get: (contentId) => {
      const row = select.get(contentId);
      return row && storedIn(row);
    },
    *walk(afterOrdinal, limit) {
      const rows = walk((after, count) => page.all(after, count), afterOrdinal, limit);
      for (const row of rows) yield storedIn(row);
    },
    *contentIds(source) {
      const rows = walk((after, count) => ofSource.all(source, after, count));
      for (const row of rows) yield textIn(row, 'content_id') as ContentId;
    },
  };
}

/** Two keys with one content id would make one location out of two. */
function refuseCollision({ contentId, key }: PreparedLocation, row: Row): void {
  const known = keyIn(row);
  if (sameSpelling(known, key) || canonicalKey(known) === canonicalKey(key)) return;
  throw new Error(
    `content id ${contentId} belongs to ${JSON.stringify(known)} and is refused for ${JSON.stringify(key)}`,
  );
}

/** True nearly always, and much cheaper than comparing without case. */
function sameSpelling(one: ObjectKey, other: ObjectKey): boolean {
  return (
    one.id === other.id &&
    one.source === other.source &&
    one.partyId === other.partyId &&
    one.countryCode === other.countryCode
  );
}

function storedIn(row: Row): StoredLocation {
  const { ordinal, seq, changedAt, statuses, removal, returnedAt } = liveIn(row);
  const document = JSON.parse(textIn(row, 'document')) as StaticDocument;
  return {
    contentId: textIn(row, 'content_id') as ContentId,
    key: keyIn(row),
    location: locationOf(document, statuses),
    extension: document.extension,
    notices: JSON.parse(textIn(row, 'notices')) as readonly Notice[],
    ordinal,
    seq,
    changedAt,
    statuses,
    ...(removal && { removal }),
    ...(returnedAt !== undefined && { returnedAt }),
  };
}
