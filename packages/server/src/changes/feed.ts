/**
 * The changes of the shown world, for those who follow it. What is past is read from the store's log and the journal;
 * what happens now is told to all who listen, and every place is presented once however many they are.
 */
import type { FollowingAtlas } from '../atlas/follow-store.ts';
import type { Told } from '../atlas/telling-world.ts';
import type { LogEntry, Store } from '../store/store.ts';
import type { Cursor } from './cursor.ts';
import { cursorText, markOf } from './cursor.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { gather, namedInJournal } from './mentions.ts';
import type { Mention } from './mentions.ts';
import type { Line, Page } from './read-page.ts';
import { judge, readPage } from './read-page.ts';
import type { Presenting } from './record.ts';
import { formOf, outsideRecord, recordsOf } from './record.ts';
import type { ChangeView } from './view.ts';

export interface ChangeFeed {
  /** Names the feed in cursors. */
  readonly id: string;
  /** Up to where everybody was told. */
  position(): Cursor;
  read(view: ChangeView, from: Cursor, limit: number): Promise<Page>;
  /** Whether the log still holds what the cursor's owner has read. */
  continues(cursor: Cursor): boolean;
  /** Tells everything from `position()` on; returns what ends it. */
  listen(listener: FeedListener): () => void;
  /** Calls whenever `position()` has moved; returns what ends it. */
  onMoved(listener: () => void): () => void;
  /** Tells of places that show otherwise for a reason that neither log nor atlas gives. */
  readonly touch: (mentions: readonly Pick<JournalEntry, 'contentId' | 'uid'>[]) => void;
  close(): void;
}

export interface FeedListener {
  readonly view: ChangeView;
  /** Never without a line; lines of one view are the same objects for all who have it. */
  tell(lines: readonly Line[]): void;
}

export interface FeedOptions {
  readonly atlas: Pick<FollowingAtlas, 'seq' | 'site' | 'removal' | 'document' | 'listen'>;
  readonly store: Pick<Store, 'seq' | 'log' | 'location' | 'locations'>;
  readonly journal: Journal;
  readonly presentation: Presenting['presentation'];
  readonly now: () => Date;
}

export function openFeed({ atlas, store, journal, presentation, now }: FeedOptions): ChangeFeed {
  const presenting: Presenting = { atlas, presentation, now };
  const source = { store, atlas, journal, presenting };
  const listeners = new Set<FeedListener>();
  const watchers = new Set<() => void>();
  let waiting: Told[] = [];
  let last = { seq: atlas.seq, mark: markOf(entryAt(store, atlas.seq)) };
  let told: Cursor = { ...last, n: journal.last() };
  let flushing: NodeJS.Immediate | undefined;

  function soon(): void {
    flushing ??= setImmediate(flush);
  }

  function flush(): void {
    clearImmediate(flushing);
    flushing = undefined;
    const changes = waiting;
    waiting = [];
    const logged = gather(changes.flatMap((change) => (change.entry === undefined ? [] : [[change, change.entry]])));
    const unlogged = changes.filter((change) => isNews(change) && change.entry === undefined);
    const journalled = unlogged.length === 0 ? [] : journal.add(unlogged);
    const { n } = told;
    if (listeners.size > 0)
      tellAll(
        logged.map((mention) => [mention, { seq: mention.by.seq, mark: markOf(mention.by), n }]),
        namedInJournal(journalled).map((mention) => [mention, { ...last, n: mention.by.n }]),
      );
    told = { ...last, n: journal.last() };
    for (const moved of watchers) moved();
  }

  /** Layers of the atlas may tell a place again that shows as it did, above all after a start. */
  function isNews({ contentId, uid, entry }: Told): boolean {
    if (entry !== undefined || uid !== undefined) {
      journal.dropForm(contentId);
      return true;
    }
    const form = formOf(presenting, contentId);
    if (journal.form(contentId) === form) return false;
    journal.putForm(contentId, form);
    return true;
  }

  function tellAll(...parts: readonly (readonly (readonly [Mention, Cursor])[])[]): void {
    const linesFor = new Map<FeedListener, Line[]>();
    let before = cursorText(journal.feed, told);
    for (const [mention, cursor] of parts.flat()) {
      const site = atlas.site(mention.contentId);
      const after = cursorText(journal.feed, cursor);
      const made = new Map<string, readonly Line[]>();
      for (const listener of listeners) {
        const { filter, variant } = listener.view;
        const verdict = judge(mention, site, filter);
        if (verdict === 'nothing') continue;
        const key = verdict === 'told' ? variant : verdict;
        const shared = made.get(key) ?? linesOf(key, listener.view);
        const lines = linesFor.get(listener);
        if (lines === undefined) linesFor.set(listener, [...shared]);
        else lines.push(...shared);
      }
      before = after;

      function linesOf(key: string, view: ChangeView): readonly Line[] {
        const isOutside = key === 'outside';
        const records = isOutside ? [outsideRecord(mention.contentId)] : recordsOf(presenting, mention, site, view);
        const lines = records.map((record, index) => ({
          record,
          cursor: index === records.length - 1 ? after : before,
        }));
        made.set(key, lines);
        return lines;
      }
    }
    for (const [listener, lines] of linesFor) listener.tell(lines);
  }

  const unlisten = atlas.listen({
    told: (change) => {
      waiting.push(change);
      soon();
    },
    followed: (entry) => {
      last = { seq: entry.seq, mark: markOf(entry) };
      soon();
    },
  });

  return {
    id: journal.feed,
    position: () => {
      if (flushing !== undefined) flush();
      return told;
    },
    read: (view, from, limit) => readPage(source, view, from, limit),
    continues: ({ seq, n, mark }) => seq <= store.seq() && n <= journal.last() && mark === markOf(entryAt(store, seq)),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onMoved: (listener) => {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    touch: (mentions) => {
      waiting.push(...mentions);
      soon();
    },
    close: () => {
      unlisten();
      if (flushing !== undefined) flush();
      listeners.clear();
      watchers.clear();
    },
  };
}

export function entryAt(store: Pick<Store, 'log'>, seq: number): LogEntry | undefined {
  const [entry] = seq === 0 ? [] : store.log(seq - 1, 1);
  return entry?.seq === seq ? entry : undefined;
}
