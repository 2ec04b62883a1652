/** Makes the demo world in a data directory, once. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Store } from '@pantograph/server';
import { demoWorld, fillStore } from '@pantograph/server';
import { Failure, explain } from './failure.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';

interface DemoWorldChoice {
  readonly data: string;
  readonly locations: number;
  readonly seed: number;
}

/** Kept beside the store, so that another choice does not end up in the same world. */
interface Recipe {
  readonly locations: number;
  readonly seed: number;
  readonly complete: boolean;
}

/** A world that was left unfinished is made again over what is there. @returns false where it was stopped before the end */
export async function prepareDemoWorld(
  store: Store,
  { data, locations, seed }: DemoWorldChoice,
  terminal: Terminal,
  stopping: AbortSignal,
): Promise<boolean> {
  const file = join(data, 'demo.json');
  const before = readRecipe(file);
  if (before !== undefined && (before.locations !== locations || before.seed !== seed)) {
    throw new Failure(
      `${resolve(data)} holds another demo world: --locations ${String(before.locations)} --seed ${String(before.seed)}.`,
      'Ask for that one, or name another directory with --data.',
    );
  }
  if (before?.complete === true) return true;
  try {
    writeRecipe(file, { locations, seed, complete: false });
    const now = terminal.now();
    const world = await demoWorld({ locations, seed, now });
    const progress = progressOn(terminal, 'objects of the demo world');
    const onProgress = (done: number): void => progress.to(done, done / locations);
    await fillStore(store, world, { now, onProgress, signal: stopping }).finally(progress.end);
    writeRecipe(file, { locations, seed, complete: true });
  } catch (error) {
    if (stopping.aborted) {
      terminal.err('Stopped before the demo world was complete; the next start completes it.\n');
      return false;
    }
    throw explain(error, 'make the demo world') ?? error;
  }
  return true;
}

function readRecipe(file: string): Recipe | undefined {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw explain(error, `read ${file}`) ?? error;
  }
  const recipe = parsed(text);
  if (isRecipe(recipe)) return recipe;
  throw new Failure(`${file} is not what pantograph wrote.`, 'Delete the directory, or name another with --data.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecipe(value: unknown): value is Recipe {
  return typeof value === 'object' && value !== null && 'locations' in value && 'seed' in value && 'complete' in value;
}

function writeRecipe(file: string, recipe: Recipe): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(recipe)}\n`);
}
