/** All of the changes in a server: the journal, the feed, the streams, and what happened while no server ran. */
import { statSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ContentId } from '@pantograph/model/location';
import type { FollowingAtlas } from '../atlas/follow-store.ts';
import type { StatusTrust } from '../atlas/status-trust.ts';
import type { Log } from '../observe/log.ts';
import { entryAt } from '../store/read-log.ts';
import type { Store } from '../store/store.ts';
import { markOf } from './cursor.ts';
import type { EventStreams, StreamSettings } from './event-streams.ts';
import { defaultStreamSettings, eventStreams } from './event-streams.ts';
import type { ChangeFeed } from './feed.ts';
import { openFeed } from './feed.ts';
import { findFades, readTrustText, trustText } from './find-fades.ts';
import { openJournal } from './journal.ts';
import type { Presenting } from './record.ts';

export interface StartChangesOptions {
  readonly atlas: FollowingAtlas;
  readonly store: Store;
  /** Path of the store's file, by which it is told from others; it need not be there. */
  readonly storeFile: string;
  /** Path of the journal; made where there is none. */
  readonly journalFile: string;
  readonly presentation: Presenting['presentation'];
  /** As the atlas has it. */
  readonly trust?: StatusTrust;
  /** Places that are shown otherwise than their own entries in the log say. */
  readonly altered?: () => Iterable<ContentId>;
  readonly settings?: Partial<StreamSettings>;
  readonly log: Log;
  readonly now: () => Date;
}

export interface RunningChanges {
  readonly feed: ChangeFeed;
  readonly streams: EventStreams;
  /** Resolves when what faded while no server ran is told. */
  readonly ready: Promise<void>;
  /** Streams have to end before the listening socket can be closed; the feed lives until `close`. */
  endStreams(): void;
  close(): Promise<void>;
}

const PLACES_PER_TURN = 50;
const WRITE_MILLISECONDS = 5_000;
/** A source that fades as a whole is told of in turns: so much of the past is looked at again after a start. */
const MARGIN_MILLISECONDS = 300_000;

export function startChanges(options: StartChangesOptions): RunningChanges {
  const { atlas, store, log, now, trust = () => new Map() } = options;
  const journal = openJournal(options.journalFile, {
    storeMark: markOfFile(options.storeFile),
    continues: ({ seq, mark }) => seq <= store.seq() && markOf(entryAt(store, seq)) === mark,
  });
  const feed = openFeed({ atlas, store, journal, presentation: options.presentation, log, now });
  const streams = eventStreams(feed, { ...defaultStreamSettings, ...options.settings }, log);
  let isClosed = false;

  async function tellOfThePast(): Promise<void> {
    const { followed } = journal;
    await tellInTurns([...new Set([...journal.formed(), ...(options.altered?.() ?? [])])]);
    if (followed === undefined) return;
    const before = { time: Date.parse(followed.at) - MARGIN_MILLISECONDS, trust: readTrustText(followed.trust) };
    const after = { time: now().getTime(), trust: trust() };
    await findFades(store, before, after, feed.touch, () => isClosed);
  }

  /** How each is shown is compared with how it was told of before. */
  async function tellInTurns(places: readonly ContentId[]): Promise<void> {
    for (let from = 0; from < places.length && !isClosed; from += PLACES_PER_TURN) {
      feed.touch(places.slice(from, from + PLACES_PER_TURN).map((contentId) => ({ contentId })));
      await nextTurn();
    }
  }

  function writeDown(): void {
    const { seq, mark } = feed.position();
    journal.putFollowed({ seq, mark, at: now().toISOString(), trust: trustText(trust()) });
  }

  let writing: NodeJS.Timeout | undefined;
  const ready = tellOfThePast()
    .then(() => {
      if (isClosed) return;
      writeDown();
      writing = setInterval(writeDown, WRITE_MILLISECONDS);
      writing.unref();
    })
    .catch((error: unknown) => log.error({ err: error }, 'what changed before the start cannot be told'));

  return {
    feed,
    streams,
    ready,
    endStreams: () => streams.close(),
    close: async () => {
      isClosed = true;
      await ready;
      clearInterval(writing);
      streams.close();
      feed.close();
      // Only where all before it was told.
      if (writing !== undefined) writeDown();
      journal.close();
    },
  };
}

/** A file that was made anew, or brought back under the same name, is another one. Empty where it cannot be told. */
function markOfFile(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return '';
  // Where a file system does not say when a file was born, something else stands there.
  const born = stat.birthtimeNs > 0n && stat.birthtimeNs !== stat.ctimeNs ? stat.birthtimeNs : 0n;
  return `${String(stat.ino)}.${String(born)}`;
}
