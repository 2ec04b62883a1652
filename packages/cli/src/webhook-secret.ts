/** A secret in a file: command lines and environments are seen by others. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { newSecret } from '@pantograph/server';
import { explain } from './failure.ts';

/** Where there is no such file, one is made for its owner only, and is gone again where `make` throws. */
export function withSecret<T>(
  file: string,
  make: (secret: string) => T,
): { readonly made: T; readonly isNew: boolean } {
  const { secret, isNew } = secretIn(file);
  try {
    return { made: make(secret), isNew };
  } catch (error) {
    if (isNew) rmSync(file, { force: true });
    throw error;
  }
}

function secretIn(file: string): { readonly secret: string; readonly isNew: boolean } {
  try {
    if (existsSync(file)) return { secret: readFileSync(file, 'utf8').trim(), isNew: false };
    const secret = newSecret();
    writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return { secret, isNew: true };
  } catch (error) {
    throw explain(error, `use the secret in ${file}`) ?? error;
  }
}
