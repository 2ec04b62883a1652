/**
 * The newest log entries that this process wrote, kept in memory: who follows the log in the same process reads them
 * within a moment, and need not have them read back and put together from the tables.
 */
import type { LogEntry } from '../store.ts';

export interface LogTail {
  /** In a fresh transaction, which goes on after this entry. What the one before had appended and not kept is forgotten. */
  begin(after: number): void;
  append(entry: LogEntry): void;
  /** What was appended is in the log for good. */
  keep(): void;
  /** As the log has them; `undefined` where they are not all here. */
  read(after: number, upTo: number, limit: number): readonly LogEntry[] | undefined;
  /** Entries up to this one are in the log no more. */
  forget(upTo: number): void;
}

export function logTail(most = 5_000): LogTail {
  /** Without gaps. */
  let kept: LogEntry[] = [];
  let appended: LogEntry[] = [];
  return {
    begin: (after) => {
      appended = [];
      // Somebody else has written since.
      if (kept.at(-1)?.seq !== after) kept = [];
    },
    append: (entry) => {
      appended.push(entry);
    },
    keep: () => {
      kept.push(...appended);
      appended = [];
      // Cut by half at a time, so that it costs next to nothing for each entry.
      if (kept.length > 2 * most) kept = kept.slice(-most);
    },
    read: (after, upTo, limit) => {
      const [first, last] = [kept[0]?.seq, kept.at(-1)?.seq];
      if (first === undefined || last === undefined || after < first - 1 || upTo > last) return undefined;
      return kept.slice(after + 1 - first, Math.max(0, Math.min(after + limit, upTo) + 1 - first));
    },
    forget: (upTo) => {
      kept = kept.filter(({ seq }) => seq > upTo);
    },
  };
}
