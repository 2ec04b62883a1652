/** What moves of a location while its document stays: statuses, removal, and when it last changed. */
import type { DatabaseSync } from 'node:sqlite';
import type { ContentId, EvseStatus } from '@pantograph/model/location';
import type { StoredLocation } from '../store.ts';
import { integerIn, textIn, textOrNothingIn } from './rows.ts';
import type { Row } from './rows.ts';
import { readStatuses, statusesText } from './status-text.ts';

/** Of a stored location; `lastUpdated` is the newest the source has said. */
export interface Live extends Pick<
  StoredLocation,
  'ordinal' | 'seq' | 'changedAt' | 'statuses' | 'removal' | 'returnedAt'
> {
  readonly lastUpdated: string;
}

export interface LiveTable {
  find(contentId: ContentId): Live | undefined;
  /** `returnedAt` follows from what was written before. */
  write(live: Omit<Live, 'returnedAt'>): void;
}

/** What `liveIn` reads of a row. */
export const liveColumns = 'ordinal, seq, changed_at, last_updated, removed_at, removal_reason, returned_at, statuses';

export function liveTable(database: DatabaseSync): LiveTable {
  const select = database.prepare(
    `SELECT ${liveColumns} FROM live WHERE ordinal = (SELECT ordinal FROM location WHERE content_id = ?)`,
  );
  const replace = database.prepare(
    `INSERT INTO live (ordinal, seq, changed_at, last_updated, removed_at, removal_reason, statuses, evses)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (ordinal) DO UPDATE SET
       returned_at = CASE
         WHEN live.removed_at IS NULL OR excluded.removed_at IS NOT NULL THEN live.returned_at
         ELSE max(live.removed_at, excluded.changed_at) END,
       seq = excluded.seq, changed_at = excluded.changed_at, last_updated = excluded.last_updated,
       removed_at = excluded.removed_at, removal_reason = excluded.removal_reason,
       statuses = excluded.statuses, evses = excluded.evses`,
  );
  return {
    find: (contentId) => {
      const row = select.get(contentId);
      return row && liveIn(row);
    },
    write: ({ ordinal, seq, changedAt, lastUpdated, removal, statuses }) => {
      const { removedAt = null, reason = null } = removal ?? {};
      replace.run(ordinal, seq, changedAt, lastUpdated, removedAt, reason, statusesText(statuses), inUse(statuses));
    },
  };
}

/** How many of these EVSEs are not REMOVED. */
export function inUse(statuses: readonly EvseStatus[]): number {
  return statuses.filter(({ status }) => status !== 'REMOVED').length;
}

export function liveIn(row: Row): Live {
  const live = {
    ordinal: integerIn(row, 'ordinal'),
    seq: integerIn(row, 'seq'),
    changedAt: textIn(row, 'changed_at'),
    lastUpdated: textIn(row, 'last_updated'),
    statuses: readStatuses(textIn(row, 'statuses')),
  };
  const removedAt = textOrNothingIn(row, 'removed_at');
  const returnedAt = textOrNothingIn(row, 'returned_at');
  return {
    ...live,
    ...(removedAt !== undefined && { removal: { removedAt, reason: textIn(row, 'removal_reason') } }),
    ...(returnedAt !== undefined && { returnedAt }),
  };
}
