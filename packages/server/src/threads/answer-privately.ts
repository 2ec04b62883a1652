/** The main thread's own edge, behind a socket that only this process can reach: in a directory of its owner's alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../http/app.ts';
import { maxHeaderBytes } from '../http/limits.ts';
import { closed, nodeSettings } from '../http/node-server.ts';
import { requestListener } from '../http/request-listener.ts';
import type { Log } from '../observe/log.ts';
import { PEER_HEADER } from './pass-on.ts';

interface PrivateOptions {
  readonly log: Log;
  readonly newId: () => string;
}

export interface PrivateAnswers {
  /** Of the socket. */
  readonly path: string;
  readonly close: () => Promise<void>;
}

/** A thread adds a header to what it passes on. */
const MORE_HEADER_BYTES = 1024;
const GRACE_MILLISECONDS = 1000;

export async function answerPrivately(app: App, { log, newId }: PrivateOptions): Promise<PrivateAnswers> {
  // Paths of sockets are short: about a hundred characters at most.
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-'));
  const path = join(directory, 'main');
  const server = createServer(
    {
      ...nodeSettings,
      maxHeaderSize: maxHeaderBytes + MORE_HEADER_BYTES,
      // Threads end connections that they need no more; one that is ended here may have a request on its way.
      keepAliveTimeout: 0,
    },
    requestListener(app, { log, newId, peerOf }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
  server.on('error', (err) => log.error({ err }, 'listening to threads failed'));
  return {
    path,
    close: async () => {
      await closed(server, GRACE_MILLISECONDS);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function peerOf({ headers }: IncomingMessage): string | undefined {
  const peer = headers[PEER_HEADER];
  return typeof peer === 'string' ? peer : 'unknown';
}
