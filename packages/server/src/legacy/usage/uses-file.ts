/** Uses of v2 in a file, so that a restart forgets none: to know that v2 can go takes longer than a process lives. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { UsageCount } from './usage-counter.ts';

const Kept = z.object({
  uses: z.array(
    z.object({
      caller: z.string(),
      kind: z.enum(['resource', 'parameter', 'feature']),
      name: z.string(),
      count: z.int().positive(),
      lastUsed: z.iso.datetime(),
    }),
  ),
});

/** None where there is no file yet. Throws for one that holds something else. */
export function readUses(path: string): readonly UsageCount[] {
  const text = textOf(path);
  if (text === undefined) return [];
  return Kept.parse(JSON.parse(text)).uses.map((use) => ({ ...use, lastUsed: new Date(use.lastUsed) }));
}

/** Whole or not at all. */
export function writeUses(path: string, uses: readonly UsageCount[]): void {
  const unfinished = `${path}.unfinished`;
  writeFileSync(unfinished, `${JSON.stringify({ uses })}\n`);
  renameSync(unfinished, path);
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
