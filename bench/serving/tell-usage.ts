/** The served side of `server-process.ts`. */
import type { Usage } from './server-process.ts';

export function tellUsage(port: number): void {
  process.on('message', () => {
    const cpu = process.cpuUsage();
    const usage: Usage = {
      cpuSeconds: (cpu.user + cpu.system) / 1e6,
      peakBytes: process.resourceUsage().maxRSS * 1024,
    };
    process.send?.(usage);
  });
  process.send?.({ port });
}
