import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

interface Taken {
  readonly signature: string;
  readonly body: string;
}

async function receiver(status: () => number): Promise<{ readonly url: string; readonly taken: readonly Taken[] }> {
  const taken: Taken[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      taken.push({ signature: String(request.headers['pantograph-signature']), body });
      response.writeHead(status()).end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/in?token=geheim`, taken };
}

describe('pantograph webhook', () => {
  it(
    'adds an address to a running server, which sends it all there is; and lists, tests, removes it',
    { timeout: 120_000 },
    async () => {
      using directory = temporaryDirectory();
      const data = ['--data', directory.path];
      const secretFile = directory.file('portal.secret');
      const { url, taken } = await receiver(() => 204);
      await using server = await runServer(['demo', ...data, '--locations', '5', '--port', '0']);
      expect(server.url).toContain('http');
      const added = await run([
        'webhook',
        'add',
        'portal',
        url,
        '--secret-file',
        secretFile,
        '--from',
        'start',
        '--allow-private',
        ...['--fields', 'evses,tariffs', '--tariff', 'cpo', 'emsp'],
        ...data,
      ]);
      expect(added).toMatchObject({ code: 0, stdout: 'portal is added, and is sent all there is first.\n' });
      const secret = readFileSync(secretFile, 'utf8').trim();
      expect(statSync(secretFile).mode & 0o777).toBe(0o600);
      await expect.poll(() => taken.length, { timeout: 20_000 }).toBeGreaterThan(0);
      expect(taken[0]?.body.split('\n').filter((line) => line.includes('"type":"upsert"'))).toHaveLength(5);
      expect(taken[0]?.signature).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);

      const listed = await run(['webhook', 'list', ...data]);
      expect(listed.stdout).toMatch(
        /^portal {2}sending {2}http:\/\/127\.0\.0\.1:\d+\/in\?…\n {2}what: fields=evses,tariffs&tariff=cpo&tariff=emsp\n/,
      );
      const json = await run(['webhook', 'list', 'portal', '--json', ...data]);
      expect(JSON.parse(json.stdout)).toMatchObject([{ name: 'portal', state: 'sending', failures: 0 }]);
      const tested = await run(['webhook', 'test', 'portal', ...data]);
      expect(tested).toMatchObject({ code: 0, stdout: 'portal took it, with 204.\n' });
      const replayed = await run(['webhook', 'replay', 'portal', '--from', 'start', ...data]);
      expect(replayed.stdout).toBe('portal goes on from start.\n');
      const removed = await run(['webhook', 'remove', 'portal', ...data]);
      expect(removed).toMatchObject({ code: 0, stdout: 'portal is removed.\n' });
      for (const { stdout, stderr } of [added, listed, json, tested, replayed, removed]) {
        expect(stdout + stderr).not.toContain(secret);
        expect(stdout + stderr).not.toContain('geheim');
      }
    },
  );

  it('tells what a receiver answers that does not take it', { timeout: 120_000 }, async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    const secretFile = directory.file('portal.secret');
    writeFileSync(secretFile, `${'s'.repeat(40)}\n`);
    const { url: address } = await receiver(() => 500);
    // A name is judged by where it leads, when something is sent.
    const url = address.replace('127.0.0.1', 'localhost');
    const add = ['webhook', 'add', 'portal', url, '--secret-file', secretFile];
    expect(await run([...add, ...data])).toMatchObject({ code: 0, stderr: '' });
    expect((await run(['webhook', 'test', 'portal', ...data])).stderr).toContain(
      'localhost leads to no public address',
    );
    await run(['webhook', 'remove', 'portal', ...data]);
    await run([...add, '--allow-private', ...data]);
    const tested = await run(['webhook', 'test', 'portal', ...data]);
    expect(tested).toMatchObject({ code: 1, stderr: 'portal did not take it: it answered 500.\n' });
  });

  it('says what is wrong, and what would be right', { timeout: 120_000 }, async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    const secret = ['--secret-file', directory.file('a.secret')];
    const add = (...args: readonly string[]) => run(['webhook', 'add', ...args, ...data]);
    expect((await add('a', 'https://a.example')).stderr).toContain("required option '--secret-file <file>'");
    for (const [args, message] of [
      [['a', 'a.example', ...secret], 'no http or https address'],
      [['a', 'http://127.0.0.1:9/in', ...secret], 'add --allow-private'],
      [['A b', 'https://a.example', ...secret], 'lower-case letters'],
      [['a', 'https://a.example', ...secret, '--in', 'bbox:1'], 'box'],
      [['a', 'https://a.example', ...secret, '--from', 'yesterday'], 'Allowed choices are now, start'],
      [['a', 'https://a.example', '--secret-file', '/no/such/directory/file'], 'no such file'],
    ] as const) {
      const { code, stderr } = await add(...args);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
      expect(stderr).not.toContain('every option');
    }
    expect(existsSync(directory.file('a.secret'))).toBe(false);
    writeFileSync(directory.file('a.secret'), 'short');
    expect((await add('a', 'https://a.example', ...secret)).stderr).toContain('at least 32 characters');
    expect(readFileSync(directory.file('a.secret'), 'utf8')).toBe('short');
    expect((await run(['webhook', 'test', 'nobody', ...data])).stderr).toContain('There is no webhook nobody');
    expect((await run(['webhook', 'list', ...data])).stderr).toContain('No webhook yet');
  });
});
