/** Opens the store's file, sets the connection up, and finds out how its commits are made durable. */
import { closeSync, fdatasync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { whyUnusable } from '../database-unusable.ts';
import { BUSY_TIMEOUT_MS, busy, isBusy } from './busy.ts';
import { migrate, schemaVersionOf } from './schema.ts';

const MEMORY = ':memory:';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** Resolves when all that is committed is on disk. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

/**
 * Durability: commits go into the write-ahead log without a sync of SQLite's own (`synchronous = NORMAL`), and are
 * acknowledged only after `flush` has put that log on disk from the thread pool. `FULL` does the same within the
 * commit, and the event loop would stand still while the disk works; here it goes on serving, and gathers the next
 * group. SQLite itself still syncs around checkpoints and whenever it starts the log anew.
 */
export function openDatabase(path: string): OpenedDatabase {
  let database: DatabaseSync | undefined;
  try {
    if (path !== MEMORY) mkdirSync(dirname(path), { recursive: true });
    database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    return setUp(database, path);
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw busy(path, BUSY_TIMEOUT_MS, error);
    const reason = whyUnusable(path, error)?.meaning ?? (error instanceof Error ? error.message : String(error));
    throw new Error(`cannot open the store ${path}: ${reason}`, { cause: error });
  }
}

function setUp(database: DatabaseSync, path: string): OpenedDatabase {
  // Before anything is written: a database of somebody else is to stay as it is.
  schemaVersionOf(database);
  // Pages of 8 kB hold several locations each. 32 MB of log between checkpoints, and a page cache of up to 64 MB.
  database.exec('PRAGMA page_size = 8192; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536');
  database.exec('PRAGMA synchronous = NORMAL');
  if (path !== MEMORY) database.exec('PRAGMA journal_mode = WAL');
  migrate(database);
  if (path === MEMORY) return { database, flush: () => Promise.resolve(), close: () => database.close() };
  return { database, ...logFile(database, path) };
}

/** The log stays the same file while a connection is open: only the last one to close removes it. */
function logFile(database: DatabaseSync, path: string): Omit<OpenedDatabase, 'database'> {
  const descriptor = openSync(`${database.location() ?? path}-wal`, 'r+');
  const datasync = promisify(fdatasync);
  return {
    flush: () => datasync(descriptor),
    close: () => {
      database.close();
      closeSync(descriptor);
    },
  };
}
