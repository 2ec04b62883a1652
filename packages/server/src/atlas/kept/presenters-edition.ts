/** Which presenters made a document. Those of another edition may say it otherwise: what they made is not gone on from. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The sources that presenters are made of. */
const directories = [
  fileURLToPath(new URL('../../', import.meta.url)),
  fileURLToPath(new URL('./', import.meta.resolve('@pantograph/model/v3'))),
  fileURLToPath(new URL('./', import.meta.resolve('@pantograph/model/v2'))),
  fileURLToPath(new URL('./', import.meta.resolve('@pantograph/model/search'))),
  fileURLToPath(new URL('./', import.meta.resolve('@pantograph/model/location'))),
  fileURLToPath(new URL('./', import.meta.resolve('@pantograph/model/vocabulary'))),
];

let known: string | undefined;

/** Of the files as they lie there, by size and date: a new release has others, and so has a source that was edited. */
export function presentersEdition(): string {
  known ??= editionOf(directories);
  return known;
}

function editionOf(roots: readonly string[]): string {
  const hash = createHash('sha256');
  for (const root of roots) {
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.[jt]s$/.test(name) || /\.test\.[jt]s$/.test(name)) continue;
      const { size, mtimeMs } = statSync(join(root, name));
      hash.update(`${name} ${String(size)} ${String(mtimeMs)}\n`);
    }
  }
  return hash.digest('base64url');
}
