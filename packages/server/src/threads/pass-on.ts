/**
 * Requests that a serving thread hands to the main thread, over a private socket, and the answers back; bodies flow both
 * ways as they come. Both ends are ours, so that nothing is taken away but what belongs to the caller's connection: the
 * main thread sees each header that decides who somebody is, whatever else the caller says of it.
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
    let asked: ClientRequest;
    try {
      asked = ask(incoming);
    } catch (err) {
      log.error({ err }, 'a request could not be passed on');
      void refuse(outgoing, newId());
      return;
    }
    asked.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, kept(answer.rawHeaders, aboutAnswer));
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
      log.error({ err }, 'the main thread did not answer');
      void refuse(outgoing, newId());
    });
    outgoing.on('close', () => {
      if (!outgoing.writableFinished) asked.destroy();
    });
    if (frameOf(incoming).length === 0) asked.end();
    else incoming.pipe(asked);
  }

  function ask(incoming: IncomingMessage): ClientRequest {
    const { method, url, rawHeaders, socket } = incoming;
    const peer = [PEER_HEADER, socket.remoteAddress ?? 'unknown'];
    const headers = [...kept(rawHeaders, aboutRequest), ...frameOf(incoming), ...peer];
    return request({ socketPath: mainSocket, agent, method, path: url, headers, setHost: false });
  }

  return { passOn, close: () => agent.destroy() };
}

/** How long the body is, as node has read it: never a text that two readers could take for two things. */
function frameOf({ headers }: IncomingMessage): readonly string[] {
  if (headers['transfer-encoding'] !== undefined) return ['transfer-encoding', 'chunked'];
  const length = headers['content-length'];
  return length === undefined ? [] : ['content-length', length];
}

async function refuse(outgoing: ServerResponse, correlationId: string): Promise<void> {
  const refused = new Refused('unavailable', { cause: 'The server cannot answer this request now', retryAfter: 1 });
  const response = renderProblem(refused, { correlationId, now: new Date(0) });
  const headers = { ...Object.fromEntries(response.headers), 'retry-after': '1', 'x-correlation-id': correlationId };
  outgoing.writeHead(response.status, headers);
  outgoing.end(await response.text());
}

const ofConnection = ['connection', 'keep-alive', 'proxy-connection', 'upgrade', 'te', 'trailer', 'expect'];
const aboutRequest = new Set([...ofConnection, 'transfer-encoding', 'content-length', PEER_HEADER]);
/** Node chooses how to send a body whose length is not known. */
const aboutAnswer = new Set([...ofConnection, 'transfer-encoding']);

/** Names and values in turns, as node:http gives and takes them. */
function kept(raw: readonly string[], without: ReadonlySet<string>): string[] {
  return raw.filter((_, at) => !without.has((raw[at - (at % 2)] ?? '').toLowerCase()));
}
