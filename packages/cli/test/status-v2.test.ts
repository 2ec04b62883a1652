import { expect, test } from 'vitest';
import { locationOf, ndjson } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

test('status --v2 tells who used what of v2, by key and over restarts', async () => {
  using directory = temporaryDirectory();
  const data = ['--data', directory.path];
  await run(['import', 'ocpi', '-', '--source', 'a', ...data], { input: ndjson([locationOf('one')]) });
  expect((await run(['status', '--v2', ...data])).stdout).toBe('Nobody has used v2 yet.\n');
  const { stdout: created } = await run(['key', 'create', 'old app', ...data]);
  const key = /pan_\w{12}_[\w-]{43}/.exec(created)?.[0] ?? '';
  for (let start = 0; start < 2; start++) {
    await using server = await runServer(['serve', '--port', '0', ...data]);
    await fetch(`${server.url}/ev/stations.json?prox=52.0116,4.3571,3000&apiKey=${key}`);
    await server.stop('SIGTERM');
  }
  const { stdout } = await run(['status', '--v2', ...data]);
  expect(stdout).toMatch(new RegExp(`^${key.split('_')[1] ?? '-'} \\(old app\\), last at \\d{4}-`));
  expect(stdout).toContain('  resource stations.json: 2, last at ');
  expect(stdout).toContain('  parameter prox: 2');
  expect(stdout).toContain('  feature distance: 2');
  expect(stdout).not.toContain(key);
  const { stdout: json } = await run(['status', '--v2', '--json', ...data]);
  expect(JSON.parse(json)).toMatchObject({ callers: [{ name: 'old app' }] });
});
