/** Starts a write transaction without stopping the event loop while another process holds the write lock. */
import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { BUSY_TIMEOUT_MS, busy, isBusy } from './busy.ts';

const LONGEST_PAUSE_MS = 20;

/** @param patience milliseconds of waiting in all, after which the transaction is given up. */
export async function beginPatiently(database: DatabaseSync, patience: number): Promise<void> {
  let waited = 0;
  for (let next = 1; !tryBegin(database); next = Math.min(next * 2, LONGEST_PAUSE_MS)) {
    if (waited >= patience) {
      throw busy(database.location() ?? '', patience);
    }
    await pause(next);
    waited += next;
  }
}

function tryBegin(database: DatabaseSync): boolean {
  // SQLite's own waiting sleeps in this thread; it is left to reads, which hardly ever need it.
  database.exec('PRAGMA busy_timeout = 0');
  try {
    database.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    database.exec(`PRAGMA busy_timeout = ${String(BUSY_TIMEOUT_MS)}`);
  }
}
