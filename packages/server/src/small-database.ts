/**
 * The small databases beside the store: keys, peers, sources, decisions, webhooks. Each is one SQLite file that its owner
 * alone may read, and that several processes share.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { whyUnusable } from './store/database-unusable.ts';

/** How long to wait for another process that is writing. */
const BUSY_MILLISECONDS = 5000;

/**
 * Throws `DatabaseUnusable` where the file cannot be used, such as one of something else.
 * @param path of the file, which is made where there is none, and its directory too; or `:memory:`
 * @param schema of tables that are made if they do not exist
 * @param synchronous `normal` where a power cut may take the last changes back, since they follow from others
 */
export function openSmallDatabase(path: string, schema: string, synchronous: 'full' | 'normal' = 'full'): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    database = new DatabaseSync(path, { timeout: BUSY_MILLISECONDS });
    // Before SQLite puts files beside it, which get the same mode.
    if (path !== ':memory:') chmodSync(path, 0o600);
    database.exec(`pragma journal_mode = wal; pragma synchronous = ${synchronous}`);
    database.exec(schema);
    return database;
  } catch (error) {
    database?.close();
    throw whyUnusable(path, error) ?? error;
  }
}
