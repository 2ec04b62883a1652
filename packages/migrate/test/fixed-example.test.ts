/** The example client of v2, as it is and after `fix`: both say the same of the same world. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fix } from '@pantograph/migrate/fix';
import { scan } from '@pantograph/migrate/scan';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedSmallWorld } from '../../client/test/client-under-test.ts';
import { serveSmallWorld } from '../../client/test/client-under-test.ts';
import { smallWorldId } from '../../server/test/small-world.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const example = join(root, 'examples/v2-client');

let served: ServedSmallWorld;
let fixed: string;

beforeAll(async () => {
  served = await serveSmallWorld();
  fixed = mkdtempSync(join(tmpdir(), 'pantograph-fixed-'));
  cpSync(example, fixed, { recursive: true });
  const { files, withdrawn } = await fix(fixed);
  expect(withdrawn).toEqual([]);
  for (const { path, after } of files) {
    mkdirSync(dirname(join(fixed, path)), { recursive: true });
    writeFileSync(join(fixed, path), after);
  }
  // As `npm install` would have it.
  mkdirSync(join(fixed, 'node_modules/@pantograph'), { recursive: true });
  symlinkSync(join(root, 'packages/client'), join(fixed, 'node_modules/@pantograph/client'));
  symlinkSync(join(root, 'node_modules/@types'), join(fixed, 'node_modules/@types'));
});

afterAll(async () => {
  await served.close();
  rmSync(fixed, { recursive: true, force: true });
});

async function ask(client: string, ...given: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(client, 'src/main.ts'), ...given], {
    env: { ...process.env, EV_API_URL: served.url },
  });
  return stdout;
}

/** Ids have their prefix, and a plug without a short name is called by its standard. */
const inMeaning = (text: string): string =>
  text.replaceAll('here:evcp:charginglocation:', '').replaceAll('MCS (Megawatt Charging System)', 'MCS');

describe('the example client', () => {
  it.each([
    ['near', '52.0116,4.3571', '3000'],
    ['near', '52.52,13.4', '200000'],
    ['near', '0,0', '1000'],
    ...['DELFT-MARKT', 'DELFT-STATION', 'DELFT-GARAGE'].map((id) => ['station', smallWorldId(id)]),
  ])('says after fix of %s %s what it said before', { timeout: 120_000 }, async (...question) => {
    const given = question.filter((part) => typeof part === 'string');
    const [before, after] = await Promise.all([ask(example, ...given), ask(fixed, ...given)]);
    expect(inMeaning(after)).toBe(inMeaning(before));
    expect(before.length).toBeGreaterThan(20);
  });

  it('asks v2 no more', async () => {
    const { findings } = await scan(fixed);
    expect(findings.filter(({ rule }) => /^v2-(?:path|parameter|host)$/.test(rule))).toEqual([]);
  });

  it('still fails for a station that is not there', { timeout: 120_000 }, async () => {
    await expect(ask(fixed, 'station', 'unheard-of')).rejects.toThrow(/404|NotFound/);
  });

  it('compiles', { timeout: 120_000 }, async () => {
    const { stdout } = await run(join(root, 'node_modules/.bin/tsc'), ['-p', fixed]).catch(
      (error: unknown) => error as { stdout: string },
    );
    expect(stdout).toBe('');
  });

  it('has nothing more to fix', async () => {
    expect((await fix(fixed)).files).toEqual([]);
  });
});
