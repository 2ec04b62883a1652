/** Every benchmark and every peer that `--peer` can start. */
import { coldStart } from './cold-start.ts';
import { discovery } from './discovery.ts';
import type { Benchmark } from './harness/benchmark.ts';
import { importFile } from './import.ts';
import { ocpiPush } from './ocpi-push.ts';
import { lookup } from './lookup.ts';

export const benchmarks: readonly Benchmark[] = [importFile, coldStart, lookup, discovery, ocpiPush];

export const peers: ReadonlySet<string> = new Set(['postgres']);
