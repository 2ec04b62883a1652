/** What was made once and is kept in `bench/.cache`. */
import { createHash } from 'node:crypto';
import { access, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Of the source that stands in a folder: another as soon as the code is another. */
export async function versionOf(folder: URL): Promise<string> {
  const hash = createHash('sha256');
  const root = fileURLToPath(folder);
  for (const file of (await readdir(root, { recursive: true })).sort()) {
    if (file.endsWith('.ts') && !file.includes('.test.')) hash.update(await readFile(join(root, file)));
  }
  return hash.digest('hex').slice(0, 12);
}
