/** Options from the environment and from a file, by what they do to a real process. docs/settings.md tells of them. */
import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { locationOf, ndjson } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const sunsetOf = async ({ url }: { readonly url: string }) =>
  (await fetch(`${url}/ev/connectortypes.json`)).headers.get('sunset');

const statusOf = async ({ url }: { readonly url: string }, token?: string) =>
  (await fetch(`${url}/v3/version`, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } }))
    .status;

const secret = 'a secret of more than thirty-two bytes';
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(claims: object = {}): string {
  const text = `${part({ alg: 'HS256' })}.${part({ exp: Math.floor(Date.now() / 1000) + 3600, ...claims })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('what is nearest counts', () => {
  test.each([
    ['the file', [], {}, 'Fri, 01 Jan 2027'],
    ['the environment before the file', [], { PANTOGRAPH_V2_SUNSET: '2028-01-01' }, 'Sat, 01 Jan 2028'],
    ['nothing in the environment is not there', [], { PANTOGRAPH_V2_SUNSET: ' ' }, 'Fri, 01 Jan 2027'],
    [
      'the option before both',
      ['--v2-sunset', '2029-01-01'],
      { PANTOGRAPH_V2_SUNSET: '2028-01-01' },
      'Mon, 01 Jan 2029',
    ],
  ])('%s', async (_, args, env, day) => {
    using directory = temporaryDirectory();
    writeFileSync(directory.file('p.yaml'), 'port: 0\ndata: here\nv2-sunset: 2027-01-01\n');
    await using server = await runServer(['serve', '--config', directory.file('p.yaml'), ...args], { env });
    expect(await sunsetOf(server)).toBe(`${day} 00:00:00 GMT`);
    // Paths of a file start at the file.
    expect(() => readFileSync(directory.file('here/pantograph.db'))).not.toThrow();
  });

  test('values of options that repeat are those of one place', async () => {
    using directory = temporaryDirectory();
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], {
      input: ndjson([locationOf('one')]),
    });
    writeFileSync(directory.file('p.yaml'), 'port: 0\ndata: .\nv2-mend: [countIgnoresFilters]\n');
    const asked = '/ev/stations/count.json?prox=52.0116,4.3571,3000&connectortype=67';
    const countOf = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
      await using server = await runServer(['serve', '--config', directory.file('p.yaml'), ...args], { env });
      return await (await fetch(server.url + asked)).json();
    };
    expect(await countOf([])).toEqual({ count: 0 });
    expect(await countOf(['--v2-mend', 'countIsPageSize'])).toEqual({ count: 1 });
    const env = { PANTOGRAPH_V2_MEND: 'countIsPageSize; countIgnoresFilters;' };
    expect(await countOf([], env)).toEqual({ count: 0 });
  });

  test('of options that exclude each other the nearer one counts, and no is no', async () => {
    using directory = temporaryDirectory();
    await run(['key', 'create', 'test', '--data', directory.path]);
    writeFileSync(directory.file('p.yaml'), 'port: 0\ndata: .\nopen: true\n');
    const start = (env: Readonly<Record<string, string>>, ...args: string[]) =>
      runServer(['serve', '--config', directory.file('p.yaml'), ...args], { env });
    await using open = await start({});
    await using closed = await start({}, '--closed');
    await using closedToo = await start({ PANTOGRAPH_CLOSED: 'yes' });
    await using neither = await start({ PANTOGRAPH_OPEN: 'false' });
    expect([await statusOf(open), await statusOf(closed), await statusOf(closedToo)]).toEqual([200, 401, 401]);
    expect(await statusOf(neither)).toBe(200);
    const { code, stderr } = await run(['serve', '--config', directory.file('p.yaml')], {
      env: { PANTOGRAPH_OPEN: 'false', PANTOGRAPH_HOST: '0.0.0.0', PANTOGRAPH_JWT_ISSUER: 'me' },
    });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--jwt-issuer')]);
  });
});

describe('secrets', () => {
  test.each([
    ['the environment', { PANTOGRAPH_JWT_SECRET: secret }, ''],
    ['a file of the environment', { PANTOGRAPH_JWT_SECRET_FILE: 'secret' }, ''],
    ['the file', {}, `jwt-secret: ${secret}\n`],
    ['a file that the file names', {}, 'jwt-secret-file: secret\n'],
  ])('come from %s', async (_, env, line) => {
    using directory = temporaryDirectory();
    writeFileSync(directory.file('secret'), `${secret}\n`);
    writeFileSync(directory.file('p.yaml'), `port: 0\ndata: .\nclosed: true\n${line}`);
    const path = 'PANTOGRAPH_JWT_SECRET_FILE' in env ? { PANTOGRAPH_JWT_SECRET_FILE: directory.file('secret') } : env;
    await using server = await runServer(['serve', '--config', directory.file('p.yaml')], { env: path });
    expect([await statusOf(server), await statusOf(server, token())]).toEqual([401, 200]);
    expect((await server.stop('SIGTERM')).stderr).not.toContain(secret);
  });

  test('are not for the command line, and never shown', async () => {
    using directory = temporaryDirectory();
    const env = { PANTOGRAPH_JWT_SECRET: 'hush hush' };
    const short = await run(['serve', '--port', '0', '--data', directory.path], { env });
    const typed = await run(['serve', '--port', '0', '--data', directory.path, '--jwt-secret', 'hush hush']);
    const help = await run(['serve', '--help'], { env });
    writeFileSync(directory.file('p.yaml'), 'jwt-secret: [hush hush]\n');
    const listed = await run(['serve', '--config', directory.file('p.yaml')]);
    expect([short.code, typed.code, listed.code, help.code]).toEqual([2, 2, 2, 0]);
    expect(short.stderr).toContain('at least 32 bytes, found 9');
    expect(typed.stderr).toContain('PANTOGRAPH_JWT_SECRET');
    for (const { stdout, stderr } of [short, typed, help, listed]) expect(stdout + stderr).not.toContain('hush');
  });
});

describe('the gateway', () => {
  test('takes the addresses it needs from either', async () => {
    using directory = temporaryDirectory();
    writeFileSync(directory.file('p.yaml'), 'port: 0\nv3: http://127.0.0.1:1/v3\nv2-sunset: 2027-01-01\n');
    const env = { PANTOGRAPH_SEARCH: 'http://127.0.0.1:1/v1', PANTOGRAPH_CONFIG: directory.file('p.yaml') };
    await using gateway = await runServer(['gateway'], { env });
    expect(await sunsetOf(gateway)).toBe('Fri, 01 Jan 2027 00:00:00 GMT');
    const { code, stderr } = await run(['gateway', '--config', directory.file('p.yaml')]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/'--search <base>' not specified\n.*PANTOGRAPH_SEARCH/)]);
  });
});

test('the file that docs/settings.md shows is taken as it stands', async () => {
  using directory = temporaryDirectory();
  const text = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
  const [, example = ''] = /```yaml\n([^]*?)```/.exec(text) ?? [];
  mkdirSync(directory.file('data'));
  writeFileSync(directory.file('secret'), secret);
  writeFileSync(directory.file('pantograph.yaml'), example);
  await using server = await runServer(['serve', '--port', '0', '--config', directory.file('pantograph.yaml')]);
  expect(await statusOf(server, token({ aud: 'chargers' }))).toBe(200);
  expect(await statusOf(server, token({ aud: 'others' }))).toBe(401);
  const answer = await fetch(`${server.url}/ev/connectortypes.json`, {
    headers: { authorization: `Bearer ${token({ aud: 'chargers' })}` },
  });
  expect(answer.headers.get('sunset')).toBe('Wed, 30 Jun 2027 00:00:00 GMT');
});
