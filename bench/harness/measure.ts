/** What a piece of work costs the machine. */

export interface Measurement {
  /** Things done: objects, requests. */
  readonly count: number;
  readonly seconds: number;
  /** User and system time of the process that did it. */
  readonly cpuSeconds: number;
  /** Highest resident set of that process so far, bytes. */
  readonly peakBytes: number;
}

/** @param work resolves with how many things it did */
export async function measured(work: () => Promise<number>): Promise<Measurement> {
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  const count = await work();
  const seconds = (performance.now() - before) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuSeconds = (cpu.user + cpu.system) / 1e6;
  return { count, seconds, cpuSeconds, peakBytes: process.resourceUsage().maxRSS * 1024 };
}
