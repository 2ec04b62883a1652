/** From the start of the `serve` process to its first answer, beside a process that reads and parses the same bytes. */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { dataFiles, openSqliteStore } from '@pantograph/server';
import type { Benchmark } from './harness/benchmark.ts';
import { runChild } from './harness/child.ts';
import { duration, peakMemory } from './harness/figures.ts';
import { interleave } from './harness/interleave.ts';
import type { Contender } from './harness/interleave.ts';
import type { Measurement } from './harness/measure.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';
import { worldFile } from './harness/world-file.ts';

const LOCATIONS = 70_000;
const EVSES_PER_LOCATION = 2.4;
const launcher = fileURLToPath(new URL('../packages/cli/bin/pantograph.js', import.meta.url));

export const coldStart: Benchmark = {
  name: 'cold-start',
  about: `start \`serve\` on a store of ${String(LOCATIONS)} locations, until it answers`,
  async run({ rounds, note }) {
    const world = await worldFile(LOCATIONS, EVSES_PER_LOCATION, note);
    await using directory = await temporaryDirectory();
    const { store: storeFile } = dataFiles(directory.path);
    note('importing');
    await runChild('import-file.ts', [world.locationsPath, storeFile]);
    const id = await anyLocation(storeFile);
    note(`${String(rounds)} rounds`);
    const parse: Contender = () => timed(() => runChild('parse-file.ts', [world.locationsPath]));
    const { ours, peer } = await interleave({ ours: () => firstAnswer(directory.path, id), peer: parse }, rounds);
    const pair = { ours, peer, against: 'read + JSON.parse of the same world' };
    return [
      duration({ ...pair, name: 'cold-start.first_answer' }),
      peakMemory({ ...pair, name: 'cold-start.peak_rss' }),
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

async function firstAnswer(data: string, id: string): Promise<Measurement> {
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
  if (response.status !== 200) throw new Error(`the first answer was ${String(response.status)}`);
  const peakBytes = await peakOf(server.pid);
  server.kill('SIGTERM');
  await closed;
  return { count: 1, seconds, cpuSeconds: Number.NaN, peakBytes };
}

/** The start of the process counts for the peer too. */
async function timed(contender: Contender): Promise<Measurement> {
  const before = performance.now();
  const measurement = await contender();
  return { ...measurement, seconds: (performance.now() - before) / 1000 };
}

/** Linux only; elsewhere the figure is missing (NaN). */
async function peakOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}
