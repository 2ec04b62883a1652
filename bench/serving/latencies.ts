/** How long single questions take on a server that has nothing else to do. */
import type { Figure } from '../harness/benchmark.ts';
import { rawConnection } from '../harness/raw-connection.ts';

/** Milliseconds for each path, one after the other over one connection; each was asked before. */
export async function latenciesOf(port: number, paths: readonly string[], rounds: number): Promise<readonly number[]> {
  const connection = await rawConnection(`http://127.0.0.1:${String(port)}`);
  const latencies: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const path of paths) {
      const before = performance.now();
      const answer = await connection.send(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
      const milliseconds = performance.now() - before;
      if (!answer.startsWith('HTTP/1.1 200 ')) throw new Error(`${path}: ${answer.slice(0, 300)}`);
      if (round > 0) latencies.push(milliseconds);
    }
  }
  connection.close();
  return latencies;
}

/** @param reach of the 99th percentile */
export function latencyFigures(
  name: string,
  latencies: readonly number[],
  reach: Pick<Figure, 'target' | 'ambition'>,
): readonly Figure[] {
  const sorted = latencies.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return [
    { name: `${name}.p50`, value: at(0.5), unit: 'ms' },
    { name: `${name}.p99`, value: at(0.99), unit: 'ms', ...reach },
    { name: `${name}.max`, value: at(1), unit: 'ms' },
  ];
}
