/** A lock that one process holds at a time and that the system takes from it when it ends, however it ends. */
import { DatabaseSync } from 'node:sqlite';

/** Returns what lets go of it; `undefined` where somebody else holds it. */
export function holdAlone(path: string): (() => void) | undefined {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
    return () => {
      database.close();
    };
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked|busy/i.test(error.message)) return undefined;
    throw error;
  }
}
