/** Requests to our server, in turns with a bare one that sends constant bodies of the very sizes ours have. */
import type { Figure } from '../harness/benchmark.ts';
import type { Times } from '../harness/figures.ts';
import { cpuEach, rate, toReach } from '../harness/figures.ts';
import { interleave } from '../harness/interleave.ts';
import { measureLong, warm } from './ask-repeatedly.ts';
import type { ServerProcess } from './server-process.ts';

interface Beside {
  readonly name: string;
  readonly ours: ServerProcess;
  readonly constant: ServerProcess;
  readonly paths: readonly string[];
  readonly rounds: number;
  /** Of the bare server. */
  readonly reach?: Times;
  readonly note: (text: string) => void;
}

export async function besideConstant(beside: Beside): Promise<readonly Figure[]> {
  const { name, ours, constant, paths, rounds, reach, note } = beside;
  const sizes = await sizesOf(ours, paths);
  const mean = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  note(`${name}: ${String(paths.length)} requests a round, ${String(mean)} bytes each`);
  const constants = sizes.map((size) => `/${String(size)}`);
  await warm(constant, constants);
  await warm(ours, paths);
  const measured = await interleave(
    { ours: () => measureLong(ours, paths), peer: () => measureLong(constant, constants) },
    rounds,
  );
  const against = `bare node:http, ${String(mean)} bytes`;
  const pair = { ...measured, against };
  const figures = [
    rate({ ...pair, name: `${name}.rate` }, 'requests'),
    cpuEach({ ...pair, name: `${name}.cpu` }, 'request'),
  ];
  return reach === undefined ? figures : figures.map((figure) => toReach(figure, reach));
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
