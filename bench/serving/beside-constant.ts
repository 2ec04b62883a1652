/** Requests to our server, in turns with a bare one that sends constant bodies of the very sizes ours have. */
import type { Figure } from '../harness/benchmark.ts';
import { cpuEach, rate } from '../harness/figures.ts';
import { interleave } from '../harness/interleave.ts';
import type { ServerProcess } from './server-process.ts';

interface Beside {
  readonly name: string;
  readonly ours: ServerProcess;
  readonly constant: ServerProcess;
  readonly paths: readonly string[];
  readonly rounds: number;
  /** Of the bare server's rate. */
  readonly target: number;
  readonly note: (text: string) => void;
}

const WARM_REQUESTS = 5_000;

export async function besideConstant(beside: Beside): Promise<readonly Figure[]> {
  const { name, ours, constant, paths, rounds, note } = beside;
  const sizes = await sizesOf(ours, paths);
  const mean = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  note(`${name}: ${String(paths.length)} requests a round, ${String(mean)} bytes each`);
  const constants = sizes.map((size) => `/${String(size)}`);
  // Unmeasured, so that neither starts cold: code is compiled in steps, the last after some thousand calls.
  for (let asked = 0; asked < WARM_REQUESTS; asked += paths.length) {
    await constant.measure(constants);
    await ours.measure(paths);
  }
  const measured = await interleave(
    { ours: () => ours.measure(paths), peer: () => constant.measure(constants) },
    rounds,
  );
  const against = `bare node:http, ${String(mean)} bytes`;
  const pair = { ...measured, against };
  const asked = rate({ ...pair, name: `${name}.rate` }, 'requests');
  return [
    { ...asked, ...(asked.peer === undefined ? {} : { target: asked.peer * beside.target }) },
    cpuEach({ ...pair, name: `${name}.cpu` }, 'request'),
  ];
}

/** Asks each path once and sees that all of it is JSON. */
async function sizesOf({ port }: ServerProcess, paths: readonly string[]): Promise<readonly number[]> {
  const sizes: number[] = [];
  for (const path of paths) {
    const response = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
      headers: { 'accept-encoding': 'identity' },
    });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${String(response.status)} for ${path}: ${text.slice(0, 300)}`);
    JSON.parse(text);
    sizes.push(Buffer.byteLength(text));
  }
  return sizes;
}
