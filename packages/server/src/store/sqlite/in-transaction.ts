import type { DatabaseSync } from 'node:sqlite';

/** All of the work or none of it. Waits for the write lock as long as the connection's busy timeout says. */
export function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
