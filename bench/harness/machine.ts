/** What the figures were measured on. */
import { availableParallelism, cpus, totalmem } from 'node:os';

export function machine(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${String(availableParallelism())} cores, ${String(gigabytes)} GB, Node ${process.version}, ${process.platform}`;
}
