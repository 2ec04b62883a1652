/** CPU time of processes and of all that descend from them, as Linux tells it. */
import { readFile, readdir } from 'node:fs/promises';

/** Linux counts in hundredths of a second. */
const TICKS_PER_SECOND = 100;

interface ProcessTime {
  readonly parent: number;
  /** Its own, and that of children which have ended and were waited for. */
  readonly ticks: number;
}

/** Seconds of user and system time. Linux only; elsewhere NaN. */
export async function cpuSecondsOfTrees(roots: readonly number[]): Promise<number> {
  const names = await readdir('/proc').catch((): string[] => []);
  const pids = names.map(Number).filter((pid) => Number.isInteger(pid));
  const times = new Map<number, ProcessTime>();
  for (const pid of pids) {
    const time = await timeOf(pid);
    if (time !== undefined) times.set(pid, time);
  }
  if (!roots.every((root) => times.has(root))) return Number.NaN;
  const isOurs = (pid: number): boolean => {
    const parent = times.get(pid)?.parent;
    return roots.includes(pid) || (parent !== undefined && isOurs(parent));
  };
  const ticks = [...times].reduce((sum, [pid, time]) => (isOurs(pid) ? sum + time.ticks : sum), 0);
  return ticks / TICKS_PER_SECOND;
}

/** `proc(5)`, /proc/pid/stat. `undefined` where the process has ended. */
async function timeOf(pid: number): Promise<ProcessTime | undefined> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => undefined);
  if (stat === undefined) return undefined;
  // The second field is a name in parentheses, which may hold anything; the third is the state.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user = 0, system = 0, childrenUser = 0, childrenSystem = 0] = fields.slice(11, 15).map(Number);
  return { parent: Number(fields[1]), ticks: user + system + childrenUser + childrenSystem };
}
