/** Requests to our server, in turns with a peer that is asked the same and gives the same answers. */
import type { Figure } from '../harness/benchmark.ts';
import { cpuEach, rate } from '../harness/figures.ts';
import { interleave } from '../harness/interleave.ts';
import type { ServerProcess } from './server-process.ts';

interface BesidePeer {
  readonly name: string;
  readonly ours: ServerProcess;
  readonly peer: ServerProcess;
  readonly against: string;
  readonly paths: readonly string[];
  readonly rounds: number;
  /** Times the peer's rate. */
  readonly target: number;
  /** Throws where the two bodies do not say the same. */
  readonly compare: (ours: unknown, peer: unknown, path: string) => void;
  readonly note: (text: string) => void;
}

/** The peer's CPU is not shown: most of it is spent in the processes of its database. */
export async function besidePeer(beside: BesidePeer): Promise<readonly Figure[]> {
  const { name, ours, peer, against, paths, rounds, target, compare, note } = beside;
  for (const path of paths) {
    const [our, their] = await Promise.all([jsonOf(ours, path), jsonOf(peer, path)]);
    compare(our, their, path);
  }
  note(`${name}: ${String(paths.length)} answers are the same`);
  const measured = await interleave({ ours: () => ours.measure(paths), peer: () => peer.measure(paths) }, rounds);
  const asked = rate({ name: `${name}.rate`, ...measured, against }, 'requests');
  return [
    { ...asked, ...(asked.peer === undefined ? {} : { target: asked.peer * target }) },
    cpuEach({ name: `${name}.cpu`, ours: measured.ours }, 'request'),
  ];
}

async function jsonOf({ port }: ServerProcess, path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${String(port)}${path}`);
  if (response.status !== 200) throw new Error(`${String(response.status)} for ${path}: ${await response.text()}`);
  return await response.json();
}
