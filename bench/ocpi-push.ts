/**
 * Durable status PATCHes over HTTP, beside what the disk and the store allow, and how soon after its acknowledgement a
 * new status is found by a search.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openSqliteStore } from '@pantograph/server';
import type { Benchmark, Figure } from './harness/benchmark.ts';
import { cpuEach, rate } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import { measured } from './harness/measure.ts';
import type { Measurement } from './harness/measure.ts';
import { rawConnection } from './harness/raw-connection.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { appendAndFlush } from './ocpi-push/disk-loop.ts';
import { freshness } from './ocpi-push/freshness.ts';
import { besidePostgres } from './ocpi-push/beside-postgres.ts';
import { PLACES, makePushWorld, observedAt, patchRequest } from './ocpi-push/push-world.ts';
import type { PushWorld } from './ocpi-push/push-world.ts';

const SECONDS = 1.5;
const child = fileURLToPath(new URL('child/serve.ts', import.meta.url));

/** Over all rounds, so that every PATCH is news. */
let patches = 0;

export const ocpiPush: Benchmark = {
  name: 'ocpi-push',
  about: 'durable status PATCHes over HTTP, and the time until a search shows them',
  async run({ rounds, peers, note }) {
    await using directory = await temporaryDirectory();
    await using storeOnly = await temporaryDirectory();
    const world = await makePushWorld(directory.path);
    await makePushWorld(storeOnly.path);
    const server = spawn(process.execPath, [child, directory.path], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(server, 'close');
    const [url] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
    const figures: Figure[] = [];
    try {
      if (peers.has('postgres'))
        figures.push(...(await besidePostgres({ rounds, note, ours: url, token: world.token, patch: patchOverHttp })));
      for (const connections of [16, 64]) {
        note(`${String(connections)} connections, ${String(rounds)} rounds`);
        const { http, store, disk } = await interleave(
          {
            http: () => withCpuOf(server.pid, () => patchOverHttp(url, world.token, connections)),
            store: () => patchInStore(storeOnly.file('pantograph.db'), world, connections),
            disk: () => appendAndFlush(storeOnly.file('append'), connections, SECONDS),
          },
          rounds,
        );
        const against = `append + fdatasync in groups of ${String(connections)}`;
        const name = `ocpi-push.${String(connections)}`;
        figures.push(
          rate({ name: `${name}.http`, ours: http, peer: disk, against }, 'PATCHes'),
          rate({ name: `${name}.store`, ours: store, peer: disk, against }, 'changes'),
          cpuEach({ name: `${name}.server_cpu`, ours: http }, 'PATCH'),
        );
      }
      note('freshness at 2,000 PATCHes a second');
      figures.push(...(await freshness(url, world, () => patches++)));
    } finally {
      server.kill('SIGKILL');
      await closed;
    }
    return figures;
  },
};

async function patchOverHttp(url: string, token: string, connections: number): Promise<Measurement> {
  const open = await Promise.all(Array.from({ length: connections }, () => rawConnection(url)));
  const end = performance.now() + SECONDS * 1000;
  const result = await measured(async () => {
    let count = 0;
    await Promise.all(
      open.map(async (connection) => {
        while (performance.now() < end) {
          const response = await connection.send(patchRequest(patches++, token));
          if (!response.includes('"status_code":1000')) throw new Error(`not acknowledged: ${response}`);
          count++;
        }
      }),
    );
    return count;
  });
  for (const connection of open) connection.close();
  return result;
}

/** Of the server, where the system tells it: the rate is what was left of a machine that others use too. */
async function withCpuOf(pid: number | undefined, work: () => Promise<Measurement>): Promise<Measurement> {
  const before = await cpuSecondsOf(pid);
  const measurement = await work();
  return { ...measurement, cpuSeconds: (await cpuSecondsOf(pid)) - before };
}

/** Linux only; elsewhere the figure is missing (NaN). Ticks are hundredths of a second. */
async function cpuSecondsOf(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  const [user = 'NaN', system = 'NaN'] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}

/** The same changes without HTTP: what the disk and the store cost alone. */
async function patchInStore(path: string, { contentIds }: PushWorld, writers: number): Promise<Measurement> {
  const store = openSqliteStore(path);
  const end = performance.now() + SECONDS * 1000;
  const result = await measured(async () => {
    let count = 0;
    const write = async (): Promise<void> => {
      while (performance.now() < end) {
        const number = patches++;
        const contentId = contentIds[number % PLACES];
        if (contentId === undefined) throw new Error('the world is empty');
        const at = observedAt(number);
        const status = { uid: 'E1', status: 'CHARGING', observedAt: at, receivedAt: at } as const;
        await store.apply([{ kind: 'status', contentId, status }]);
        count++;
      }
    };
    await Promise.all(Array.from({ length: writers }, write));
    return count;
  });
  await store.close();
  return result;
}
