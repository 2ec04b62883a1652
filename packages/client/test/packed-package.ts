/** The package as npm would publish it, and projects that install it. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const PATH = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);

const execute = promisify(execFile);

export interface PackedPackage {
  /** Makes a project that has the package installed. @param files by path; @returns its folder */
  project(name: string, files: Readonly<Record<string, string>>): Promise<string>;
  remove(): void;
}

/** What it printed. Rejects with what the program said where it failed. */
export async function run(cwd: string, program: string, ...given: readonly string[]): Promise<string> {
  const { stdout } = await execute(program, given, { cwd, env: { ...process.env, PATH } });
  return stdout;
}

/** Packs a copy, so that nothing in the repository changes meanwhile. */
export async function packPackage(): Promise<PackedPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'pantograph-packed-'));
  const copy = join(folder, 'packages/client');
  mkdirSync(copy, { recursive: true });
  for (const name of ['package.json', 'tsconfig.json', 'tsconfig.build.json', 'README.md', 'src', 'build']) {
    cpSync(join(root, 'packages/client', name), join(copy, name), { recursive: true });
  }
  for (const name of ['tsconfig.json', 'LICENSE']) cpSync(join(root, name), join(folder, name));
  await run(copy, 'npm', 'pack', '--pack-destination', folder);
  const [archive = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));

  return {
    async project(name, files) {
      const project = join(folder, 'projects', name);
      const all = { 'package.json': JSON.stringify({ name, private: true, type: 'module' }), ...files };
      for (const [path, text] of Object.entries(all)) {
        mkdirSync(dirname(join(project, path)), { recursive: true });
        writeFileSync(join(project, path), text);
      }
      await run(project, 'npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, archive));
      return project;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
