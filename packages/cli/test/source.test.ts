import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { locationOf } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** An OCPI list on loopback that wants a token. */
async function listServer(objects: () => readonly unknown[]) {
  const server = createServer((request, response) => {
    if (request.headers.authorization !== 'Token top-secret-token') response.writeHead(401).end();
    else response.end(JSON.stringify({ status_code: 1000, data: objects() }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/locations`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

describe('source', () => {
  test('is added, checked, pulled, listed and removed', async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    const list = [locationOf('one'), { id: 'bad', evses: 3 }];
    await using peer = await listServer(() => list);
    writeFileSync(directory.file('token'), 'top-secret-token\n');
    const what = [
      '--kind',
      'ocpi-url',
      '--locations',
      peer.url,
      '--token-file',
      directory.file('token'),
      '--allow-private',
    ];
    const added = await run([
      'source',
      'add',
      'cpo',
      ...what,
      '--schedule',
      'by hand',
      '--licence',
      'CC0-1.0',
      ...data,
    ]);
    expect(added).toMatchObject({ code: 0 });

    const checked = await run(['source', 'check', 'cpo', ...data]);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('cpo: 2 objects on 1 page; nothing was stored');
    expect(checked.stdout).toMatch(/error\s+1\s+\w+\n\s+bad/);
    expect(await run(['status', ...data])).toMatchObject({ code: 2 });

    list.pop();
    expect(await run(['source', 'check', 'cpo', ...data])).toMatchObject({ code: 0 });
    const pulled = await run(['source', 'pull', 'cpo', ...data]);
    expect(pulled).toMatchObject({ code: 0 });
    expect(pulled.stdout).toContain('1 added, 0 changed');
    const again = await run(['source', 'pull', 'cpo', '--full', '--json', ...data]);
    expect(JSON.parse(again.stdout)).toMatchObject({ mode: 'full', unchanged: 1, outcome: 'complete' });

    const listed = await run(['source', 'list', ...data]);
    expect(listed.stdout).toContain('cpo  ocpi-url  by hand');
    expect((await run(['status', ...data])).stdout).toContain('last pull complete at ');
    const everything = [added, checked, pulled, again, listed].map((one) => one.stdout + one.stderr).join('');
    expect(everything + readFileSync(directory.file('sources.yaml'), 'utf8')).not.toContain('top-secret-token');

    expect(await run(['source', 'remove', 'cpo', ...data])).toMatchObject({ code: 0 });
    expect(await run(['source', 'pull', 'cpo', ...data])).toMatchObject({ code: 2 });
    expect((await run(['status', ...data])).stdout).toContain('cpo (CC0-1.0)');
  }, 60_000);

  test('whose vanished objects were guarded shows that in status, until somebody accepts it', async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    const file = directory.file('feed.json');
    writeFileSync(file, JSON.stringify([locationOf('one'), locationOf('two')]));
    const what = ['--kind', 'file', '--locations', file, '--schedule', 'by hand', '--vanish-after', '1'];
    await run(['source', 'add', 'city', ...what, ...data]);
    await run(['source', 'pull', 'city', ...data]);
    writeFileSync(file, JSON.stringify([locationOf('one')]));
    expect(await run(['source', 'pull', 'city', ...data])).toMatchObject({ code: 1 });
    expect((await run(['status', ...data])).stdout).toContain('error vanished_guarded');
    const accepted = await run(['source', 'pull', 'city', '--accept-vanished', ...data]);
    expect(accepted.stdout).toContain('1 removed');
    expect((await run(['status', ...data])).stdout).not.toContain('vanished_guarded');
  }, 60_000);

  test('that is wrong is told with its line, and leaves the file alone', async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    const refused = await run(['source', 'add', 'a', '--kind', 'ocpi-url', '--locations', 'ftp://x', ...data]);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('must be an http or https URL');
    writeFileSync(directory.file('sources.yaml'), 'sources:\n  - name: a\n    kind: file\n    lokations: x\n');
    const listed = await run(['source', 'list', ...data]);
    expect(listed).toMatchObject({ code: 2 });
    expect(listed.stderr).toContain('line 4: lokations is no key that is known here');
    expect(await run(['source', 'add', 'a b', '--kind', 'file', ...data])).toMatchObject({ code: 2 });
  }, 60_000);

  test('is pulled by a server when it is added', async () => {
    using directory = temporaryDirectory();
    const file = directory.file('feed.json');
    writeFileSync(file, JSON.stringify([locationOf('one')]));
    await using server = await runServer(['serve', '--port', '0', '--data', directory.path]);
    await run(['source', 'add', 'city', '--kind', 'file', '--locations', file, '--data', directory.path]);
    await expect
      .poll(async () => await (await fetch(`${server.url}/v1/browse?at=52.0116,4.3571`)).json(), {
        timeout: 10_000,
      })
      .toMatchObject({ items: [{ resultType: 'place' }] });
  }, 60_000);
});
