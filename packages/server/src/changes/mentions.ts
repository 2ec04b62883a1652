/** What a stretch of changes names: each place once, where it is named first. How it is now is asked later. */
import type { ContentId } from '@pantograph/model/location';
import type { LogEntry } from '../store/store.ts';
import type { JournalEntry } from './journal.ts';

export interface Mention {
  readonly contentId: ContentId;
  /** EVSEs of which nothing but the status changed; absent: the place as a whole. */
  readonly uids?: readonly string[];
  /** A tariff that the place shows is another. */
  readonly tariffs?: boolean;
}

/** A mention, and what named it first: an entry of the log or of the journal. */
export interface Named<Source> extends Mention {
  readonly by: Source;
}

interface Naming {
  readonly contentId: ContentId;
  readonly uid?: string | undefined;
  readonly tariffs?: boolean | undefined;
}

/**
 * In the order of the first naming: what is said there is how the place is after all of them, and whoever stops in
 * between hears the later ones again rather than not at all.
 */
export function gather<Source>(namings: Iterable<readonly [Naming, Source]>): readonly Named<Source>[] {
  const gathered = new Map<ContentId, { uids: Set<string> | undefined; tariffs: boolean; readonly by: Source }>();
  for (const [{ contentId, uid, tariffs = false }, by] of namings) {
    const known = gathered.get(contentId);
    const all = known ?? { uids: new Set(), tariffs: false, by };
    if (known === undefined) gathered.set(contentId, all);
    if (tariffs) all.tariffs = true;
    else if (uid === undefined) all.uids = undefined;
    else all.uids?.add(uid);
  }
  return Array.from(gathered, ([contentId, { uids, tariffs, by }]) => ({
    contentId,
    by,
    ...(uids !== undefined && { uids: [...uids] }),
    ...(tariffs && { tariffs }),
  }));
}

export function namedInLog(entries: readonly LogEntry[]): readonly Named<LogEntry>[] {
  return gather(
    entries.flatMap((entry): (readonly [Naming, LogEntry])[] => {
      switch (entry.kind) {
        case 'location':
        case 'removal':
          return [[{ contentId: entry.contentId }, entry]];
        case 'status':
          return [[{ contentId: entry.contentId, uid: entry.status.uid }, entry]];
        case 'tariff':
          // The places that show it stand in the journal.
          return [];
        case 'source':
          // Its terms stand in no record.
          return [];
      }
    }),
  );
}

export function namedInJournal(entries: readonly JournalEntry[]): readonly Named<JournalEntry>[] {
  return gather(entries.map((entry) => [entry, entry]));
}
