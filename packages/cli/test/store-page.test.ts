/** What docs/store.md says of backups, done as it stands there. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { dataFiles } from '@pantograph/server';
import { describe, expect, test } from 'vitest';
import { locationOf, nameless, ndjson } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const page = readFileSync(new URL('../../../docs/store.md', import.meta.url), 'utf8');
const backup = /```sh\n([^`]+)```/.exec(page)?.[1] ?? '';
const hasSqlite = spawnSync('sqlite3', ['-version']).status === 0;

test('the page names every file of the data directory', () => {
  const files = Object.entries<string>({ ...dataFiles('data') });
  const names = files.map(([, path]) => path.replace(/^data[\\/]/, ''));
  expect(names).toContain('pantograph.db');
  for (const name of names) expect(page).toContain(`\`${name.startsWith('atlas') ? 'atlas.*' : name}\``);
});

describe.skipIf(!hasSqlite)(`a backup${hasSqlite ? '' : ' (skipped, because sqlite3 is not installed)'}`, () => {
  test('made while a server runs is one to go on from', { timeout: 60_000 }, async () => {
    using directory = temporaryDirectory();
    const data = directory.file('data');
    const feed = ndjson([locationOf('one'), nameless]);
    await run(['import', 'ocpi', '-', '--source', 'city', '--data', data], { input: feed });
    const key = (await run(['key', 'create', 'reader', '--data', data])).stdout.trim();
    const before = await statusOf(data);
    {
      await using _server = await runServer(['serve', '--port', '0', '--data', data]);
      const { status, stderr } = spawnSync('sh', ['-ec', backup], { cwd: directory.path, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }
    const copy = directory.file('backup');
    expect(readdirSync(copy)).toEqual(expect.arrayContaining(['keys.db', 'pantograph.db', 'peers.db', 'webhooks.db']));
    for (const name of readdirSync(copy)) expect(statSync(join(copy, name)).mode & 0o077).toBe(0);
    rmSync(data, { recursive: true });
    mkdirSync(data);
    for (const name of readdirSync(copy)) renameSync(join(copy, name), join(data, name));
    expect({ ...(await statusOf(data)) }).toEqual(before);
    await using server = await runServer(['serve', '--closed', '--port', '0', '--data', data]);
    const near = `${server.url}/v1/browse?at=52.0116,4.3571&categories=700-7600-0322`;
    expect((await fetch(near)).status).toBe(401);
    const found = (await (await fetch(`${near}&apiKey=${key}`)).json()) as { items: readonly unknown[] };
    expect(found.items).toHaveLength(1);
  });

  test('objects in quarantine are read as the page says', async () => {
    using directory = temporaryDirectory();
    const input = ndjson([nameless]);
    await run(['import', 'ocpi', '-', '--source', 'city', '--data', directory.file('data')], { input });
    const command = / {4}(sqlite3 -readonly[\s\S]+?")\n/.exec(page)?.[1] ?? '';
    const { stdout } = spawnSync('sh', ['-ec', command], { cwd: directory.path, encoding: 'utf8' });
    expect(stdout).toContain('city|location|');
    expect(stdout).toContain('missing_id');
  });
});

async function statusOf(data: string): Promise<object> {
  const { twins: _twins, ...status } = JSON.parse((await run(['status', '--data', data, '--json'])).stdout) as {
    twins?: unknown;
  };
  return status;
}
