/**
 * `prepack`: modules and declarations into dist/, and a package.json that leads to them. `postpack` puts package.json
 * back and leaves nothing behind, since in this repository the package is used as its sources are.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = new URL('../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, folder));
const manifest = at('package.json');
const kept = at('package.json.kept');
const licence = at('../../LICENSE');

function prepack(): void {
  rmSync(at('dist'), { recursive: true, force: true });
  const { status } = spawnSync('tsc', ['-p', at('tsconfig.build.json')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('the package does not compile');
  leadToModules();
  if (existsSync(licence)) copyFileSync(licence, at('LICENSE'));
  copyFileSync(manifest, kept);
  const {
    scripts: _,
    devDependencies: __,
    ...published
  } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
  const exports = { '.': { types: './dist/index.d.ts', default: './dist/index.js' } };
  writeFileSync(manifest, `${JSON.stringify({ ...published, exports }, undefined, 2)}\n`);
}

/** The compiler leaves sources in the imports of declarations, and there are none in the package. */
function leadToModules(): void {
  for (const entry of readdirSync(at('dist'), { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.d.ts')) continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(from '\.[^']+)\.ts'/g, "$1.js'"));
  }
}

function postpack(): void {
  for (const made of ['LICENSE', 'dist']) rmSync(at(made), { recursive: true, force: true });
  if (existsSync(kept)) renameSync(kept, manifest);
}

if (process.argv[2] === 'prepack') prepack();
else if (process.argv[2] === 'postpack') postpack();
else throw new Error('prepack or postpack');
