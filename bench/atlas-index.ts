/** The index alone, in one process with kdbush and geokdbush. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Benchmark, Figure } from './harness/benchmark.ts';

const script = fileURLToPath(new URL('../packages/server/test/atlas/index-figures.ts', import.meta.url));

/** How many times the peer's speed. */
const targets: Readonly<Record<string, number>> = {
  '20 nearest in 10 km, no filter': 2,
  '20 nearest in 10 km, type and power': 4,
  '20 nearest in 10 km, type, eMSP, available': 3,
  '20 nearest in 10 km, rare type': 50,
};

interface Line {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The peer's value. */
  readonly against?: number;
  readonly ratio?: number;
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

function figureOf({ name, value, unit, against: peer, ratio }: Line): Figure {
  const shown = { name: `atlas-index: ${name}`, value, unit };
  if (peer === undefined || ratio === undefined) return shown;
  const target = targets[name];
  return {
    ...shown,
    against: 'kdbush + geokdbush',
    peer,
    ratio,
    ...(target === undefined ? {} : { target: peer / target }),
  };
}
