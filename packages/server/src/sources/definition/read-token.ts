/** Reads the token of a source from where its definition says. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { TokenPlace } from './source-definition.ts';

export class TokenMissing extends Error {
  override readonly name = 'TokenMissing';
}

/** @param base the file of definitions, from which relative paths start */
export function readToken(
  place: TokenPlace,
  base: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const token = ('env' in place ? environment[place.env] : textIn(resolve(dirname(base), place.file)))?.trim();
  const shown = 'env' in place ? `the environment variable ${place.env}` : `the file ${place.file}`;
  if (token === undefined || token === '') throw new TokenMissing(`${shown} holds no token`);
  // Whatever else is in a token would end up as a second header or be refused by the other side.
  if (!/^[\u0021-\u007e]+$/.test(token)) throw new TokenMissing(`${shown} holds more than one line of printable ASCII`);
  return token;
}

function textIn(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TokenMissing(`the token cannot be read: ${reason}`, { cause: error });
  }
}
