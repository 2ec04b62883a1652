/** Brings the table of ids up to the log of a store. */
import { entryAt, logAfter } from '../store/read-log.ts';
import type { Store, StoredLocation } from '../store/store.ts';
import type { Cursor, IdTable } from './id-table.ts';
import { idsIn } from './place-facts.ts';

type Log = Pick<Store, 'seq' | 'log'>;

export function cursorAt(store: Log, seq: number): Cursor {
  const entry = entryAt(store, seq);
  return { seq, entry: entry === undefined ? '' : JSON.stringify(entry) };
}

/** Where the table stands in this store's log; absent where it does not belong to the store, or to nothing. */
export function cursorIn(table: IdTable, store: Log): Cursor | undefined {
  const cursor = table.cursor();
  if (cursor === undefined || cursor.seq > store.seq()) return undefined;
  // Nothing but the beginning is known without an entry.
  if (cursor.entry === '' && cursor.seq > 0) return undefined;
  return cursorAt(store, cursor.seq).entry === cursor.entry ? cursor : undefined;
}

/** Returns the ids of which something changed. */
export function putPlace(table: IdTable, stored: Pick<StoredLocation, 'ordinal' | 'contentId' | 'location'>) {
  return table.put(stored.ordinal, stored.contentId, idsIn(stored));
}

const ENTRIES_AT_ONCE = 500;

/** The table as the store is now; where there is none to go on from, in memory. For commands beside a server. */
export function bringUp(table: IdTable, store: Pick<Store, 'seq' | 'log' | 'location'>): boolean {
  // Where nothing is to be done, nobody who writes is waited for.
  if (cursorIn(table, store)?.seq === store.seq()) return true;
  for (;;) {
    const isDone = table.alone(() => {
      const cursor = cursorIn(table, store);
      if (cursor === undefined) return undefined;
      const entries = logAfter(store, cursor.seq, ENTRIES_AT_ONCE);
      if (entries === undefined) return undefined;
      for (const entry of entries) {
        if (entry.kind !== 'location' && entry.kind !== 'removal') continue;
        const stored = store.location(entry.contentId);
        if (stored?.removal !== undefined) table.remove(stored.ordinal);
        else if (stored !== undefined) putPlace(table, stored);
      }
      const last = entries.at(-1);
      if (last !== undefined) table.setCursor(cursorAt(store, last.seq));
      return entries.length < ENTRIES_AT_ONCE;
    });
    if (isDone === undefined) return false;
    if (isDone) return true;
  }
}

/** All of the store at once, into an empty table. */
export function fill(table: IdTable, store: Pick<Store, 'seq' | 'log' | 'locations'>): void {
  const seq = store.seq();
  table.beginFilling();
  for (const stored of store.locations()) if (stored.removal === undefined) putPlace(table, stored);
  table.setCursor(cursorAt(store, seq));
  table.commit();
  table.endFilling();
}
