/** An app behind a TCP port. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Log } from '../observe/log.ts';
import type { App } from './app.ts';
import { maxHeaderBytes, timeouts } from './limits.ts';
import { requestListener } from './request-listener.ts';

interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Lets several threads or processes share the port. */
  readonly reusePort?: boolean;
  readonly log: Log;
  readonly newId: () => string;
  /** Looks at every request first; `true`: it answers this one itself. */
  readonly takeOver?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
}

export interface Listening {
  readonly port: number;
  readonly url: string;
  /** Takes no further connection, lets those under way end, and cuts what is left after `graceMilliseconds`. */
  readonly close: (graceMilliseconds?: number) => Promise<void>;
}

export async function listen(app: App, options: ListenOptions): Promise<Listening> {
  const { host, port, reusePort, log, newId, takeOver } = options;
  const answer = requestListener(app, { log, newId });
  const server = createServer(
    {
      maxHeaderSize: maxHeaderBytes,
      headersTimeout: timeouts.headers,
      requestTimeout: timeouts.request,
      keepAliveTimeout: timeouts.keepAlive,
      // HTTP/1.0 and lenient clients send none.
      requireHostHeader: false,
    },
    takeOver === undefined
      ? answer
      : (incoming, outgoing) => {
          if (!takeOver(incoming, outgoing)) answer(incoming, outgoing);
        },
  );
  server.timeout = timeouts.idle;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    refuseRaw(error, socket, newId());
  });
  const address = await bound(server, { host, port, ...(reusePort === undefined ? {} : { reusePort }) });
  server.on('error', (error) => {
    log.error({ err: error }, 'listening failed');
  });
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const reachable = address.address === '::' || address.address === '0.0.0.0' ? 'localhost' : shown;
  return {
    port: address.port,
    url: `http://${host === 'localhost' ? host : reachable}:${String(address.port)}`,
    close: (graceMilliseconds = 5_000) => closed(server, graceMilliseconds),
  };
}

function bound(server: Server, where: { host: string; port: number; reusePort?: boolean }): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(where, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server listens on no TCP port.'));
      else resolve(address);
    });
  });
}

const sweepMilliseconds = 20;

/** Of a server that listens. */
export function closed(server: Server, graceMilliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections();
    }, graceMilliseconds);
    // A connection is idle, and kept for its next request, only once the answer under way has gone out.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
    }, sweepMilliseconds);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });
}

/** What was not even HTTP, or too much of it: node's own answers carry no correlation id. */
function refuseRaw(error: NodeJS.ErrnoException, socket: Socket, correlationId: string): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, cause] = rawRefusals.get(error.code ?? '') ?? ['400 Bad Request', 'The request is not valid HTTP/1.1'];
  const body = JSON.stringify({
    title: status.slice(4),
    status: Number(status.slice(0, 3)),
    detail: cause,
    correlationId,
  });
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      'Connection: close',
      'Content-Type: application/problem+json',
      `Content-Length: ${String(body.length)}`,
      `X-Correlation-ID: ${correlationId}`,
      '',
      body,
    ].join('\r\n'),
  );
}

const rawRefusals = new Map<string, readonly [string, string]>([
  [
    'HPE_HEADER_OVERFLOW',
    ['431 Request Header Fields Too Large', `Request line and headers exceed ${String(maxHeaderBytes)} bytes`],
  ],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', ['413 Content Too Large', 'The chunk extensions are too long']],
  ['ERR_HTTP_REQUEST_TIMEOUT', ['408 Request Timeout', 'The request did not arrive in time']],
]);
