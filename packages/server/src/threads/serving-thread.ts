/** The program of a serving thread: the surfaces that only read, over a mirror of the main thread's world. */
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { accessAs } from '../access/set-up-access.ts';
import { openKeyStore } from '../access/key-store.ts';
import { sharedRateLimiter } from '../access/shared-rate-limiter.ts';
import { SnapshotKeeper } from '../atlas/snapshot/snapshot-keeper.ts';
import { createApp } from '../http/app.ts';
import type { Listening } from '../http/listen.ts';
import { listen } from '../http/listen.ts';
import { usageCounter } from '../legacy/usage/usage-counter.ts';
import { mountReading } from '../mount-reading.ts';
import { createLog } from '../observe/log.ts';
import { tallyKeeper } from '../observe/tally.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { twinAlterations } from '../twins/index.ts';
import { passageToMain } from './pass-on.ts';
import { readEditions } from './read-editions.ts';
import type { Order, ThreadSetup, Told } from './thread-setup.ts';
import { isForMain, pathOfTarget } from './what-main-answers.ts';

const COUNT_MILLISECONDS = 1000;

const setup = workerData as ThreadSetup;
const { host, settings, files, documents } = setup;

function tell(told: Told): void {
  parentPort?.postMessage(told);
}

const now = (): Date => new Date();
const newId = randomUUID;
const log = createLog(setup.logLevel, { write: (line) => tell({ kind: 'logged', line }) });
const store = openSqliteStore(files.store);
const keys = openKeyStore(files.keys);
const keeper = new SnapshotKeeper({
  path: files.documents,
  documents: { memoryBytes: documents.memoryBytes, mostBytes: documents.fileBytes },
  log,
});
const { atlas, catchUp } = readEditions(setup, {
  store,
  kept: keeper.keptDocuments(),
  now,
  ...(setup.twins && { alterations: twinAlterations }),
});
let uses = usageCounter();
const tally = tallyKeeper();
const surfaces = mountReading({
  atlas,
  store,
  settings,
  lookup: settings.lookup,
  legacy: settings.legacy,
  usage: { record: (use) => uses.record(use) },
});
const access = accessAs(setup.access, host, keys, { fetch, log, limiter: sharedRateLimiter(setup.limiter) });
const app = createApp({ surfaces, access, metrics: tally, log, newId, now });
const passage = passageToMain({ mainSocket: setup.mainSocket, log, newId });
let listening: Listening | undefined;

async function serve(port: number): Promise<void> {
  try {
    listening = await listen(app, {
      host,
      port,
      reusePort: true,
      log,
      newId,
      other: {
        answers: (target) => isForMain(pathOfTarget(target), surfaces),
        answer: (incoming, outgoing) => passage.passOn(incoming, outgoing),
      },
      before: catchUp,
    });
    tell({ kind: 'listening', port: listening.port, url: listening.url });
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    tell({ kind: 'refused', message, code });
  }
}

function count(number?: number): void {
  const taken = { tally: tally.take(), uses: uses.counts() };
  uses = usageCounter();
  const isNothing = taken.tally.durations.length + taken.tally.refusals.length + taken.uses.length === 0;
  if (number === undefined && isNothing) return;
  tell({ kind: 'count', ...(number !== undefined && { number }), ...taken });
}

async function stop(): Promise<void> {
  clearInterval(counting);
  await listening?.close();
  passage.close();
  count();
  setup.editions.close();
  atlas.close();
  keeper.letGo();
  keys.close();
  await store.close();
  tell({ kind: 'stopped' });
}

const counting = setInterval(() => count(), COUNT_MILLISECONDS);
parentPort?.on('message', (order: Order) => {
  if (order.kind === 'listen') void serve(order.port);
  else if (order.kind === 'count') count(order.number);
  else void stop();
});
tell({ kind: 'ready' });
