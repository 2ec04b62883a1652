/**
 * A connection, as long as what comes over it is plain: requests are read from the bytes, and their answers written to
 * the socket. The first request that is not plain, or has no short way to its answer, leaves the connection to node:http,
 * with all that was read of it.
 */
import type { Socket } from 'node:net';
import type { Log } from '../observe/log.ts';
import type { Reply } from './dress.ts';
import type { Eventually } from './eventually.ts';
import { chain, settle } from './eventually.ts';
import { giveBack } from './lent-memory.ts';
import { maxBodyBytes, timeouts } from './limits.ts';
import { plainHeadReader } from './plain-head.ts';
import type { PlainRequest } from './plain-request.ts';
import { bodyText, plainRequest } from './plain-request.ts';
import { replyHead } from './reply-head.ts';

interface PlainConnectionOptions {
  /** `undefined`: nothing was done, and node:http is to read the request. */
  readonly answer: (plain: PlainRequest, socket: Socket) => Eventually<Reply> | undefined;
  readonly leave: (socket: Socket, unread: Buffer) => void;
  /** A request, or its rest, did not come in time. */
  readonly late: (socket: Socket) => void;
  readonly log: Log;
}

export interface PlainConnection {
  /** Nothing is under way. */
  isIdle(): boolean;
}

/** A little longer than callers are told, so that none of them sends into a connection that is being cut. */
const betweenRequests = timeouts.keepAlive + 1_000;

interface Arrived {
  readonly plain: PlainRequest;
  /** Of head and body. */
  readonly bytes: number;
}

export function plainConnection(socket: Socket, options: PlainConnectionOptions): PlainConnection {
  const { answer, leave, late, log } = options;
  const readHead = plainHeadReader();
  /** What was read and is not answered. */
  let held: Buffer | undefined;
  /** A request is answered, or its answer waits for a reader. */
  let isBusy = false;
  let waitsForBody = false;
  let hasEnded = false;
  /** Lent memory that the system has not taken yet. */
  let unsent: Uint8Array | undefined;
  let patience = 0;

  function arrive(bytes: Buffer): Arrived | 'in part' | undefined {
    const end = bytes.indexOf('\r\n\r\n');
    const head = end < 0 ? undefined : readHead(bytes.toString('latin1', 0, end));
    if (head === undefined) return undefined;
    const { method, target, headers } = head;
    const start = end + 4;
    const whole = start + (headers.length ?? 0);
    if (whole - start > maxBodyBytes) return undefined;
    if (whole > bytes.length) {
      // Head and body come in one piece or two. More of them take node's patience, and its bounds.
      if (waitsForBody || hasEnded) return undefined;
      waitsForBody = true;
      return 'in part';
    }
    waitsForBody = false;
    const body = (): Promise<string> => Promise.resolve(bodyText(bytes.subarray(start, whole)));
    const plain = plainRequest(method, target, headers, body);
    return plain && { plain, bytes: whole };
  }

  function work(): void {
    while (!isBusy && held !== undefined) {
      const arrived = arrive(held);
      if (arrived === 'in part') {
        wait(timeouts.request);
        return;
      }
      const reply = arrived && answer(arrived.plain, socket);
      if (arrived === undefined || reply === undefined) {
        listeners.forEach(([event, listener]) => socket.off(event, listener));
        leave(socket, held);
        return;
      }
      held = held.length === arrived.bytes ? undefined : held.subarray(arrived.bytes);
      isBusy = true;
      const sending = settle(() => chain(reply, send), cannotSend);
      if (sending instanceof Promise) {
        void sending.then(goOn);
        return;
      }
      isBusy = socket.writableNeedDrain;
    }
    if (isBusy) return;
    wait(betweenRequests);
    if (hasEnded) socket.end();
  }

  function goOn(): void {
    isBusy = socket.writableNeedDrain;
    if (isBusy || socket.destroyed) return;
    if (socket.isPaused()) socket.resume();
    work();
  }

  function send({ status, headers, body }: Reply): void {
    const bytes = body instanceof Uint8Array ? body : undefined;
    if (socket.destroyed) {
      if (bytes) giveBack(bytes);
      return;
    }
    const head = replyHead(status, headers);
    if (bytes === undefined) {
      socket.write(head, 'latin1');
      return;
    }
    socket.cork();
    socket.write(head, 'latin1');
    socket.write(bytes);
    socket.uncork();
    // As a rule the system has taken all of it by now.
    if (socket.writableLength === 0) giveBack(bytes);
    else if (socket.writableNeedDrain) unsent = bytes;
  }

  function cannotSend(error: unknown): void {
    log.error({ err: error }, 'an answer could not be sent');
    socket.destroy();
  }

  function wait(milliseconds: number): void {
    if (patience === milliseconds) return;
    patience = milliseconds;
    socket.setTimeout(milliseconds);
  }

  const listeners: readonly (readonly [string, (chunk: Buffer) => void])[] = [
    [
      'data',
      (chunk) => {
        held = held === undefined ? chunk : Buffer.concat([held, chunk]);
        if (isBusy) socket.pause();
        else work();
      },
    ],
    [
      'drain',
      () => {
        if (unsent) giveBack(unsent);
        unsent = undefined;
        goOn();
      },
    ],
    [
      'end',
      () => {
        hasEnded = true;
        if (!isBusy) work();
      },
    ],
    [
      'timeout',
      () => {
        if (!isBusy && patience !== betweenRequests) late(socket);
        else socket.destroy();
      },
    ],
    // 'close' follows.
    ['error', () => undefined],
  ];
  wait(timeouts.headers);
  listeners.forEach(([event, listener]) => socket.on(event, listener));
  return { isIdle: () => !isBusy && held === undefined };
}
