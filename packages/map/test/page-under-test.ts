/** The page of a small demo world, in a browser; statuses change when a test says so. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunningServer, Store } from '@pantograph/server';
import {
  createKey,
  createLog,
  dataFiles,
  demoWorld,
  fillStore,
  openKeyStore,
  openSqliteStore,
  startServer,
} from '@pantograph/server';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { ensurePageBuilt } from '../build/ensure-built.ts';

export interface ServedWorld {
  readonly url: string;
  readonly store: Store;
  /** Everything stays as it is, but nothing answers any more until `serveAgain`. */
  stopServing(): Promise<void>;
  serveAgain(): Promise<void>;
  close(): Promise<void>;
}

export async function serveDemoWorld(locations: number): Promise<ServedWorld> {
  await ensurePageBuilt();
  const dataDir = mkdtempSync(join(tmpdir(), 'pantograph-page-'));
  const store = openSqliteStore(join(dataDir, 'store.db'));
  const now = new Date();
  await fillStore(store, await demoWorld({ locations, seed: 1, now }), { now });
  const start = (port: number): Promise<RunningServer> =>
    startServer({ dataDir, store, port, log: createLog('silent') });
  let server = await start(0);
  return {
    url: server.url,
    store,
    stopServing: () => server.close(),
    async serveAgain() {
      server = await start(server.port);
    },
    async close() {
      await server.close();
      await store.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export interface ClosedServer {
  readonly url: string;
  readonly key: string;
  close(): Promise<void>;
}

/** The same world behind a second server, which answers nobody without a key. */
export async function serveClosed({ store }: ServedWorld): Promise<ClosedServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pantograph-closed-'));
  const keys = openKeyStore(dataFiles(dataDir).keys);
  const { key } = createKey(keys, { name: 'visitor', rights: [] }, new Date());
  keys.close();
  const server = await startServer({ dataDir, store, port: 0, log: createLog('silent'), access: { mode: 'closed' } });
  return {
    url: server.url,
    key,
    async close() {
      await server.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

export interface OpenedPage {
  readonly page: Page;
  /** What the console and the page complained of. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints, close: () => context.close() };
}
