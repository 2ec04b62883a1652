import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

describe('help', () => {
  test.each(['serve', 'import ocpi', 'demo', 'status', 'key create'])(
    '%s shows options and examples',
    async (words) => {
      const command = words.split(' ');
      const { code, stdout } = await run([...command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain(`Usage: pantograph ${words}`);
      expect(stdout).toContain('--data <directory>');
      expect(stdout).toContain('Examples');
    },
  );

  test('of the whole names the commands and the exit codes', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    for (const word of ['serve', 'import', 'demo', 'status', 'Exit codes']) expect(stdout).toContain(word);
  });

  test('comes where no command is named, as wrong use', async () => {
    const { code, stderr } = await run([]);
    expect(code).toBe(2);
    expect(stderr).toContain('Usage: pantograph');
  });
});

describe('wrong use ends with 2 and says what is allowed', () => {
  test.each([
    [['serv'], 'Did you mean serve?'],
    [['serve', '--prot', '1'], 'Did you mean --port?'],
    [['serve', '--port', '65536'], 'whole number from 0 to 65535'],
    [['serve', '--port', '8o'], 'whole number from 0 to 65535'],
    [['serve', '--threads', '0'], 'whole number from 1 to 64'],
    [['serve', '--threads', '1000'], 'whole number from 1 to 64'],
    [['serve', '--threads', 'two'], 'whole number from 1 to 64'],
    [['serve', '--keep-log', 'a while'], 'such as "15 minutes"'],
    [['serve', '--enums', 'HERE'], 'Allowed choices are ocpi, here'],
    [['demo', '--locations', '0'], 'whole number from 1 to 10000000'],
    [['import', 'ocpi', 'x.json'], "required option '--source <name>'"],
    [['import', 'ocpi', 'x.json', '--source', 'a b'], 'letters, digits'],
    [['import', 'ocpi', 'x.json', '--source', 'a', '--country', 'NLD'], 'two letters'],
    [['import', 'ocpi', 'x.json', '--source', 'a', '--ocpi-version', '3.0'], 'Allowed choices are 2.1.1'],
    [['import', 'ocpi', '-', '--source', 'a', '--tariffs', '-'], 'one feed only'],
    [['import', 'ocpi', '/no/such/file', '--source', 'a'], 'There is no file /no/such/file'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a status of nothing makes nothing', async () => {
    using directory = temporaryDirectory();
    const { code, stderr } = await run(['status', '--data', directory.file('absent')]);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no store in');
    expect((await run(['status', '--data', directory.file('absent')])).code).toBe(2);
  });

  test('a file where the data directory should be', async () => {
    using directory = temporaryDirectory();
    writeFileSync(directory.file('data'), '');
    const { code, stderr } = await run(['serve', '--port', '0', '--data', directory.file('data')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Cannot open the store .*a file stands where a directory is needed/);
  });

  test('a store that a newer program wrote', async () => {
    using directory = temporaryDirectory();
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input: '[]' });
    const database = new DatabaseSync(directory.file('pantograph.db'));
    database.exec('PRAGMA user_version = 999');
    database.close();
    const { code, stderr } = await run(['status', '--data', directory.path]);
    expect(code).toBe(2);
    expect(stderr).toContain('version 999');
  });

  test('a store that is something else', async () => {
    using directory = temporaryDirectory();
    writeFileSync(directory.file('pantograph.db'), 'not a database, but long enough to look at'.repeat(100));
    const { code, stderr } = await run(['status', '--data', directory.path]);
    expect(code).toBe(2);
    expect(stderr).toContain(`cannot open the store ${directory.file('pantograph.db')}: it is no SQLite database`);
  });

  test('a small database that is something else', async () => {
    using directory = temporaryDirectory();
    for (const [name, args] of [
      ['keys.db', ['key', 'list']],
      ['changes.db', ['serve', '--port', '0']],
      ['twins.db', ['serve', '--port', '0']],
    ] as const) {
      const data = directory.file(`with ${name}`);
      mkdirSync(join(data, name), { recursive: true });
      const { code, stderr } = await run([...args, '--data', data]);
      expect(code).toBe(2);
      expect(stderr).toContain(`Cannot use the database ${join(data, name)}: it is a directory.`);
      expect(stderr).toContain('Move it away, or name another data directory.');
    }
  });

  test('a port that is in use', async () => {
    using directory = temporaryDirectory();
    await using server = await runServer(['serve', '--port', '0', '--data', directory.file('one')]);
    const { port } = new URL(server.url);
    const { code, stderr } = await run(['serve', '--port', port, '--data', directory.file('two')]);
    expect(code).toBe(2);
    expect(stderr).toContain(`port ${port}: the port is in use`);
    expect(stderr).toContain('--port');
  });

  test('an address that everybody reaches, without a key', async () => {
    using directory = temporaryDirectory();
    const { code, stderr } = await run(['serve', '--host', '0.0.0.0', '--port', '0', '--data', directory.path]);
    expect(code).toBe(2);
    expect(stderr).toContain('0.0.0.0');
    expect(stderr).toContain('--open');
  });
});

test('an old Node is told so', async () => {
  const pretend = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } })';
  const { code, stderr } = await run(['--help'], { node: ['--import', `data:text/javascript,${pretend}`] });
  expect(code).toBe(2);
  expect(stderr).toContain('needs Node.js 24 or newer');
});
