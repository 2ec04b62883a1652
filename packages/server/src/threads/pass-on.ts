/**
 * Requests that a serving thread hands to the main thread, over a private socket, and the answers back; bodies flow both
 * ways as they come. Nothing is looked into but what belongs to one connection alone (RFC 9110, section 7.6.1).
 */
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { Agent, request } from 'node:http';
import { renderProblem } from '../http/problem.ts';
import type { Log } from '../observe/log.ts';
import { Refused } from '../refusal/refused.ts';

/** In what is passed on: the address at the other end of the caller's connection. Nobody else can write to the socket. */
export const PEER_HEADER = 'pantograph-peer';

interface PassOnOptions {
  readonly mainSocket: string;
  readonly log: Log;
  readonly newId: () => string;
}

export interface Passage {
  passOn(incoming: IncomingMessage, outgoing: ServerResponse): void;
  /** Lets go of idle connections. */
  close(): void;
}

export function passageToMain({ mainSocket, log, newId }: PassOnOptions): Passage {
  const agent = new Agent({ keepAlive: true });

  function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const { method, url } = incoming;
    const headers = [...ownHeaders(incoming.rawHeaders), PEER_HEADER, incoming.socket.remoteAddress ?? 'unknown'];
    const asked = request({ socketPath: mainSocket, agent, method, path: url, headers, setHost: false });
    asked.on('response', (answer) => {
      outgoing.writeHead(
        answer.statusCode ?? 502,
        answer.statusMessage,
        ownHeaders(answer.rawHeaders, ['transfer-encoding']),
      );
      // A stream may say nothing for a while; its caller is to know that it is there.
      if (answer.headers['content-length'] === undefined) outgoing.flushHeaders();
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    asked.on('error', (err) => {
      if (outgoing.headersSent || outgoing.destroyed) {
        outgoing.destroy();
        return;
      }
      log.error({ err, method }, 'the main thread did not answer');
      void refuse(outgoing, newId());
    });
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) asked.destroy();
    });
    send(incoming, asked);
  }

  return { passOn, close: () => agent.destroy() };
}

function send(incoming: IncomingMessage, asked: ClientRequest): void {
  const { headers } = incoming;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (hasBody) incoming.pipe(asked);
  else asked.end();
}

async function refuse(outgoing: ServerResponse, correlationId: string): Promise<void> {
  const refused = new Refused('unavailable', { cause: 'The server cannot answer this request now', retryAfter: 1 });
  const response = renderProblem(refused, { correlationId, now: new Date(0) });
  const headers = { ...Object.fromEntries(response.headers), 'retry-after': '1', 'x-correlation-id': correlationId };
  outgoing.writeHead(response.status, headers);
  outgoing.end(await response.text());
}

/** Of one connection alone, beside those that `Connection` names. */
const ofConnection = new Set(['connection', 'keep-alive', 'proxy-connection', 'upgrade', 'te', 'trailer', 'expect']);

/** Names and values in turns, as node:http gives and takes them; without those of one connection, and some more. */
function ownHeaders(raw: readonly string[], without: readonly string[] = []): string[] {
  const named = new Set<string>([...ofConnection, PEER_HEADER, ...without]);
  const kept: string[] = [];
  eachHeader(raw, (name, value) => {
    if (name.toLowerCase() !== 'connection') return;
    for (const option of value.split(',')) named.add(option.trim().toLowerCase());
  });
  eachHeader(raw, (name, value) => {
    if (!named.has(name.toLowerCase())) kept.push(name, value);
  });
  return kept;
}

function eachHeader(raw: readonly string[], visit: (name: string, value: string) => void): void {
  for (let at = 0; at + 1 < raw.length; at += 2) visit(raw[at] ?? '', raw[at + 1] ?? '');
}
