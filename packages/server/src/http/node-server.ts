/** node:http as this server sets it up: its bounds, its words for what is no HTTP, and its end. */
import type { RequestListener, Server, ServerOptions } from 'node:http';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { maxHeaderBytes, timeouts } from './limits.ts';
import type { PlainConnections } from './plain-first.ts';

export const nodeSettings: ServerOptions = {
  maxHeaderSize: maxHeaderBytes,
  headersTimeout: timeouts.headers,
  requestTimeout: timeouts.request,
  keepAliveTimeout: timeouts.keepAlive,
  // HTTP/1.0 and lenient clients send none.
  requireHostHeader: false,
};

export function nodeServer(listener: RequestListener, newId: () => string): Server {
  const server = createServer(nodeSettings, listener);
  server.timeout = timeouts.idle;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    refuseRaw(error, socket, newId());
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
