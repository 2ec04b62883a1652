/**
 * An app as node:http calls it: what lies ready, or is asked plainly of a surface that reads such, goes from the app to
 * the connection as it is; all else takes the way over the Fetch standard, through @hono/node-server.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Log } from '../observe/log.ts';
import { Refused } from '../refusal/refused.ts';
import { responseOf } from './answer.ts';
import type { App } from './app.ts';
import type { Reply } from './dress.ts';
import { chain, settle } from './eventually.ts';
import { giveBack } from './lent-memory.ts';
import { plainIncoming } from './plain-incoming.ts';
import { renderProblem } from './problem.ts';
import { readBody } from './request-body.ts';

interface ListenerOptions {
  readonly log: Log;
  readonly newId: () => string;
  /** The address at the other end; default is that of the connection. */
  readonly peerOf?: (incoming: IncomingMessage) => string | undefined;
}

type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

export function requestListener(app: App, { log, newId, peerOf = connectionPeer }: ListenerOptions): Listener {
  const usual = usualListener(app, newId, peerOf);
  return (incoming, outgoing) => {
    const plain = plainIncoming(incoming);
    const peer = peerOf(incoming);
    const reply = plain && app.replyPlain(plain, { peer });
    if (reply === undefined) {
      usual(incoming, outgoing);
      return;
    }
    void settle(
      () =>
        chain(reply, (made) => {
          send(made, outgoing);
        }),
      (error) => {
        log.error({ err: error }, 'an answer could not be sent');
        outgoing.destroy();
      },
    );
  };
}

function connectionPeer({ socket }: IncomingMessage): string | undefined {
  return socket.remoteAddress;
}

function send({ status, headers, body }: Reply, outgoing: ServerResponse): void {
  outgoing.writeHead(status, headers);
  if (!(body instanceof Uint8Array)) {
    outgoing.end();
    return;
  }
  outgoing.end(body);
  // As a rule the system has taken all of it by now.
  if (outgoing.socket?.writableLength === 0) giveBack(body);
  else
    outgoing.once('finish', () => {
      giveBack(body);
    });
}

function usualListener(
  app: App,
  newId: () => string,
  peerOf: (incoming: IncomingMessage) => string | undefined,
): Listener {
  const listener = getRequestListener(
    (request, env) => {
      const { incoming, outgoing } = env as { incoming: IncomingMessage; outgoing: ServerResponse };
      const withBody = async (_: Request, maxBytes: number): Promise<Request> => {
        // The adapter takes this for the body.
        Object.assign(incoming, { rawBody: await readBody(incoming, maxBytes) });
        return request;
      };
      return chain(app.reply(request, { peer: peerOf(incoming), withBody }), ({ status, headers, body }) => {
        if (body instanceof Uint8Array)
          outgoing.once('finish', () => {
            giveBack(body);
          });
        return responseOf({ status, headers, body });
      });
    },
    {
      hostname: 'localhost',
      // What cannot become a Request: a Host header or a target that is no URL.
      errorHandler: (error) => unreadable(error, newId()),
    },
  );
  return (incoming, outgoing) => void listener(incoming, outgoing);
}

function unreadable(error: unknown, correlationId: string): Response {
  const cause = error instanceof Error ? `The request cannot be read: ${error.message}` : 'The request cannot be read';
  const refused = new Refused('request_malformed', { cause, allowed: 'a URL and a Host header that are valid' });
  const response = renderProblem(refused, { correlationId, now: new Date(0) });
  response.headers.set('x-correlation-id', correlationId);
  return response;
}
