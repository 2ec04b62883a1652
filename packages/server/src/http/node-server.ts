/** node:http as this server sets it up: its bounds, its words for what is no HTTP, and its end. */
import type { RequestListener, Server, ServerOptions } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { maxHeaderBytes, timeouts } from './limits.ts';
import type { App } from './app.ts';
import type { PlainConnections } from './plain-first.ts';
import type { ClientError } from './refuse-raw.ts';
import { refuseRaw } from './refuse-raw.ts';

export const nodeSettings: ServerOptions = {
  maxHeaderSize: maxHeaderBytes,
  headersTimeout: timeouts.headers,
  requestTimeout: timeouts.request,
  keepAliveTimeout: timeouts.keepAlive,
  // HTTP/1.0 and lenient clients send none.
  requireHostHeader: false,
};

/** @param app words what cannot be read as a request */
export function nodeServer(listener: RequestListener, app: Pick<App, 'refuse'>): Server {
  const server = createServer(nodeSettings, listener);
  server.timeout = timeouts.idle;
  server.on('clientError', (error: ClientError, socket: Socket) => {
    refuseRaw(error, socket, app);
  });
  return server;
}

const sweepMilliseconds = 20;

/** Of a server that listens. */
export function closed(server: Server, graceMilliseconds: number, plain?: PlainConnections): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
      plain?.closeAll();
    }, graceMilliseconds);
    // A connection is idle, and kept for its next request, only once the answer under way has gone out.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      plain?.closeIdle();
    }, sweepMilliseconds);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}
