/** An app behind a TCP port. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../observe/log.ts';
import type { App } from './app.ts';
import { closed, nodeServer } from './node-server.ts';
import { plainFirst } from './plain-first.ts';
import { requestListener } from './request-listener.ts';

interface ListenOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Lets several threads or processes share the port. */
  readonly reusePort?: boolean;
  readonly log: Log;
  readonly newId: () => string;
  /** Who answers some requests in place of the app. */
  readonly other?: OtherAnswerer;
  /** Runs before the app is asked. */
  readonly before?: () => void;
}

interface OtherAnswerer {
  readonly answers: (target: string) => boolean;
  readonly answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void;
}

export interface Listening {
  readonly port: number;
  readonly url: string;
  /** Takes no further connection, lets those under way end, and cuts what is left after `graceMilliseconds`. */
  readonly close: (graceMilliseconds?: number) => Promise<void>;
}

export async function listen(app: App, options: ListenOptions): Promise<Listening> {
  const { host, port, reusePort, log, newId, other, before } = options;
  const answer = requestListener(app, { log, newId });
  const server = nodeServer((incoming, outgoing) => {
    if (other?.answers(incoming.url ?? '/') === true) {
      other.answer(incoming, outgoing);
      return;
    }
    before?.();
    answer(incoming, outgoing);
  }, app);
  const plain = plainFirst(server, {
    answer(asked, { remoteAddress: peer }) {
      if (other?.answers(asked.target) === true) return undefined;
      before?.();
      return app.replyPlain(asked, { peer });
    },
    log,
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
    close: (graceMilliseconds = 5_000) => closed(server, graceMilliseconds, plain),
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
