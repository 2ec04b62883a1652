/**
 * Streams of events. A reader first catches up with what is past, at its own pace, and is then told what happens, in
 * words that are made once for all. Who cannot take a burst catches up again; who takes nothing at all for a while is
 * let go, and told from where to go on.
 */
import type { Log } from '../observe/log.ts';
import { Refused } from '../refusal/refused.ts';
import type { Cursor } from './cursor.ts';
import { cursorText, readCursor } from './cursor.ts';
import type { ChangeFeed } from './feed.ts';
import { eventOf } from './line-text.ts';
import type { SendingQueue } from './sending-queue.ts';
import { sendingQueue } from './sending-queue.ts';
import { streamSlots } from './stream-slots.ts';
import type { ChangeView } from './view.ts';

export interface StreamSettings {
  readonly streamsPerCaller: number;
  readonly streams: number;
  /** Bytes that may wait for one reader. */
  readonly queueBytes: number;
  /** A reader that makes no room for so long is let go. */
  readonly patienceMilliseconds: number;
  readonly heartbeatMilliseconds: number;
}

export const defaultStreamSettings: StreamSettings = {
  streamsPerCaller: 100,
  streams: 2_000,
  queueBytes: 512 * 1024,
  patienceMilliseconds: 20_000,
  heartbeatMilliseconds: 15_000,
};

export interface EventStreams {
  /** Throws `Refused` where too many are open. */
  open(view: ChangeView, from: Cursor, caller: string): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Ends all of them, so that connections can be closed. */
  close(): void;
}

/** Milliseconds after which a browser comes back. */
const RETRY = 3_000;
/** Of the past, at a time. */
const RECORDS_PER_PAGE = 200;

export function eventStreams(feed: ChangeFeed, settings: StreamSettings, log: Pick<Log, 'error'>): EventStreams {
  const { streamsPerCaller, streams, queueBytes, patienceMilliseconds } = settings;
  const slots = streamSlots({ perCaller: streamsPerCaller, all: streams });
  /** Those that have caught up, with what ends their listening. */
  const live = new Map<SendingQueue, () => void>();
  const queues = new Set<SendingQueue>();
  let isClosed = false;

  function textOf(cursor: Cursor): string {
    return cursorText(feed.id, cursor);
  }

  /** False where the reader is gone, or was let go. */
  async function makeRoom(queue: SendingQueue): Promise<boolean> {
    const patience = setTimeout(() => queue.end(farewell), patienceMilliseconds);
    try {
      return await queue.room();
    } finally {
      clearTimeout(patience);
    }
  }

  async function catchUp(queue: SendingQueue, view: ChangeView, from: Cursor): Promise<void> {
    let at = from;
    for (;;) {
      const { seq, n } = feed.position();
      if (at.sweep === undefined && at.seq >= seq && at.n >= n) break;
      const { lines, next } = await feed.read(view, at, RECORDS_PER_PAGE);
      for (const line of lines) {
        if (!(await makeRoom(queue))) return;
        queue.put(eventOf(line), line.cursor);
      }
      at = next;
      // Who is told of few changes should not have to go through all others again after a break.
      if (!(await makeRoom(queue))) return;
      queue.put(idOnly(textOf(at)), textOf(at));
    }
    if (!queue.isOver) follow(queue, view);
  }

  function follow(queue: SendingQueue, view: ChangeView): void {
    const stop = feed.listen({
      view,
      tell(lines) {
        if (lines.every((line) => queue.put(eventOf(line), line.cursor)) || queue.isOver) return;
        live.delete(queue);
        stop();
        const rest = readCursor(queue.putUpTo);
        if (rest !== undefined) catchUpOrEnd(queue, view, rest.cursor);
      },
    });
    live.set(queue, stop);
  }

  function catchUpOrEnd(queue: SendingQueue, view: ChangeView, from: Cursor): void {
    catchUp(queue, view, from).catch((error: unknown) => {
      log.error({ err: error }, 'a stream of events broke off');
      queue.end();
    });
  }

  const heart = setInterval(() => {
    const text = textOf(feed.position());
    const beat = Buffer.concat([Buffer.from(': still here\n'), idOnly(text)]);
    // Who has something to read knows that we are here.
    for (const queue of live.keys()) if (queue.isEmpty) queue.put(beat, text);
  }, settings.heartbeatMilliseconds);
  heart.unref();

  function refuseWhere(full: 'caller' | 'all' | undefined): void {
    if (full === 'caller') {
      const cause = `${String(streamsPerCaller)} streams are open for this caller, the most there may be`;
      throw new Refused('too_many_streams', { cause });
    }
    if (full === 'all') throw new Refused('unavailable', { cause: 'As many streams are open as this server carries' });
  }

  return {
    open(view, from, caller) {
      if (isClosed) throw new Refused('unavailable', { cause: 'The server is about to stop' });
      refuseWhere(slots.isFull(caller));
      let giveBack: (() => void) | undefined;
      const queue = sendingQueue({
        mostBytes: queueBytes,
        from: textOf(from),
        begun: () => {
          giveBack = slots.take(caller);
          queues.add(queue);
          const greeting = Buffer.concat([Buffer.from(`retry: ${String(RETRY)}\n`), idOnly(textOf(from))]);
          queue.put(greeting, textOf(from));
          catchUpOrEnd(queue, view, from);
        },
        ended: () => {
          giveBack?.();
          queues.delete(queue);
          live.get(queue)?.();
          live.delete(queue);
        },
      });
      return queue.stream;
    },
    close() {
      isClosed = true;
      clearInterval(heart);
      for (const queue of [...queues]) queue.end();
    },
  };
}

/** No event: it only moves where the reader goes on. */
function idOnly(cursor: string): Buffer {
  return Buffer.from(`id: ${cursor}\n\n`);
}

function farewell(cursor: string): Buffer {
  const said = { cursor, type: 'dropped', reason: 'slow' };
  return Buffer.from(`id: ${cursor}\nevent: dropped\ndata: ${JSON.stringify(said)}\n\n`);
}
