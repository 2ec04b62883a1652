/** How far the change log has been pushed to each peer, and how that is going. */
import type { DatabaseSync } from 'node:sqlite';

export interface PushState {
  /** The last entry of the change log that the peer has, or that is none of its business. */
  readonly seq: number;
  /** In a row. */
  readonly failures: number;
  /** UTC, ISO 8601; absent: now. */
  readonly nextTryAt?: string;
  readonly lastProblem?: string;
  readonly sent: number;
  /** Objects that the peer did not want; they are not sent again. */
  readonly refused: number;
  /** When we gave up sending what had gathered: from then on the peer has to pull. */
  readonly skippedAt?: string;
}

export interface PushStates {
  get(peer: string): PushState | undefined;
  put(peer: string, state: PushState): void;
  drop(peer: string): void;
}

export function pushStates(database: DatabaseSync): PushStates {
  const select = database.prepare('select * from push where peer = ?');
  const replace = database.prepare(
    `replace into push (peer, seq, failures, next_try_at, last_problem, sent, refused, skipped_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = database.prepare('delete from push where peer = ?');
  return {
    get: (peer) => {
      const row = select.get(peer);
      if (row === undefined) return undefined;
      const texts = { nextTryAt: row['next_try_at'], lastProblem: row['last_problem'], skippedAt: row['skipped_at'] };
      return {
        seq: Number(row['seq']),
        failures: Number(row['failures']),
        sent: Number(row['sent']),
        refused: Number(row['refused']),
        ...Object.fromEntries(Object.entries(texts).filter(([, value]) => typeof value === 'string')),
      };
    },
    put: (peer, { seq, failures, nextTryAt = null, lastProblem = null, sent, refused, skippedAt = null }) => {
      replace.run(peer, seq, failures, nextTryAt, lastProblem, sent, refused, skippedAt);
    },
    drop: (peer) => {
      remove.run(peer);
    },
  };
}
