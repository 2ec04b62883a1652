/** A client on a server of the small world, by way of its port; and one on answers that a test makes up. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer } from '@pantograph/server';
import { createLog, openSqliteStore, startServer } from '@pantograph/server';
import { fillSmallWorld } from '../../server/test/fill-small-world.ts';
import { smallWorldTime } from '../../server/test/small-world.ts';
import type { Client, ClientOptions } from '../src/index.ts';
import { createClient } from '../src/index.ts';

export interface ServedSmallWorld {
  readonly url: string;
  close(): Promise<void>;
}

export async function serveSmallWorld(): Promise<ServedSmallWorld> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pantograph-client-'));
  const store = openSqliteStore(join(dataDir, 'store.db'));
  await fillSmallWorld(store);
  const server: RunningServer = await startServer({
    dataDir,
    store,
    port: 0,
    log: createLog('silent'),
    now: () => smallWorldTime,
  });
  return {
    url: server.url,
    async close() {
      await server.close();
      await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export interface Scripted {
  readonly client: Client;
  readonly requests: { readonly url: URL; readonly method: string; readonly headers: Headers; readonly body: string }[];
  /** Milliseconds of each pause between attempts. */
  readonly waits: number[];
}

export type Answer = Response | Error | ((request: Request) => Response | Promise<Response>);

export const START = Date.parse('2026-03-10T12:00:00Z');

/** Answers in turn, the last one for ever; pauses pass at once, and chance is always a half. */
export function scriptedClient(answers: readonly Answer[], options: Partial<ClientOptions> = {}): Scripted {
  const requests: Scripted['requests'] = [];
  const waits: number[] = [];
  let now = START;
  const client = createClient({
    baseUrl: 'http://pantograph.test',
    ...options,
    clock: {
      now: () => now,
      random: () => 0.5,
      wait(milliseconds, signal) {
        signal?.throwIfAborted();
        waits.push(milliseconds);
        now += milliseconds;
        return Promise.resolve();
      },
    },
    async fetch(input, init) {
      const request = new Request(input, init);
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      const { method, headers } = request;
      requests.push({ url: new URL(request.url), method, headers, body: await request.clone().text() });
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('there is no answer');
      return answer instanceof Response ? answer.clone() : answer(request);
    },
  });
  return { client, requests, waits };
}

export function json(body: unknown, init?: ResponseInit): Response {
  return Response.json(body, init);
}
