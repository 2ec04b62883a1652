/**
 * The changes of the shown world, for those who follow it. What is past is read from the store's log and the journal;
 * what happens now is told to all who listen, and every place is presented once however many they are.
 */
import type { ContentId, ObjectKey, Site } from '@pantograph/model/location';
import type { FollowingAtlas } from '../atlas/follow-store.ts';
import type { Told } from '../atlas/telling-world.ts';
import { attributionOf } from '../http/attribution.ts';
import type { Log } from '../observe/log.ts';
import { entryAt, logAfter } from '../store/read-log.ts';
import type { Store } from '../store/store.ts';
import type { Cursor } from './cursor.ts';
import { cursorText, markOf } from './cursor.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { gather, namedInJournal } from './mentions.ts';
import type { Mention } from './mentions.ts';
import type { Line, Page } from './read-page.ts';
import { judge, readPage } from './read-page.ts';
import type { ChangeRecord, Presenting } from './record.ts';
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
  /** The terms of all sources as they are now, for the header `X-Attribution`. */
  attribution(): string | undefined;
  /** Tells everything from `position()` on; returns what ends it. */
  listen(listener: FeedListener): () => void;
  /** Calls whenever `position()` has moved; returns what ends it. */
  onMoved(listener: () => void): () => void;
  /** Tells of places that show otherwise for a reason that neither log nor atlas gives. */
  readonly touch: (mentions: readonly Omit<JournalEntry, 'n'>[]) => void;
  close(): void;
}

export interface FeedListener {
  readonly view: ChangeView;
  /** Never without a line; lines of one view are the same objects for all who have it. */
  tell(lines: readonly Line[]): void;
}

export interface FeedOptions {
  readonly atlas: Pick<FollowingAtlas, 'seq' | 'site' | 'removal' | 'document' | 'listen' | 'sources'>;
  readonly store: Pick<Store, 'seq' | 'log' | 'location' | 'locations'>;
  readonly journal: Journal;
  readonly presentation: Presenting['presentation'];
  /** Hears of tariffs that change. */
  readonly changedTariff: (key: ObjectKey) => void;
  readonly log: Pick<Log, 'error'>;
  readonly now: () => Date;
}

type NewMention = readonly [Mention, Cursor];
type News = Told & Pick<JournalEntry, 'tariffs'>;

const RETRY_MILLISECONDS = 1_000;

export function openFeed({ atlas, store, journal, presentation, changedTariff, log, now }: FeedOptions): ChangeFeed {
  const presenting: Presenting = { atlas, presentation, now };
  const source = { store, atlas, journal, presenting };
  const listeners = new Set<FeedListener>();
  const watchers = new Set<() => void>();
  let waiting: News[] = [];
  let last = { seq: atlas.seq, mark: markOf(entryAt(store, atlas.seq)) };
  let told: Cursor = { ...last, n: journal.last() };
  let flushing: NodeJS.Immediate | undefined;
  let again: NodeJS.Timeout | undefined;

  function soon(): void {
    flushing ??= setImmediate(flush);
  }

  /** Neither throws nor loses anything: what cannot be written down now is tried again. */
  function flush(): void {
    clearImmediate(flushing);
    flushing = undefined;
    const changes = waiting;
    waiting = [];
    let journalled: readonly JournalEntry[];
    try {
      journalled = writeDown(changes);
    } catch (error) {
      log.error({ err: error }, 'changes cannot be written down; it is tried again');
      waiting = [...changes, ...waiting];
      again ??= setTimeout(() => {
        again = undefined;
        soon();
      }, RETRY_MILLISECONDS);
      again.unref();
      return;
    }
    const before = told;
    // First, since a reader who cannot take it all goes on reading from here.
    told = { ...last, n: journal.last() };
    if (listeners.size > 0) {
      const logged = gather(changes.flatMap((change) => (change.entry === undefined ? [] : [[change, change.entry]])));
      tellAll(before, [
        ...logged.map(({ by, ...mention }): NewMention => [mention, { seq: by.seq, mark: markOf(by), n: before.n }]),
        ...namedInJournal(journalled).map(({ by, ...mention }): NewMention => [mention, { ...last, n: by.n }]),
      ]);
    }
    for (const moved of watchers) moved();
  }

  /**
   * What no log says. Layers of the atlas may tell a place again that shows as it did, above all after a start: how it
   * is shown is compared with how it was told of.
   */
  function writeDown(changes: readonly News[]): readonly JournalEntry[] {
    const forms = new Map<ContentId, string>();
    const news = changes.filter(({ contentId, uid, tariffs, entry }) => {
      if (tariffs) return true;
      if (entry !== undefined || uid !== undefined) {
        journal.loseForm(contentId, entry === undefined);
        forms.delete(contentId);
        return entry === undefined;
      }
      const form = formOf(presenting, contentId);
      if ((forms.get(contentId) ?? journal.form(contentId)) === form) return false;
      forms.set(contentId, form);
      return true;
    });
    const journalled = news.length === 0 ? [] : journal.add(news);
    for (const [contentId, form] of forms) journal.putForm(contentId, form);
    return journalled;
  }

  function tellAll(from: Cursor, mentions: readonly NewMention[]): void {
    const linesFor = new Map<FeedListener, Line[]>();
    let before = cursorText(journal.feed, from);
    for (const [mention, cursor] of mentions) {
      const after = cursorText(journal.feed, cursor);
      try {
        present(mention, before, after);
      } catch (error) {
        // One place that cannot be shown should not keep all others from being told.
        log.error({ err: error, contentId: mention.contentId }, 'a change cannot be told');
      }
      before = after;
    }
    for (const [listener, lines] of linesFor) listener.tell(lines);

    function present(mention: Mention, earlier: string, later: string): void {
      const site = atlas.site(mention.contentId);
      const made = new Map<string, readonly Line[]>();
      for (const listener of listeners) {
        const verdict = judge(mention, site, listener.view);
        if (verdict === 'nothing') continue;
        const key = verdict === 'told' ? listener.view.variant : verdict;
        const shared = made.get(key) ?? linesOf(recordsFor(verdict, mention, site, listener.view), earlier, later);
        made.set(key, shared);
        const lines = linesFor.get(listener);
        if (lines === undefined) linesFor.set(listener, [...shared]);
        else lines.push(...shared);
      }
    }
  }

  function recordsFor(
    verdict: 'told' | 'outside',
    mention: Mention,
    site: Site | undefined,
    view: ChangeView,
  ): readonly ChangeRecord[] {
    return verdict === 'outside' ? [outsideRecord(mention.contentId)] : recordsOf(presenting, mention, site, view);
  }

  const unlisten = atlas.listen({
    told: (change) => {
      waiting.push(change);
      soon();
    },
    toldTariff: changedTariff,
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
    continues: ({ seq, n, mark }) =>
      seq <= store.seq() &&
      n <= journal.last() &&
      mark === markOf(entryAt(store, seq)) &&
      logAfter(store, seq, 1) !== undefined,
    attribution: () => attributionOf(atlas.sources()),
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
      clearTimeout(again);
      listeners.clear();
      watchers.clear();
    },
  };
}

/** Whoever has only the first of several goes on before all of them. */
function linesOf(records: readonly ChangeRecord[], earlier: string, later: string): readonly Line[] {
  return records.map((record, index) => ({ record, cursor: index === records.length - 1 ? later : earlier }));
}
