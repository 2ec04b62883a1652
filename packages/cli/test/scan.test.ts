import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const client = "const url = 'https://ev-v2.cc.api.here.com/ev/stations.json';\n";

test('scan tells what it finds, and its exit code says that there is something', async () => {
  using directory = temporaryDirectory();
  writeFileSync(join(directory.path, 'client.ts'), client);
  const { code, stdout } = await run(['scan', directory.path]);
  expect(code).toBe(1);
  expect(stdout).toContain('client.ts:1:22  v2-host (high)');
});

test.each([
  ['json', '"rule": "v2-host"'],
  ['sarif', '"version": "2.1.0"'],
  ['html', '<!doctype html>'],
])('scan --format %s --out writes a file', async (format, part) => {
  using directory = temporaryDirectory();
  mkdirSync(join(directory.path, 'src'));
  writeFileSync(join(directory.path, 'src', 'client.ts'), client);
  const out = join(directory.path, 'report');
  const { code, stdout, stderr } = await run(['scan', join(directory.path, 'src'), '--format', format, '--out', out]);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('2 findings in');
  expect(readFileSync(out, 'utf8')).toContain(part);
});

test('scan of other source finds nothing', async () => {
  using directory = temporaryDirectory();
  writeFileSync(join(directory.path, 'other.ts'), 'export const january = 31;\n');
  expect(await run(['scan', directory.path])).toMatchObject({ code: 0, stderr: '' });
});

test.each([
  [['scan'], "missing required argument 'directory'"],
  [['scan', '/nowhere'], 'There is no folder /nowhere'],
  [['scan', '.', '--format', 'pdf'], 'Allowed choices are text, json, sarif, html'],
  [['scan', '.', '--min-confidence', 'sure'], 'Allowed choices are low, medium, high'],
  [['scan', '.', '--out', '/nowhere/report'], 'Cannot write /nowhere/report'],
])('%j is wrong use', async (args, message) => {
  const { code, stderr } = await run(args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
