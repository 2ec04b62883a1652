/** A database that cannot be used, said so that whoever runs the server knows which file it is and what to do. */
import { statSync } from 'node:fs';

/** Its message names the file and what is wrong, its advice what to do. */
export class DatabaseUnusable extends Error {
  readonly path: string;
  /** What is wrong, such as "it is a directory". */
  readonly meaning: string;
  readonly advice: string;

  constructor(path: string, { meaning, advice }: Trouble, options?: ErrorOptions) {
    super(`Cannot use the database ${path}: ${meaning}.`, options);
    this.name = 'DatabaseUnusable';
    this.path = path;
    this.meaning = meaning;
    this.advice = advice;
  }
}

interface Trouble {
  readonly meaning: string;
  readonly advice: string;
}

const directory = { meaning: 'it is a directory', advice: 'Move it away, or name another data directory.' };
const fileInTheWay = {
  meaning: 'a file stands where its directory is needed',
  advice: 'Move the file away, or name another data directory.',
};
const denied = {
  meaning: 'this user may not use it',
  advice: 'Give the file and its directory to the user that runs the server.',
};
const readOnly = {
  meaning: 'it cannot be written',
  advice:
    'Let the user that runs the server write the file and its directory, or name a data directory that is writable.',
};
const full = { meaning: 'the disk is full', advice: 'Make room, then start again.' };
const busy = {
  meaning: 'another process has been writing to it for seconds',
  advice: 'Wait until that process has ended, then start again.',
};
const damaged = {
  meaning: 'it is damaged',
  advice: 'Bring it back from a backup; docs/store.md says what the file holds and whether it can do without.',
};
const somethingElse = {
  meaning: 'it is no SQLite database',
  advice: 'Move the file away, or bring it back from a backup; docs/store.md says what it holds.',
};
const unopened = {
  meaning: 'it cannot be opened',
  advice: 'Look at the rights of the file and of its directory, and whether the disk is there.',
};
const failing = { meaning: 'the disk failed to read or write it', advice: 'Look at the disk, then start again.' };

/** Result codes of SQLite; the low byte of the extended ones. */
const bySqliteCode = new Map<number, Trouble>([
  [3, denied],
  [5, busy],
  [6, busy],
  [8, readOnly],
  [10, failing],
  [11, damaged],
  [13, full],
  [14, unopened],
  [26, somethingElse],
]);

const bySystemCode = new Map<string, Trouble>([
  ['EACCES', denied],
  ['EPERM', denied],
  ['EROFS', readOnly],
  ['ENOTDIR', fileInTheWay],
  ['EEXIST', fileInTheWay],
  ['EISDIR', directory],
  ['ENOSPC', full],
  ['EDQUOT', full],
  ['EIO', failing],
]);

/** `undefined` for what is no fault of the file. */
export function whyUnusable(path: string, error: unknown): DatabaseUnusable | undefined {
  const trouble = troubleOf(error);
  if (trouble === undefined) return undefined;
  // SQLite says of a directory only that it cannot be opened.
  const found = trouble === unopened && isDirectory(path) ? directory : trouble;
  return new DatabaseUnusable(path, found, { cause: error });
}

function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return bySqliteCode.get(error.errcode & 0xff);
  return 'code' in error && typeof error.code === 'string' ? bySystemCode.get(error.code) : undefined;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
