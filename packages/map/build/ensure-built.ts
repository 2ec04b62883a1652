/** Builds the page unless what is there is newer than everything it is made of. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inputs = ['src', 'build', 'index.html', 'package.json', 'tsconfig.json'];

export async function ensurePageBuilt(): Promise<void> {
  if (changedAt('dist/index.html') >= Math.max(...inputs.map(changedAt))) return;
  console.error('Building the map page ...');
  await import('./build.ts');
}

/** Milliseconds since 1970 of the newest file; 0 where there is none. */
function changedAt(path: string): number {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(join(root, path)).map((name) => changedAt(join(path, name))));
}
