/** Every benchmark and every peer that `--peer` can start. */
import { coldStart } from './cold-start.ts';
import type { Benchmark } from './harness/benchmark.ts';
import { importFile } from './import.ts';

export const benchmarks: readonly Benchmark[] = [importFile, coldStart];

export const peers: ReadonlySet<string> = new Set(['postgres']);
