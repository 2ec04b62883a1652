/** Turns what a store holds and logs into changes of a world. */
import { canonicalKey } from '@pantograph/model/location';
import type { ContentId, ObjectKey, TariffRecord } from '@pantograph/model/location';
import type { LogEntry, Store, StoredLocation } from '../store/store.ts';
import type { Documents, Removal, World } from './world.ts';

interface StoreReader {
  /** Everything the store holds; returns the log entry up to which that is complete for certain. */
  load(): number;
  /** Sources and tariffs alone, for a world that knows the rest. */
  loadTerms(): void;
  /** Entries come in the order of the log. */
  apply(entry: LogEntry): void;
  /**
   * For a world that knows everything up to `seq`, where the log does not say any more what came after: looks at so many
   * places, call after call. Returns the log entry up to which everything is known then, once that is so.
   */
  lookThrough(seq: number, places: number): number | undefined;
  /** Says that every entry up to `seq` was applied. */
  caughtUp(seq: number): void;
  /** The log entry up to which some of what was applied is ahead of the rest; 0 where nothing is. */
  aheadTo(): number;
}

export function storeReader(store: Store, world: World): StoreReader {
  // A location is read as it is now, which may be ahead of the log. Status entries that it holds already must not turn
  // it back.
  const ahead = new Map<string, number>();

  const tariffs = new Map<string, ObjectKey>();
  let looking: { readonly upTo: number; readonly places: Iterator<StoredLocation> } | undefined;

  function putTariff(record: TariffRecord): void {
    tariffs.set(canonicalKey(record.key), record.key);
    world.apply({ kind: 'tariff', record });
  }

  function putLocation(stored: StoredLocation, seq: number): void {
    if (stored.seq > seq) ahead.set(stored.contentId, stored.seq);
    if (stored.removal === undefined) world.apply({ kind: 'location', record: stored });
    else world.apply({ kind: 'removal', contentId: stored.contentId, ...stored.removal });
  }

  function loadTerms(): void {
    for (const source of store.sources()) world.apply({ kind: 'source', source });
    for (const record of store.tariffs()) putTariff(record);
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
          if (record !== undefined) putTariff(record);
          else world.apply({ kind: 'tariffRemoval', key: entry.key });
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
    lookThrough(seq, places) {
      if (looking === undefined) {
        looking = { upTo: store.seq(), places: store.locations()[Symbol.iterator]() };
        for (const source of store.sources()) world.apply({ kind: 'source', source });
        for (const key of tariffs.values()) {
          if (store.tariff(key) === undefined) world.apply({ kind: 'tariffRemoval', key });
        }
        for (const record of store.tariffs()) if (record.seq > seq) putTariff(record);
      }
      const { upTo } = looking;
      for (let looked = 0; looked < places; looked++) {
        const next = looking.places.next();
        if (next.done === true) {
          looking = undefined;
          return upTo;
        }
        if (next.value.seq > seq) putLocation(next.value, upTo);
      }
      return undefined;
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
