/** A server in a process of its own, which says what the requests cost it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measurement } from '../harness/measure.ts';
import { cpuSecondsOfTrees } from '../harness/process-cpu.ts';
import { load } from './load.ts';

/** What it has used so far. */
export interface Usage {
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

export interface ServerProcess extends AsyncDisposable {
  readonly port: number;
  /** Puts the paths to it and measures what they took. */
  measure(paths: readonly string[]): Promise<Measurement>;
}

/**
 * @param script under `bench/child/`; sends its port, then its usage whenever it is asked
 * @param helpers processes that work for it: their CPU time and that of their children counts as its own
 */
export async function serverProcess(
  script: string,
  args: readonly string[],
  helpers: readonly number[] = [],
): Promise<ServerProcess> {
  const child = fork(fileURLToPath(new URL(`../child/${script}`, import.meta.url)), args);
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${script} ended`);
  });
  // Also awaited beside each message; nobody need be waiting when it ends.
  ended.catch(() => undefined);
  const message = async (): Promise<unknown> => ((await Promise.race([once(child, 'message'), ended])) as unknown[])[0];
  const { port } = (await message()) as { readonly port: number };
  const usage = async (): Promise<Usage> => {
    child.send('usage');
    const own = (await message()) as Usage;
    if (helpers.length === 0) return own;
    return { ...own, cpuSeconds: own.cpuSeconds + (await cpuSecondsOfTrees(helpers)) };
  };
  return {
    port,
    async measure(paths) {
      const before = await usage();
      const started = performance.now();
      await load(port, paths);
      const seconds = (performance.now() - started) / 1000;
      const { cpuSeconds, peakBytes } = await usage();
      return { count: paths.length, seconds, cpuSeconds: cpuSeconds - before.cpuSeconds, peakBytes };
    },
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await ended.catch(() => undefined);
    },
  };
}
