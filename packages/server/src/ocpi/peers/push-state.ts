/** How far the change log has been pushed to each peer, and how that is going. */
import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

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
  /** Names of the sources whose objects the peer is given; absent: those that may be passed on now. */
  readonly open?: readonly string[];
  /** That the peer had been told of, see `ToldParties`, and whose objects it has therefore been given. */
  readonly parties?: readonly string[];
  readonly lastRefusal?: Refusal;
}

const Refusal = z.object({
  /** `locations/NL/ABC/L1` */
  object: z.string(),
  answer: z.string(),
  /** UTC, ISO 8601. */
  at: z.string(),
});
export type Refusal = Readonly<z.infer<typeof Refusal>>;

const More = z.object({ parties: z.array(z.string()).exactOptional(), lastRefusal: Refusal.exactOptional() });

export interface PushStates {
  get(peer: string): PushState | undefined;
  put(peer: string, state: PushState): void;
  drop(peer: string): void;
}

export function pushStates(database: DatabaseSync): PushStates {
  const select =
    database.prepare(`select push.*, sources, document from push left join push_open using (peer) left join push_more using (peer)
     where peer = ?`);
  const replace = database.prepare(
    `replace into push (peer, seq, failures, next_try_at, last_problem, sent, refused, skipped_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const replaceOpen = database.prepare('replace into push_open (peer, sources) values (?, ?)');
  const replaceMore = database.prepare('replace into push_more (peer, document) values (?, ?)');
  const removeMore = database.prepare('delete from push_more where peer = ?');
  const remove = database.prepare('delete from push where peer = ?');
  const removeOpen = database.prepare('delete from push_open where peer = ?');
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
        ...(typeof row['sources'] === 'string' && { open: z.array(z.string()).parse(JSON.parse(row['sources'])) }),
        ...(typeof row['document'] === 'string' && More.parse(JSON.parse(row['document']))),
        ...Object.fromEntries(Object.entries(texts).filter(([, value]) => typeof value === 'string')),
      };
    },
    put: (peer, state) => {
      const { seq, failures, nextTryAt = null, lastProblem = null, sent, refused, skippedAt = null, open } = state;
      replace.run(peer, seq, failures, nextTryAt, lastProblem, sent, refused, skippedAt);
      if (open === undefined) removeOpen.run(peer);
      else replaceOpen.run(peer, JSON.stringify(open));
      replaceMore.run(peer, JSON.stringify(More.parse(state)));
    },
    drop: (peer) => {
      remove.run(peer);
      removeOpen.run(peer);
      removeMore.run(peer);
    },
  };
}
