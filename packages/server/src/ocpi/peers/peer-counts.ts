/**
 * How much of what peers sent was taken, and how much was ignored because it was older. Kept in memory and written
 * every few seconds: a number for people is not worth a flush of the disk per push.
 */
import type { DatabaseSync } from 'node:sqlite';

export interface PeerCounts {
  add(peer: string, what: string, now: Date): void;
  /** By what was counted. */
  of(peer: string): Readonly<Record<string, number>>;
  flush(): void;
}

const FLUSH_MILLISECONDS = 5_000;

export function peerCounts(database: DatabaseSync): PeerCounts {
  const upsert = database.prepare(
    `insert into received (peer, what, count) values (?, ?, ?)
     on conflict (peer, what) do update set count = count + excluded.count`,
  );
  const select = database.prepare('select what, count from received where peer = ? order by what');
  const pending = new Map<string, Map<string, number>>();
  let flushedAt = Number.NEGATIVE_INFINITY;

  function flush(): void {
    if (pending.size === 0) return;
    for (const [peer, counts] of pending) for (const [what, count] of counts) upsert.run(peer, what, count);
    pending.clear();
  }

  return {
    add: (peer, what, now) => {
      const counts = pending.get(peer) ?? new Map<string, number>();
      pending.set(peer, counts.set(what, (counts.get(what) ?? 0) + 1));
      if (now.getTime() - flushedAt < FLUSH_MILLISECONDS) return;
      flushedAt = now.getTime();
      flush();
    },
    of: (peer) => {
      flush();
      return Object.fromEntries(select.all(peer).map((row) => [String(row['what']), Number(row['count'])]));
    },
    flush,
  };
}
