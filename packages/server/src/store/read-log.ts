/** The change log as its followers read it. */
import { LogGone } from './store.ts';
import type { LogEntry, Store } from './store.ts';

type Log = Pick<Store, 'log'>;

/** Entries after `seq`; `undefined` where the log begins later, so that whoever follows it has to begin anew. */
export function logAfter(store: Log, seq: number, limit: number): readonly LogEntry[] | undefined {
  try {
    return store.log(seq, limit);
  } catch (error) {
    if (error instanceof LogGone) return undefined;
    throw error;
  }
}

/** The entry itself; `undefined` where there is none, or none any more. */
export function entryAt(store: Log, seq: number): LogEntry | undefined {
  const [entry] = seq === 0 ? [] : (logAfter(store, seq - 1, 1) ?? []);
  return entry?.seq === seq ? entry : undefined;
}
