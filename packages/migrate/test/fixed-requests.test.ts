/** Programs with requests in many forms, as they are on v2 and after `fix` on v3 and discovery: both say the same of the same world. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { FixReport } from '@pantograph/migrate/fix';
import { fix } from '@pantograph/migrate/fix';
import { scan } from '@pantograph/migrate/scan';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedSmallWorld } from '../../client/test/client-under-test.ts';
import { serveSmallWorld } from '../../client/test/client-under-test.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const programs = fileURLToPath(new URL('programs/', import.meta.url));
const names = readdirSync(programs);

const compilerOptions = {
  strict: true,
  noEmit: true,
  module: 'nodenext',
  target: 'esnext',
  allowImportingTsExtensions: true,
  types: ['node'],
};

let served: ServedSmallWorld;
let folder: string;
let report: FixReport;

beforeAll(async () => {
  served = await serveSmallWorld();
  folder = mkdtempSync(join(tmpdir(), 'pantograph-direct-'));
  cpSync(programs, folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  report = await fix(folder);
  for (const { path, after } of report.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), after);
  }
  // As `npm install` would have it.
  mkdirSync(join(folder, 'node_modules/@pantograph'), { recursive: true });
  symlinkSync(join(root, 'packages/client'), join(folder, 'node_modules/@pantograph/client'));
  symlinkSync(join(root, 'node_modules/@types'), join(folder, 'node_modules/@types'));
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Ids have their prefix in v3. */
async function ask(program: string): Promise<string> {
  const { stdout } = await run(process.execPath, [program], { env: { ...process.env, EV_API_URL: served.url } });
  return stdout.replaceAll('here:evcp:charginglocation:', '');
}

describe.each(names)('%s', (name) => {
  it('says after fix what it said before', { timeout: 120_000 }, async () => {
    const [before, after] = await Promise.all([ask(join(programs, name)), ask(join(folder, name))]);
    expect(after).toBe(before);
    expect(before.split('\n').length).toBeGreaterThan(5);
  });

  it('asks v2 no more, and has no import that nothing uses', async () => {
    const { findings } = await scan(folder);
    expect(findings.filter(({ rule, file }) => file === name && /^v2-(?:path|parameter)$/.test(rule))).toEqual([]);
    expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/from 'axios'|from 'ky'|\bfetch\(|axios\.create/);
  });
});

describe('the folder', () => {
  it('has nothing that would not parse, and nothing more to fix', async () => {
    expect(report.withdrawn).toEqual([]);
    expect((await fix(folder)).files).toEqual([]);
  });

  it('compiles', { timeout: 120_000 }, async () => {
    const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), ['-p', folder]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  });
});
