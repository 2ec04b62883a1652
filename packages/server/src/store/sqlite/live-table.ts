/** What moves of a location while its document stays: statuses, removal, and when it last changed. */
import type { DatabaseSync } from 'node:sqlite';
import type { ContentId } from '@pantograph/model/location';
import type { StoredLocation } from '../store.ts';
import { oneRow } from './rows.ts';
import { readStatuses, statusesText } from './status-text.ts';

/** Of a stored location; `lastUpdated` is the newest the source has said. */
export interface Live extends Pick<StoredLocation, 'ordinal' | 'seq' | 'changedAt' | 'statuses' | 'removal'> {
  readonly lastUpdated: string;
}

export interface LiveRow {
  readonly ordinal: number;
  readonly seq: number;
  readonly changed_at: string;
  readonly last_updated: string;
  readonly removed_at: string | null;
  readonly removal_reason: string | null;
  readonly statuses: string;
}

/** Columns of a `LiveRow`, for queries that join the table. */
export const liveColumns = 'ordinal, seq, changed_at, last_updated, removed_at, removal_reason, statuses';

export interface LiveTable {
  find(contentId: ContentId): Live | undefined;
  write(live: Live): void;
}

export function liveTable(database: DatabaseSync): LiveTable {
  const select = database.prepare(
    `SELECT ${liveColumns} FROM live WHERE ordinal = (SELECT ordinal FROM location WHERE content_id = ?)`,
  );
  const replace = database.prepare(`REPLACE INTO live (${liveColumns}, evses) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`);
  return {
    find: (contentId) => {
      const row = oneRow<LiveRow>(select, contentId);
      return row && liveOf(row);
    },
    write: ({ ordinal, seq, changedAt, lastUpdated, removal, statuses }) => {
      const { removedAt = null, reason = null } = removal ?? {};
      const inUse = statuses.filter(({ status }) => status !== 'REMOVED').length;
      replace.run(ordinal, seq, changedAt, lastUpdated, removedAt, reason, statusesText(statuses), inUse);
    },
  };
}

export function liveOf(row: LiveRow): Live {
  const { ordinal, seq, changed_at: changedAt, last_updated: lastUpdated, removed_at: removedAt } = row;
  const live = { ordinal, seq, changedAt, lastUpdated, statuses: readStatuses(row.statuses) };
  return removedAt === null ? live : { ...live, removal: { removedAt, reason: row.removal_reason ?? '' } };
}
