/** A world that tells what it is told, for those who pass changes on. The innermost layer, so that it hears what is shown. */
import type { ContentId, ObjectKey } from '@pantograph/model/location';
import type { LogEntry } from '../store/store.ts';
import type { World, WorldChange } from './world.ts';

/** What is shown of a place has changed; it is to be asked for how it is now. */
export interface Told {
  readonly contentId: ContentId;
  /** Nothing but the status of this EVSE; absent: the place as a whole, or that it is gone. */
  readonly uid?: string;
  /** The entry of the log that says the same of the same place; absent where the change follows from something else. */
  readonly entry?: LogEntry;
}

export interface AtlasListener {
  told(told: Told): void;
  /** A tariff is another, or gone: places show it that are not told. */
  toldTariff?(key: ObjectKey): void;
  /** Everything up to and with this entry shows. */
  followed(last: LogEntry): void;
}

export interface TellingWorld {
  readonly world: World;
  /** What is told during `work` follows from `entry`. */
  during(entry: LogEntry, work: () => void): void;
  followed(last: LogEntry): void;
  /** Returns what ends it. */
  listen(listener: AtlasListener): () => void;
}

export function tellingWorld(inner: World): TellingWorld {
  const listeners = new Set<AtlasListener>();
  let cause: LogEntry | undefined;

  function apply(change: WorldChange): void {
    inner.apply(change);
    if (listeners.size === 0) return;
    const told = toldOf(change, cause);
    if (told !== undefined) for (const listener of listeners) listener.told(told);
    const tariff = tariffIn(change);
    if (tariff !== undefined) for (const listener of listeners) listener.toldTariff?.(tariff);
  }

  return {
    // Inherits all else, getters too.
    world: Object.defineProperty(Object.create(inner) as World, 'apply', { value: apply }),
    during(entry, work) {
      cause = entry;
      try {
        work();
      } finally {
        cause = undefined;
      }
    },
    followed: (last) => {
      for (const listener of listeners) listener.followed(last);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function toldOf(change: WorldChange, cause: LogEntry | undefined): Told | undefined {
  switch (change.kind) {
    case 'location':
      return toldOfWhole(change.record.contentId, cause);
    case 'removal':
      return toldOfWhole(change.contentId, cause);
    case 'status': {
      const { contentId, status } = change;
      const isSame = cause?.kind === 'status' && cause.contentId === contentId && cause.status.uid === status.uid;
      return { contentId, uid: status.uid, ...(isSame && { entry: cause }) };
    }
    default:
      return undefined;
  }
}

function tariffIn(change: WorldChange): ObjectKey | undefined {
  if (change.kind === 'tariff') return change.record.key;
  return change.kind === 'tariffRemoval' ? change.key : undefined;
}

function toldOfWhole(contentId: ContentId, cause: LogEntry | undefined): Told {
  const isSame = (cause?.kind === 'location' || cause?.kind === 'removal') && cause.contentId === contentId;
  return { contentId, ...(isSame && { entry: cause }) };
}
