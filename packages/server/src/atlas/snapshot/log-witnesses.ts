/** Entries of a store's log, written down to tell later whether a log is the same one and has gone on from there. */
import { logAfter } from '../../store/read-log.ts';
import type { LogEntry, Store } from '../../store/store.ts';

export interface Witness {
  readonly entry: LogEntry;
  /** Ours of the location, where the entry is the last that changed it: two stores of one feed differ in that at least. */
  readonly changedAt?: string;
}

type LogOwner = Pick<Store, 'seq' | 'log' | 'logSpan' | 'location'>;

const WITNESSES = 16;

/** The last entries up to `seq`. */
export function witnessesOf(store: LogOwner, seq: number): readonly Witness[] {
  const entries = store.log(Math.max(store.logSpan().seq, seq - WITNESSES), WITNESSES);
  return entries.flatMap((entry) => {
    if (entry.seq > seq) return [];
    const stored = 'contentId' in entry ? store.location(entry.contentId) : undefined;
    return [stored?.seq === entry.seq ? { entry, changedAt: stored.changedAt } : { entry }];
  });
}

/** Why the store's log does not go on from where the witnesses were taken; `undefined` where it does. */
export function contradictionOf(store: LogOwner, seq: number, witnesses: readonly Witness[]): string | undefined {
  if (store.seq() < seq) return `it is ahead of the store, at ${String(seq)} of ${String(store.seq())}`;
  const [first] = witnesses;
  const entries = first === undefined ? [] : (logAfter(store, first.entry.seq - 1, witnesses.length) ?? []);
  const isUnknown = first === undefined && seq > 0;
  if (isUnknown || entries.length < witnesses.length || entries[0]?.seq !== first?.entry.seq) {
    return `the log does not reach back to ${String(seq)}`;
  }
  const isOther = witnesses.some(({ entry, changedAt }, at) => {
    if (JSON.stringify(entries[at]) !== JSON.stringify(entry)) return true;
    const stored = 'contentId' in entry && changedAt !== undefined ? store.location(entry.contentId) : undefined;
    return stored?.seq === entry.seq && stored.changedAt !== changedAt;
  });
  return isOther ? 'it belongs to another store' : undefined;
}
