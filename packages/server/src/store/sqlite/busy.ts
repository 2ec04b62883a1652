/** Another process writes, or holds the file for itself. */
import { StoreBusy } from '../store.ts';
import { findWriter } from './find-writer.ts';

const SQLITE_BUSY = 5;
/** How long reads and the opening wait where another process holds the file for itself, e.g. to recover it. */
export const BUSY_TIMEOUT_MS = 5000;

/** @param waited milliseconds */
export function busy(path: string, waited: number, cause?: unknown): StoreBusy {
  const writer = findWriter(path);
  const process = writer === undefined ? 'another process' : `another process (${String(writer)})`;
  const message = `${process} has been writing to the store for ${String(waited)} ms; try again later`;
  return new StoreBusy(message, writer, { cause });
}

export function isBusy(error: unknown): boolean {
  // The low byte is the plain result code; the rest says which lock it was.
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}
