/** A real HTTP server on loopback that behaves as a test tells it to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PeerServer extends AsyncDisposable {
  /** Without a slash at its end. */
  readonly url: string;
  /** What was asked: method, path and query. */
  readonly asked: readonly string[];
  readonly headers: readonly IncomingMessage['headers'][];
}

export type Behaviour = (request: IncomingMessage, response: ServerResponse, url: URL) => void;

export async function peerServer(behave: Behaviour): Promise<PeerServer> {
  const asked: string[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    headers.push(request.headers);
    behave(request, response, new URL(request.url ?? '', 'http://peer'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    asked,
    headers,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface PageOptions {
  readonly objects: readonly unknown[];
  /** Largest page, whatever was asked for. */
  readonly pageSize?: number;
  readonly link?: boolean;
  readonly total?: boolean;
  readonly status?: number;
}

/** Answers one page of a list, as OCPI 2.3.0 has it. */
export function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  { objects, pageSize = 100, link = true, total = true }: PageOptions,
): void {
  const url = new URL(request.url ?? '', `http://${request.headers.host ?? ''}`);
  const since = url.searchParams.get('date_from');
  const matching = since === null ? objects : objects.filter((one) => updatedOf(one) >= since);
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = Math.min(pageSize, Number(url.searchParams.get('limit') ?? pageSize));
  const end = offset + limit;
  if (link && end < matching.length) {
    url.searchParams.set('offset', String(end));
    url.searchParams.set('limit', String(limit));
    response.setHeader('link', `<${url.href}>; rel="next"`);
  }
  if (total) response.setHeader('x-total-count', String(matching.length));
  response.setHeader('x-limit', String(pageSize));
  answerData(response, matching.slice(offset, end));
}

export function answerData(response: ServerResponse, data: unknown, statusCode = 1000): void {
  response.setHeader('content-type', 'application/json');
  const envelope = { status_code: statusCode, status_message: 'x', timestamp: '2026-03-10T12:00:00Z' };
  response.end(JSON.stringify({ ...envelope, ...(data === undefined ? {} : { data }) }));
}

function updatedOf(object: unknown): string {
  return typeof object === 'object' && object !== null && 'last_updated' in object ? String(object.last_updated) : '';
}
