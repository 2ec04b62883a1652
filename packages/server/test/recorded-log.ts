/** A log whose lines a test can read: the real one, into memory. */
import type { Log, LogLevel } from '../src/observe/log.ts';
import { createLog } from '../src/observe/log.ts';

export interface RecordedLog {
  readonly log: Log;
  /** All that was written, as written. */
  readonly text: () => string;
  readonly lines: () => readonly Record<string, unknown>[];
}

export function recordedLog(level: LogLevel = 'debug'): RecordedLog {
  const written: string[] = [];
  return {
    log: createLog(level, { write: (line) => written.push(line) }),
    text: () => written.join(''),
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}
