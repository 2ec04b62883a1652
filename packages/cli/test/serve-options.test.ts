/** Every option of `serve`, by what it does to a real process. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { locationOf, ndjson } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const statusOf = async (url: string, token?: string) =>
  (await fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })).status;

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const inAnHour = () => Math.floor(Date.now() / 1000) + 3600;

describe('who may come', () => {
  test('closed: nobody without a key, and keys at their rate', async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    const key = (await run(['key', 'create', 'test', ...data])).stdout.trim();
    await using server = await runServer(['serve', '--port', '0', '--closed', '--key-rate', '1/h:2', ...data]);
    const path = `${server.url}/v3/version`;
    expect(await statusOf(path)).toBe(401);
    expect(await (await fetch(`${path}?apiKey=${key}`)).json()).toMatchObject({ serviceVersion: version });
    expect(await statusOf(path, key)).toBe(200);
    expect(await statusOf(path, key)).toBe(429);
  });

  test('open: an address at its rate', async () => {
    using directory = temporaryDirectory();
    const rate = ['--open', '--anonymous-rate', '1/h:2'];
    await using server = await runServer(['serve', '--port', '0', ...rate, '--data', directory.path]);
    const path = `${server.url}/v3/version`;
    expect([await statusOf(path), await statusOf(path), await statusOf(path)]).toEqual([200, 200, 429]);
  });

  test('tokens signed with a secret, of the issuer and for the audience that were named', async () => {
    using directory = temporaryDirectory();
    const secret = 'a secret of more than thirty-two bytes';
    writeFileSync(directory.file('secret'), `${secret}\n`);
    const token = (claims: object, key = secret) => {
      const text = `${part({ alg: 'HS256' })}.${part({ exp: inAnHour(), ...claims })}`;
      return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
    };
    const jwt = ['--jwt-secret-file', directory.file('secret'), '--jwt-issuer', 'me', '--jwt-audience', 'you'];
    await using server = await runServer(['serve', '--port', '0', '--closed', ...jwt, '--data', directory.path]);
    const path = `${server.url}/v3/version`;
    expect(await statusOf(path, token({ iss: 'me', aud: 'you' }))).toBe(200);
    expect(await statusOf(path, token({ iss: 'them', aud: 'you' }))).toBe(401);
    expect(await statusOf(path, token({ iss: 'me', aud: 'them' }))).toBe(401);
    expect(await statusOf(path, token({ iss: 'me', aud: 'you' }, `${secret}\n`))).toBe(401);
  });

  test('tokens signed with a key that an address lists', async () => {
    using directory = temporaryDirectory();
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const keys = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'ES256' }] });
    const issuer = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys));
    await once(issuer.listen(0, '127.0.0.1'), 'listening');
    const jwks = `http://127.0.0.1:${String((issuer.address() as AddressInfo).port)}/jwks`;
    const args = ['serve', '--port', '0', '--closed', '--jwks-url', jwks, '--data', directory.path];
    await using server = await runServer(args);
    const text = `${part({ alg: 'ES256', kid: '1' })}.${part({ exp: inAnHour(), sub: 'app' })}`;
    const signed = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    expect(await statusOf(`${server.url}/v3/version`, `${text}.${signed.toString('base64url')}`)).toBe(200);
    expect(await statusOf(`${server.url}/v3/version`, `${text}.${'A'.repeat(86)}`)).toBe(401);
    issuer.close();
  });
});

describe('what is shown', () => {
  test('names and ids of a scheme of one’s own, and another map', async () => {
    using directory = temporaryDirectory();
    const data = ['--data', directory.path];
    await run(['import', 'ocpi', '-', '--source', 'a', ...data], { input: ndjson([locationOf('one')]) });
    const style = 'https://maps.example/style.json';
    const names = ['--naming', '{brand}, {city}', '--default-name', 'NLD=Laadpaal', '--default-name', 'deu=Ladesäule'];
    const shown = [...names, '--id-prefix', 'city:charging:', '--map-style', style];
    await using server = await runServer(['serve', '--port', '0', ...shown, ...data]);
    const browse = (await (await fetch(`${server.url}/v1/browse?at=52.0116,4.3571`)).json()) as {
      readonly items: readonly { readonly id: string }[];
    };
    const id = browse.items[0]?.id.split(':').at(-1) ?? '';
    const location = await (await fetch(`${server.url}/v3/locations/${id}`)).json();
    expect(location).toMatchObject({
      id: `city:charging:${id}`,
      name: 'Laadpaal, Delft',
    });
    const page = await fetch(server.url);
    // Where the page is not built, the documentation stands in its place.
    if ((await page.text()).includes('pantograph-settings')) {
      expect(page.headers.get('content-security-policy')).toContain('https:');
    }
  });
});

describe('wrong use ends with 2, names the option, and says what is allowed', () => {
  test.each([
    [['--closed', '--open'], '--closed', '--open'],
    [['--key-rate', 'fast'], '--key-rate', '10/s'],
    [['--anonymous-rate', '0/s', '--open'], '--anonymous-rate', '600/min'],
    [['--anonymous-rate', '1/s'], '--anonymous-rate', 'Add --open'],
    [['--jwt-secret-file', '/no/such/file'], '--jwt-secret-file', 'no such file'],
    [['--jwt-secret-file', import.meta.filename, '--jwks-url', 'https://x.example'], '--jwt-secret-file', '--jwks-url'],
    [['--jwks-url', 'http://login.example/jwks'], '--jwks-url', 'https'],
    [['--jwt-issuer', 'me'], '--jwt-issuer', '--jwks-url'],
    [['--jwt-audience', 'me'], '--jwt-audience', '--jwt-secret-file'],
    [['--naming', '{operator}'], '--naming', '{brand}, {street}'],
    [['--naming', 'the same'], '--naming', '{brand}, {street}'],
    [['--default-name', 'NL=x'], '--default-name', 'alpha-3'],
    [['--id-prefix', 'city'], '--id-prefix', 'colon'],
    [['--map-style', 'http://maps.example/style.json'], '--map-style', 'https'],
  ])('%j', async (args, option, allowed) => {
    using directory = temporaryDirectory();
    const { code, stdout, stderr } = await run(['serve', '--port', '0', '--data', directory.path, ...args]);
    expect(stderr).toContain(option);
    expect(stderr).toContain(allowed);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a secret that is too short is told by its length, and not shown', async () => {
    using directory = temporaryDirectory();
    writeFileSync(directory.file('secret'), 'hush hush\n');
    const { code, stderr } = await run(['serve', '--jwt-secret-file', directory.file('secret')]);
    expect(stderr).toContain('at least 32 bytes, found 9');
    expect(stderr).not.toContain('hush');
    expect(code).toBe(2);
  });
});

describe('--keep-log', () => {
  const DAY = 24 * 60 * 60 * 1000;
  /** An object that left quarantine a day ago is let go of with what the log has of that day. */
  const leftADayAgo = async (data: string): Promise<() => number> => {
    const feed = ndjson([{ ...locationOf('one'), coordinates: null }, { ...locationOf('two') }]);
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', data], { input: feed });
    const path = join(data, 'pantograph.db');
    const change = new DatabaseSync(path);
    change.prepare('UPDATE quarantine SET resolved_at = ?').run(new Date(Date.now() - DAY).toISOString());
    change.close();
    return () => {
      const database = new DatabaseSync(path, { readOnly: true });
      const count = Number(database.prepare('SELECT count(*) AS n FROM quarantine').get()?.['n']);
      database.close();
      return count;
    };
  };

  test('says for how long, from the command line and from the environment', async () => {
    for (const keeping of [
      { args: ['--keep-log', '6 hours'], env: {} },
      { args: [], env: { PANTOGRAPH_KEEP_LOG: '6 hours' } },
    ]) {
      using directory = temporaryDirectory();
      const left = await leftADayAgo(directory.path);
      expect(left()).toBe(1);
      await using _server = await runServer(['serve', '--port', '0', '--data', directory.path, ...keeping.args], {
        env: keeping.env,
      });
      await expect.poll(left, { timeout: 20_000 }).toBe(0);
    }
  });
});
