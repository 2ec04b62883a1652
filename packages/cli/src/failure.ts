/** What keeps a command from doing its work, said so that the reader can do something about it. */
import { DatabaseUnusable } from '@pantograph/server';

/** Its message names what is wrong, its advice what to do. */
export class Failure extends Error {
  readonly advice: string;

  constructor(message: string, advice: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.advice = advice;
  }
}

/** @param about what was being done, such as "listen on port 8080"; for errors of the operating system */
export function explain(error: unknown, about: string): Failure | undefined {
  if (error instanceof Failure) return error;
  if (error instanceof DatabaseUnusable) return new Failure(error.message, error.advice, { cause: error });
  const system = systemErrorIn(error);
  const known = system === undefined ? undefined : systemErrors.get(system.code);
  if (system === undefined || known === undefined) return undefined;
  const path = system.path === undefined ? '' : ` (${system.path})`;
  return new Failure(`Cannot ${about}: ${known.meaning}${path}.`, known.advice, { cause: error });
}

const systemErrors = new Map([
  ['EADDRINUSE', { meaning: 'the port is in use', advice: 'Choose another with --port, or stop what listens there.' }],
  ['EADDRNOTAVAIL', { meaning: 'this machine has no such address', advice: 'Choose another with --host.' }],
  ['ENOTFOUND', { meaning: 'the name is unknown', advice: 'Check the spelling of the host.' }],
  ['EACCES', { meaning: 'permission denied', advice: 'Choose a port above 1023, or a file this user may use.' }],
  ['EPERM', { meaning: 'permission denied', advice: 'Use a file this user may use.' }],
  ['EROFS', { meaning: 'the file system is read-only', advice: 'Choose a writable directory with --data.' }],
  ['ENOSPC', { meaning: 'the disk is full', advice: 'Make room, then run the same command again.' }],
  ['EDQUOT', { meaning: 'the disk quota is used up', advice: 'Make room, then run the same command again.' }],
  ['ENOENT', { meaning: 'there is no such file', advice: 'Check the path.' }],
  ['ENOTDIR', { meaning: 'a file stands where a directory is needed', advice: 'Check the path.' }],
  ['EEXIST', { meaning: 'a file stands where a directory is needed', advice: 'Check the path.' }],
  ['EISDIR', { meaning: 'it is a directory', advice: 'Name a file in it.' }],
  [
    'EBUSY',
    { meaning: 'another process is writing', advice: 'Wait until it has ended, then run the same command again.' },
  ],
  ['ECONNREFUSED', { meaning: 'nothing answers there', advice: 'Check the address.' }],
]);

// Result codes of SQLite (its low byte) that say the same as an error of the operating system.
const sqliteErrors = new Map([
  [3, 'EACCES'],
  [5, 'EBUSY'],
  [8, 'EROFS'],
  [13, 'ENOSPC'],
]);

interface SystemError {
  readonly code: string;
  readonly path?: string;
}

/** The error itself or what caused it, up to a few steps back. */
function systemErrorIn(error: unknown): SystemError | undefined {
  for (let at = error, steps = 0; at instanceof Error && steps < 5; at = at.cause, steps++) {
    const code = codeOf(at);
    if (code === undefined || !systemErrors.has(code)) continue;
    return { code, ...('path' in at && typeof at.path === 'string' ? { path: at.path } : {}) };
  }
  return undefined;
}

function codeOf(error: Error): string | undefined {
  if ('errcode' in error && typeof error.errcode === 'number') return sqliteErrors.get(error.errcode & 0xff);
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
