/** From the start of the `serve` process to its first answer: with all places to read, from the snapshot, and with none. */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { dataFiles, openSqliteStore } from '@pantograph/server';
import type { Benchmark, Figure } from './harness/benchmark.ts';
import { duration, peakMemory } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import type { Measurement } from './harness/measure.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { unseenStore } from './serving/world-store.ts';

/** Over a million places. */
const start = { target: 2, ambition: 0.3 };
const memory = { target: 400, ambition: 120 };
const launcher = fileURLToPath(new URL('../packages/cli/bin/pantograph.js', import.meta.url));

export const coldStart: Benchmark = {
  name: 'cold-start',
  about: 'start `serve` until it answers: from a snapshot, beside a start without places',
  async run({ rounds, locations, note }) {
    await using world = await unseenStore(locations, note);
    await using nothing = await temporaryDirectory();
    const id = await anyLocation(dataFiles(world.directory).store);
    const anyId = 'pan0-AAAAAAAAAAAAAAAAAAAAAA';
    await firstAnswer(nothing.path, anyId, 404);
    note('the first start reads all places, and writes the snapshot when it ends');
    const built = await firstAnswer(world.directory, id, 200);
    note(`${String(rounds)} rounds`);
    const { ours, peer } = await interleave(
      {
        ours: () => firstAnswer(world.directory, id, 200),
        peer: () => firstAnswer(nothing.path, anyId, 404),
      },
      rounds,
    );
    const pair = { ours, peer, against: 'a start without places' };
    const perLocation: Figure = {
      name: 'cold-start.memory',
      value: (ours.peakBytes - peer.peakBytes) / locations,
      unit: 'bytes/location',
      ...memory,
    };
    return [
      duration({ name: 'cold-start.all_places_read', ours: built }),
      { ...duration({ ...pair, name: 'cold-start.first_answer' }), ...start },
      peakMemory({ ...pair, name: 'cold-start.peak_rss' }),
      perLocation,
    ];
  },
};

async function anyLocation(storeFile: string): Promise<string> {
  const store = openSqliteStore(storeFile);
  const [first] = store.locations(0, 1);
  await store.close();
  if (first === undefined) throw new Error('the store is empty');
  return first.contentId;
}

async function firstAnswer(data: string, id: string, status: number): Promise<Measurement> {
  const before = performance.now();
  const server = spawn(process.execPath, [launcher, 'serve', '--data', data, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(server, 'close');
  let url: string | undefined;
  for await (const line of createInterface({ input: server.stdout })) {
    url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) break;
  }
  if (url === undefined) throw new Error('the server did not say where it listens');
  const response = await fetch(`${url}/v3/locations/${id}?fields=evses`);
  await response.arrayBuffer();
  const seconds = (performance.now() - before) / 1000;
  if (response.status !== status) throw new Error(`the first answer was ${String(response.status)}`);
  const peakBytes = await peakOf(server.pid);
  server.kill('SIGTERM');
  await closed;
  return { count: 1, seconds, cpuSeconds: Number.NaN, peakBytes };
}

/** Linux only; elsewhere the figure is missing (NaN). */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}
