/** Requests to our server, in turns with a peer that is asked the same and gives the same answers. */
import type { Figure } from '../harness/benchmark.ts';
import type { Times } from '../harness/figures.ts';
import { cpuEach, rate, toReach } from '../harness/figures.ts';
import { interleave } from '../harness/interleave.ts';
import { measureLong, warm } from './ask-repeatedly.ts';
import type { ServerProcess } from './server-process.ts';

interface BesidePeer {
  readonly name: string;
  readonly ours: ServerProcess;
  readonly peer: ServerProcess;
  readonly against: string;
  readonly paths: readonly string[];
  readonly rounds: number;
  /** How many times the peer's rate, and how much less than its CPU. */
  readonly reach: Times;
  /** Throws where the two bodies do not say the same. */
  readonly compare: (ours: unknown, peer: unknown, path: string) => void;
  readonly note: (text: string) => void;
}

/** The peer's CPU is that of all processes which work for it. */
export async function besidePeer(beside: BesidePeer): Promise<readonly Figure[]> {
  const { name, ours, peer, against, paths, rounds, reach, compare, note } = beside;
  for (const path of paths) {
    const [our, their] = await Promise.all([jsonOf(ours, path), jsonOf(peer, path)]);
    compare(our, their, path);
  }
  note(`${name}: ${String(paths.length)} answers are the same`);
  await warm(peer, paths);
  await warm(ours, paths);
  const measured = await interleave(
    { ours: () => measureLong(ours, paths), peer: () => measureLong(peer, paths) },
    rounds,
  );
  const pair = { ...measured, against };
  return [
    toReach(rate({ ...pair, name: `${name}.rate` }, 'requests'), reach),
    toReach(cpuEach({ ...pair, name: `${name}.cpu` }, 'request'), reach),
  ];
}

async function jsonOf({ port }: ServerProcess, path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
  if (response.status !== 200) throw new Error(`${String(response.status)} for ${path}: ${await response.text()}`);
  return await response.json();
}
