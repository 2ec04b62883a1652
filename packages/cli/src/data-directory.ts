/** The `--data` directory: where it is, and how its store is opened. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DataFiles, Store } from '@pantograph/server';
import { dataFiles, openSqliteStore } from '@pantograph/server';
import { Failure, explain } from './failure.ts';

export const DEFAULT_DIRECTORY = './data';

export function filesIn(directory: string): DataFiles {
  return dataFiles(resolve(directory));
}

/** Makes the store where there is none. */
export function openStore(directory: string): Store {
  const file = filesIn(directory).store;
  try {
    return openSqliteStore(file);
  } catch (error) {
    const known = explain(error, `open the store ${file}`);
    if (known !== undefined) throw known;
    const message = error instanceof Error ? error.message : String(error);
    throw new Failure(`${message}.`, 'Name another directory with --data, or make this one usable.', { cause: error });
  }
}

/** For commands that only look: they make nothing. */
export function openExistingStore(directory: string): Store {
  const { store } = filesIn(directory);
  if (existsSync(store)) return openStore(directory);
  throw new Failure(
    `There is no store in ${resolve(directory)}.`,
    'Name its directory with --data, or make one: pantograph import ocpi FILE --source NAME, or pantograph demo.',
  );
}
