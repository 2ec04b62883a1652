/** The index alone, in one process with kdbush and geokdbush. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Figure } from './harness/benchmark.ts';
import type { Times } from './harness/figures.ts';
import { toReach } from './harness/figures.ts';

const script = fileURLToPath(new URL('../packages/server/test/atlas/index-figures.ts', import.meta.url));

const searches: Readonly<Record<string, Times>> = {
  '20 nearest in 10 km, no filter': { must: 2, ambition: 3 },
  '20 nearest in 10 km, type and power': { must: 4, ambition: 6 },
  '20 nearest in 10 km, type, eMSP, available': { must: 3, ambition: 5 },
  '20 nearest in 10 km, rare type': { must: 50, ambition: 200 },
  // Beside a world of a hundredth of the places: the cost may rise to one and a half times.
  '20 nearest in 10 km, mix, where it is dense': { must: 1 / 1.5, ambition: 1 },
};

/** In the units of the figures, over a million places. */
const costs: Readonly<Record<string, Pick<Figure, 'target' | 'ambition'>>> = {
  'index build': { target: 3000, ambition: 1000 },
  'index memory': { target: 150, ambition: 100 },
};

interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The peer's value. */
  readonly against?: number;
  readonly ratio?: number;
  /** Who it is, where not the usual one. */
  readonly peer?: string;
}

export const atlasIndex: Benchmark = {
  name: 'atlas-index',
  about: 'the index alone: build, memory, searches beside kdbush + geokdbush',
  async run({ locations }) {
    const child = spawn(process.execPath, [script, String(locations)], { stdio: ['ignore', 'pipe', 'inherit'] });
    const closed = once(child, 'close');
    const figures: Figure[] = [];
    for await (const line of createInterface({ input: child.stdout })) figures.push(figureOf(JSON.parse(line) as Line));
    const [status] = (await closed) as [number | null];
    if (status !== 0) throw new Error(`${script} ended with ${String(status)}`);
    return figures;
  },
};

function figureOf({ name, value, unit, against: peer, ratio, peer: who = 'kdbush + geokdbush' }: Line): Figure {
  const shown = { name: `atlas-index: ${name}`, value, unit, ...costs[name] };
  if (peer === undefined || ratio === undefined) return shown;
  const beside = { ...shown, against: who, peer, ratio };
  const times = searches[name];
  return times === undefined ? beside : toReach(beside, times);
}
