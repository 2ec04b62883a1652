/** Lets the connections of a server be read plainly before node:http reads them. */
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { PlainConnection, plainConnection as Plain } from './plain-connection.ts';
import { plainConnection } from './plain-connection.ts';

type PlainFirstOptions = Pick<Parameters<typeof Plain>[1], 'answer' | 'log'>;

export interface PlainConnections {
  closeIdle(): void;
  closeAll(): void;
}

/** Of a server that does not listen yet. What node:http does with a connection is what it does with one that is new. */
export function plainFirst(server: Server, { answer, log }: PlainFirstOptions): PlainConnections {
  const byNode = server.listeners('connection') as ((this: Server, socket: Socket) => void)[];
  const open = new Map<Socket, PlainConnection>();

  const leave = (socket: Socket, unread: Buffer): void => {
    open.delete(socket);
    for (const listener of byNode) listener.call(server, socket);
    socket.unshift(unread);
  };
  const late = (socket: Socket): void => {
    const error = Object.assign(new Error('The request did not arrive in time'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
    server.emit('clientError', error, socket);
  };
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    open.set(socket, plainConnection(socket, { answer, leave, late, log }));
    socket.once('close', () => open.delete(socket));
  });

  return {
    closeIdle() {
      for (const [socket, connection] of open) if (connection.isIdle()) socket.destroy();
    },
    closeAll() {
      for (const socket of open.keys()) socket.destroy();
    },
  };
}
