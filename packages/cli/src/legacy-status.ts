/** `pantograph status --v2`: who still uses what of v2. */
import { existsSync } from 'node:fs';
import type { UsageCount } from '@pantograph/server';
import { listKeys, openKeyStore, readUses } from '@pantograph/server';
import { filesIn } from './data-directory.ts';
import { Failure } from './failure.ts';
import { counted } from './progress.ts';

export interface CallerUses {
  /** A key's public id, or what else the server calls who asked. */
  readonly caller: string;
  /** Of the key. */
  readonly name?: string;
  readonly lastUsed: string;
  readonly uses: readonly (Omit<UsageCount, 'caller' | 'lastUsed'> & { readonly lastUsed: string })[];
}

/** By caller; who used v2 last comes first. */
export function legacyUses(directory: string): readonly CallerUses[] {
  const names = keyNames(directory);
  const byCaller = Map.groupBy(usesIn(directory), ({ caller }) => caller);
  return [...byCaller]
    .map(([caller, uses]) => {
      const name = names.get(caller);
      const shown = uses.map(({ kind, name: what, count, lastUsed }) => ({
        kind,
        name: what,
        count,
        lastUsed: lastUsed.toISOString(),
      }));
      const lastUsed = shown.map((use) => use.lastUsed).reduce((last, one) => (one > last ? one : last), '');
      return { caller, ...(name === undefined ? {} : { name }), lastUsed, uses: shown };
    })
    .sort((a, b) => (a.lastUsed > b.lastUsed ? -1 : 1));
}

export function legacyUsesInWords(callers: readonly CallerUses[]): string {
  if (callers.length === 0) return 'Nobody has used v2 yet.\n';
  return callers.map(inWords).join('\n');
}

function inWords({ caller, name, lastUsed, uses }: CallerUses): string {
  return [
    `${caller}${name === undefined ? '' : ` (${name})`}, last at ${lastUsed}`,
    ...uses.map((use) => `  ${use.kind} ${use.name}: ${counted(use.count)}, last at ${use.lastUsed}`),
    '',
  ].join('\n');
}

function usesIn(directory: string): readonly UsageCount[] {
  const { legacyUses: path } = filesIn(directory);
  try {
    return readUses(path);
  } catch (error) {
    throw new Failure(`${path} holds no uses of v2.`, 'The server starts counting anew; then ask again.', {
      cause: error,
    });
  }
}

function keyNames(directory: string): ReadonlyMap<string, string> {
  const { keys: path } = filesIn(directory);
  if (!existsSync(path)) return new Map();
  const keys = openKeyStore(path);
  try {
    return new Map(listKeys(keys).map(({ id, name }) => [id, name]));
  } finally {
    keys.close();
  }
}
