/** Turns what a store holds and logs into changes of a world. */
import type { ContentId } from '@pantograph/model/location';
import type { LogEntry, Store, StoredLocation } from '../store/store.ts';
import type { Documents, Removal, World } from './world.ts';

interface StoreReader {
  /** Everything the store holds; returns the log entry up to which that is complete for certain. */
  load(): number;
  /** Sources and tariffs alone, for a world that knows the rest. */
  loadTerms(): void;
  /** Entries come in the order of the log. */
  apply(entry: LogEntry): void;
  /** Says that every entry up to `seq` was applied. */
  caughtUp(seq: number): void;
  /** The log entry up to which some of what was applied is ahead of the rest; 0 where nothing is. */
  aheadTo(): number;
}

export function storeReader(store: Store, world: World): StoreReader {
  // A location is read as it is now, which may be ahead of the log. Status entries that it holds already must not turn
  // it back.
  const ahead = new Map<string, number>();

  function putLocation(stored: StoredLocation, seq: number): void {
    if (stored.seq > seq) ahead.set(stored.contentId, stored.seq);
    if (stored.removal === undefined) world.apply({ kind: 'location', record: stored });
    else world.apply({ kind: 'removal', contentId: stored.contentId, ...stored.removal });
  }

  function loadTerms(): void {
    for (const source of store.sources()) world.apply({ kind: 'source', source });
    for (const record of store.tariffs()) world.apply({ kind: 'tariff', record });
  }

  return {
    loadTerms,
    load() {
      const seq = store.seq();
      loadTerms();
      for (const stored of store.locations()) putLocation(stored, seq);
      return seq;
    },
    apply(entry) {
      switch (entry.kind) {
        case 'source':
          for (const source of store.sources()) {
            if (source.name === entry.name) world.apply({ kind: 'source', source });
          }
          break;
        case 'tariff': {
          const record = store.tariff(entry.key);
          // What the log names and the store has no more was removed.
          world.apply(record === undefined ? { kind: 'tariffRemoval', key: entry.key } : { kind: 'tariff', record });
          break;
        }
        case 'location':
        case 'removal': {
          const stored = store.location(entry.contentId);
          if (stored !== undefined) putLocation(stored, entry.seq);
          break;
        }
        case 'status':
          if ((ahead.get(entry.contentId) ?? 0) < entry.seq) {
            world.apply({ kind: 'status', contentId: entry.contentId, status: entry.status });
          }
      }
    },
    caughtUp(seq) {
      for (const [contentId, at] of ahead) {
        if (at <= seq) ahead.delete(contentId);
      }
    },
    aheadTo: () => Math.max(0, ...ahead.values()),
  };
}

/** Reads places from the store whenever they are needed, as it has them then. */
export function documentsOf(store: Pick<Store, 'location'>): Documents {
  return {
    read(contentId) {
      const stored = store.location(contentId);
      return stored?.removal === undefined ? stored : undefined;
    },
  };
}

export function removalsOf(store: Pick<Store, 'location'>): (contentId: ContentId) => Removal | undefined {
  return (contentId) => store.location(contentId)?.removal;
}
