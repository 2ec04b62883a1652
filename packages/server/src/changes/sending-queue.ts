/** What waits for one reader, up to a number of bytes. The reader takes it when it can. */

interface Piece {
  readonly bytes: Uint8Array;
  /** Whoever has this piece goes on from here. */
  readonly cursor: string;
}

export interface SendingQueue {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly isOver: boolean;
  readonly isEmpty: boolean;
  /** False where it has no room, or nobody reads any more. A first piece fits always. */
  put(bytes: Uint8Array, cursor: string): boolean;
  /** Resolves when half of the room is free, with true; with false where nobody reads any more. */
  room(): Promise<boolean>;
  /** The cursor behind all that was put. */
  readonly putUpTo: string;
  /** After what waits; `instead` takes its place, and is told up to where the reader has everything. */
  end(instead?: (cursor: string) => Uint8Array): void;
}

export interface QueueOptions {
  readonly mostBytes: number;
  /** Where the reader goes on who was sent nothing. */
  readonly from: string;
  /** Called once, when somebody begins to read: who asks by HEAD, or is gone already, never does. */
  readonly begun: () => void;
  /** Called once, when nothing more can be put. */
  readonly ended: () => void;
}

/** Written at once where more waits. */
const PIECE_BYTES = 64 * 1024;

export function sendingQueue({ mostBytes, from, begun, ended }: QueueOptions): SendingQueue {
  let pieces: Piece[] = [];
  let waitingBytes = 0;
  let sentUpTo = from;
  let putUpTo = from;
  let isBegun = false;
  let isOver = false;
  let wake: (() => void) | undefined;
  const seekers = new Set<(isThere: boolean) => void>();

  function over(): void {
    if (isOver) return;
    isOver = true;
    wake?.();
    tellSeekers();
    ended();
  }

  function hasRoom(): boolean {
    return waitingBytes <= mostBytes / 2;
  }

  function tellSeekers(): void {
    if (!isOver && !hasRoom()) return;
    for (const resolve of seekers) resolve(!isOver);
    seekers.clear();
  }

  function take(): Uint8Array | undefined {
    let count = 0;
    let size = 0;
    for (const { bytes } of pieces) {
      if (count > 0 && size + bytes.length > PIECE_BYTES) break;
      size += bytes.length;
      count++;
    }
    const taken = pieces.splice(0, count);
    waitingBytes -= size;
    sentUpTo = taken.at(-1)?.cursor ?? sentUpTo;
    tellSeekers();
    return taken.length > 1 ? Buffer.concat(taken.map(({ bytes }) => bytes)) : taken[0]?.bytes;
  }

  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        if (!isBegun) {
          isBegun = true;
          begun();
        }
        if (pieces.length === 0 && !isOver) await new Promise<void>((resolve) => (wake = resolve));
        wake = undefined;
        const bytes = take();
        if (bytes !== undefined) controller.enqueue(bytes as Uint8Array<ArrayBuffer>);
        if (isOver && pieces.length === 0) controller.close();
      },
      cancel() {
        pieces = [];
        waitingBytes = 0;
        over();
      },
    },
    { highWaterMark: 0 },
  );

  return {
    stream,
    get isOver() {
      return isOver;
    },
    get isEmpty() {
      return waitingBytes === 0;
    },
    get putUpTo() {
      return putUpTo;
    },
    put(bytes, cursor) {
      if (isOver || (waitingBytes > 0 && waitingBytes + bytes.length > mostBytes)) return false;
      pieces.push({ bytes, cursor });
      waitingBytes += bytes.length;
      putUpTo = cursor;
      wake?.();
      return true;
    },
    room: () => (isOver || hasRoom() ? Promise.resolve(!isOver) : new Promise((resolve) => seekers.add(resolve))),
    end(instead) {
      if (instead !== undefined && !isOver) {
        const bytes = instead(sentUpTo);
        pieces = [{ bytes, cursor: sentUpTo }];
        waitingBytes = bytes.length;
      }
      over();
    },
  };
}
