/** The same questions over and over: to warm a server up, and to measure it for long enough. */
import type { Measurement } from '../harness/measure.ts';
import type { ServerProcess } from './server-process.ts';

/** Code is compiled in steps, the last after some ten thousand calls. */
const WARM_REQUESTS = 25_000;
/** Whoever takes longer than that for so many is warm by then. */
const WARM_SECONDS = 20;
/** The CPU time of a database is known in hundredths of a second, for each of its processes. */
const MEASURED_SECONDS = 1;

export async function warm(server: ServerProcess, paths: readonly string[]): Promise<void> {
  await repeatedly(server, paths, ({ count, seconds }) => count >= WARM_REQUESTS || seconds >= WARM_SECONDS);
}

/** For at least a second. */
export async function measureLong(server: ServerProcess, paths: readonly string[]): Promise<Measurement> {
  return await repeatedly(server, paths, ({ seconds }) => seconds >= MEASURED_SECONDS);
}

async function repeatedly(
  server: ServerProcess,
  paths: readonly string[],
  isEnough: (sum: Measurement) => boolean,
): Promise<Measurement> {
  let sum: Measurement = { count: 0, seconds: 0, cpuSeconds: 0, peakBytes: 0 };
  while (!isEnough(sum)) {
    const { count, seconds, cpuSeconds, peakBytes } = await server.measure(paths);
    sum = {
      count: sum.count + count,
      seconds: sum.seconds + seconds,
      cpuSeconds: sum.cpuSeconds + cpuSeconds,
      peakBytes,
    };
  }
  return sum;
}
