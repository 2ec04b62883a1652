/** A client that costs next to nothing: raw sockets, one request under way on each, answers counted and not parsed. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';

const CONNECTIONS = 16;
const HEAD_END = Buffer.from('\r\n\r\n');

/** Sends each path once, in order, over connections that stay open. Throws where an answer is not a whole 200. */
export async function load(port: number, paths: readonly string[]): Promise<void> {
  const sockets = await Promise.all(Array.from({ length: Math.min(CONNECTIONS, paths.length) }, () => open(port)));
  let next = 0;
  const takePath = (): string | undefined => paths[next++];
  try {
    await Promise.all(sockets.map((socket) => work(socket, takePath)));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function work(socket: Socket, takePath: () => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let path = '';
    /** Bytes of the answer still to come; `undefined` before its head was read. */
    let missing: number | undefined;
    let head = Buffer.alloc(0);
    const ask = (): void => {
      const taken = takePath();
      if (taken === undefined) {
        resolve();
        return;
      }
      path = taken;
      missing = undefined;
      head = Buffer.alloc(0);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    };
    socket.on('error', reject);
    socket.on('close', () => {
      reject(new Error(`the connection was closed during ${path}`));
    });
    socket.on('data', (chunk) => {
      if (missing === undefined) {
        head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
        const end = head.indexOf(HEAD_END);
        if (end < 0) return;
        const length = bodyLength(head.toString('latin1', 0, end));
        if (length === undefined) {
          reject(new Error(`not a whole 200 for ${path}: ${head.toString('latin1', 0, 400)}`));
          return;
        }
        missing = length - (head.length - end - HEAD_END.length);
      } else missing -= chunk.length;
      if (missing <= 0) ask();
    });
    ask();
  });
}

function bodyLength(head: string): number | undefined {
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  return head.startsWith('HTTP/1.1 200 ') && length !== undefined ? Number(length) : undefined;
}
