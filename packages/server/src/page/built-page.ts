/** The page as it was built: every file in memory, with its compressed form where there is one. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly brotli?: Uint8Array;
}

export interface BuiltPage {
  /** With the settings still to be put in. */
  readonly index: string;
  /** By path, such as `/assets/index-BCF1V0cX.js`: the name changes with the content. */
  readonly files: ReadonlyMap<string, PageFile>;
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Where the package of the page keeps it; `undefined` where that is not installed. */
export function pageDirectory(): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('@pantograph/map/package.json')), 'dist');
  } catch {
    // Serving the APIs alone needs no page.
    return undefined;
  }
}

/** `undefined` where it was not built. */
export function readBuiltPage(directory: string | undefined): BuiltPage | undefined {
  if (directory === undefined) return undefined;
  const index = join(directory, 'index.html');
  if (!existsSync(index)) return undefined;
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(join(directory, 'assets'))) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const file = join(directory, 'assets', name);
    const bytes = readFileSync(file);
    const brotli = existsSync(`${file}.br`) ? { brotli: readFileSync(`${file}.br`) } : {};
    files.set(`/assets/${name}`, { type, bytes, ...brotli });
  }
  return { index: readFileSync(index, 'utf8'), files };
}
