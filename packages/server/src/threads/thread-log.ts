/** One log of all threads: each writes lines as ever, and the main thread puts them among its own. */
import type { Log, LogLevel } from '../observe/log.ts';

const levels = ['debug', 'info', 'warn', 'error', 'fatal'] as const;
type Level = (typeof levels)[number];

/** By pino's numbers, 20 for debug and 10 for each level above. */
const LEAST_LEVEL = 20;
const LEVEL_STEP = 10;

/** The least that is written. */
export function levelOf(log: Log): LogLevel {
  return levels.find((level) => log.isLevelEnabled(level)) ?? 'silent';
}

/** @param line as pino writes it */
export function logFromThread(log: Log, thread: number, line: string): void {
  const { level, time: _, pid: _pid, hostname: _host, name: _name, msg, ...details } = JSON.parse(line) as Line;
  const { err } = details;
  const told = { thread, ...details, ...(err !== undefined && { err: asError(err) }) };
  log[levelIn(level)](told, msg ?? '');
}

interface Line {
  readonly level: number;
  readonly msg?: string;
  readonly err?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

function levelIn(number: number): Level {
  return levels[(number - LEAST_LEVEL) / LEVEL_STEP] ?? 'info';
}

/** What was written of an error, so that it is written the same again. */
function asError({ type, message, stack, ...others }: Readonly<Record<string, unknown>>): Error {
  const error = new Error(typeof message === 'string' ? message : '');
  error.name = typeof type === 'string' ? type : 'Error';
  if (typeof stack === 'string') error.stack = stack;
  // By which the type would be told, before the name.
  Object.defineProperty(error, 'constructor', { value: undefined });
  return Object.assign(error, others);
}
