/** Which process holds the write lock of a database in WAL mode, where Linux tells (proc(5), /proc/locks). */
import { readFileSync, statSync } from 'node:fs';

/** The byte of the shared-memory file that a writer locks ("WAL-mode file format" of SQLite, section 2.3.1). */
const WRITE_LOCK = 120;

/** @returns its process id; nothing where it cannot be told, or is this process */
export function findWriter(path: string): number | undefined {
  try {
    const { ino } = statSync(`${path}-shm`);
    for (const line of readFileSync('/proc/locks', 'utf8').split('\n')) {
      // "5: POSIX  ADVISORY  WRITE 30686 fe:00:4252604 120 120"
      const [, , , kind, pid, file = '', first, last] = line.trim().split(/\s+/);
      if (kind !== 'WRITE' || file.split(':')[2] !== String(ino)) continue;
      if (Number(first) <= WRITE_LOCK && WRITE_LOCK <= Number(last) && Number(pid) !== process.pid) return Number(pid);
    }
    return undefined;
  } catch {
    return undefined;
  }
}
