/** All of the changes in a server: the journal, the feed, the streams, and what happened while no server ran. */
import { statSync } from 'node:fs';
import { setImmediate as nextTurn, setTimeout as pauseFor } from 'node:timers/promises';
import type { ContentId, ObjectKey } from '@pantograph/model/location';
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
import { tariffNews } from './tariff-news.ts';

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
  /** Runs a task again and again until the returned function is called; default is Node's timer. */
  readonly repeat?: (task: () => void, milliseconds: number) => () => void;
  /** Lets others work meanwhile; default is Node's timer. */
  readonly pause?: (milliseconds: number) => Promise<void>;
}

export interface RunningChanges {
  readonly feed: ChangeFeed;
  readonly streams: EventStreams;
  /** Resolves when what faded while no server ran is told. */
  readonly ready: Promise<void>;
  /** Resolves when the places of all tariffs that changed are told. */
  tariffsTold(): Promise<void>;
  /** Streams have to end before the listening socket can be closed; the feed lives until `close`. */
  endStreams(): void;
  close(): Promise<void>;
}

const PLACES_PER_TURN = 50;
const LOOK_MILLISECONDS = 5_000;
/** A source that fades as a whole is told of in turns: so much of the past is looked at again after a start. */
const MARGIN_MILLISECONDS = 300_000;

export function startChanges(options: StartChangesOptions): RunningChanges {
  const { atlas, store, log, now, presentation, trust = () => new Map() } = options;
  const { repeat = repeatByTimer, pause = pauseUnheld } = options;
  const journal = openJournal(options.journalFile, {
    storeMark: markOfFile(options.storeFile),
    continues: ({ seq, mark }) => seq <= store.seq() && markOf(entryAt(store, seq)) === mark,
  });
  const changedTariff = (key: ObjectKey): void => tariffs.changed(key);
  const feed = openFeed({ atlas, store, journal, presentation, changedTariff, log, now });
  const streams = eventStreams(feed, { ...defaultStreamSettings, ...options.settings }, log);
  let isClosed = false;
  const tellTariffs = (places: readonly ContentId[]): void =>
    feed.touch(places.map((contentId) => ({ contentId, tariffs: true })));
  const tariffs = tariffNews({ atlas, store, tell: tellTariffs, pause, stopped: () => isClosed, log, now });

  async function tellOfThePast(): Promise<void> {
    const { followed } = journal;
    await tariffs.begin(journal.tariffsTold(), feed.position().seq);
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
    const at = now().toISOString();
    journal.putFollowed({ seq, mark, at, trust: trustText(trust()) });
    if (tariffs.isIdle) journal.putTariffsTold({ seq, at });
  }

  function look(): void {
    tariffs.look();
    writeDown();
  }

  let stopLooking: (() => void) | undefined;
  const ready = tellOfThePast()
    .then(() => {
      if (isClosed) return;
      look();
      stopLooking = repeat(look, LOOK_MILLISECONDS);
    })
    .catch((error: unknown) => log.error({ err: error }, 'what changed before the start cannot be told'));

  return {
    feed,
    streams,
    ready,
    tariffsTold: () => tariffs.idle(),
    endStreams: () => streams.close(),
    close: async () => {
      isClosed = true;
      await ready;
      stopLooking?.();
      streams.close();
      feed.close();
      // Only where all before it was told.
      if (stopLooking !== undefined) writeDown();
      journal.close();
    },
  };
}

function repeatByTimer(task: () => void, milliseconds: number): () => void {
  const timer = setInterval(task, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

function pauseUnheld(milliseconds: number): Promise<void> {
  return pauseFor(milliseconds, undefined, { ref: false });
}

/** A file that was made anew, or brought back under the same name, is another one. Empty where it cannot be told. */
function markOfFile(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined) return '';
  // Where a file system does not say when a file was born, something else stands there.
  const born = stat.birthtimeNs > 0n && stat.birthtimeNs !== stat.ctimeNs ? stat.birthtimeNs : 0n;
  return `${String(stat.ino)}.${String(born)}`;
}
