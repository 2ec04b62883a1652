import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const client = `const base = 'https://ev-v2.cc.api.here.com/ev';
export const CHADEMO = 29;
`;

function git(directory: string, ...args: readonly string[]): string {
  const as = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
  return execFileSync('git', ['-C', directory, ...as, ...args], { encoding: 'utf8' });
}

function repository(directory: string): void {
  mkdirSync(join(directory, 'src'));
  writeFileSync(join(directory, 'src/client.ts'), client);
  git(directory, 'init', '--quiet');
  git(directory, 'add', '.');
  git(directory, 'commit', '--quiet', '--message', 'a client');
}

test('fix shows a diff that git takes, and writes nothing', async () => {
  using directory = temporaryDirectory();
  repository(directory.path);
  const { code, stdout, stderr } = await run(['fix', directory.path]);
  expect(code).toBe(1);
  expect(stdout).toContain("-export const CHADEMO = 29;\n+export const CHADEMO = 'CHADEMO';");
  expect(stderr).toContain('connector-id: line 2');
  expect(stderr).toContain('src/client.ts:1  v2-host');
  expect(git(directory.path, 'status', '--porcelain')).toBe('');
  writeFileSync(directory.file('fix.patch'), stdout);
  git(directory.path, 'apply', 'fix.patch');
  expect(readFileSync(join(directory.path, 'src/client.ts'), 'utf8')).toContain("CHADEMO = 'CHADEMO'");
});

test('fix --write changes what git can take back, and a second time nothing', async () => {
  using directory = temporaryDirectory();
  repository(directory.path);
  expect(await run(['fix', join(directory.path, 'src'), '--write'])).toMatchObject({ code: 1, stdout: '' });
  expect(git(directory.path, 'status', '--porcelain')).toBe(' M src/client.ts\n');
  git(directory.path, 'commit', '--quiet', '--all', '--message', 'v3');
  const again = await run(['fix', directory.path, '--write']);
  expect(again.stderr).toContain('Nothing to change.');
  expect(git(directory.path, 'status', '--porcelain')).toBe('');
});

test('fix --write wants a clean tree, one that git keeps', async () => {
  using directory = temporaryDirectory();
  repository(directory.path);
  writeFileSync(directory.file('new.txt'), '');
  const unclean = await run(['fix', directory.path, '--write']);
  expect(unclean).toMatchObject({ code: 2, stdout: '' });
  expect(unclean.stderr).toContain('not committed, such as new.txt');
  // What only the repository leaves out, a scan of a folder in it sees.
  writeFileSync(directory.file('.gitignore'), 'src/ignored.ts\nnew.txt\n');
  writeFileSync(join(directory.path, 'src/ignored.ts'), client);
  git(directory.path, 'add', '.');
  git(directory.path, 'commit', '--quiet', '--message', 'ignore');
  const ignored = await run(['fix', join(directory.path, 'src'), '--write']);
  expect(ignored.code).toBe(2);
  expect(ignored.stderr).toContain('git does not know ignored.ts');
  expect(readFileSync(join(directory.path, 'src/client.ts'), 'utf8')).toBe(client);
});

test('fix --write outside git, and of no folder, is wrong use', async () => {
  using directory = temporaryDirectory();
  writeFileSync(directory.file('client.ts'), client);
  const { code, stderr } = await run(['fix', directory.path, '--write']);
  expect(code).toBe(2);
  expect(stderr).toContain('is not in a git repository');
  expect(await run(['fix', '/nowhere'])).toMatchObject({ code: 2 });
});
