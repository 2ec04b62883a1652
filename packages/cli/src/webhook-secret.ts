/** A secret in a file: command lines and environments are seen by others. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { newSecret } from '@pantograph/server';
import { explain } from './failure.ts';

/** Makes the file, for its owner only, where there is none. */
export function secretIn(file: string): { readonly secret: string; readonly isNew: boolean } {
  try {
    if (existsSync(file)) return { secret: readFileSync(file, 'utf8').trim(), isNew: false };
    const secret = newSecret();
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return { secret, isNew: true };
  } catch (error) {
    throw explain(error, `use the secret in ${file}`) ?? error;
  }
}
