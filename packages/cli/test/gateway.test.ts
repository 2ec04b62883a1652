import { describe, expect, test } from 'vitest';
import { locationOf, ndjson } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const questions = [
  '/ev/stations.json?prox=52.0116,4.3571,3000',
  '/ev/stations.xml?bbox=52.1,4.2;51.9,4.5&maxresults=1',
  '/ev/stations/count.json?prox=52.0116,4.3571,3000',
  '/ev/connectortypes.json',
];

describe('gateway', () => {
  test('answers v2 from the v3 and Search of another server, and ends with 0', async () => {
    using directory = temporaryDirectory();
    const input = ndjson([locationOf('one', 'OUTOFORDER'), locationOf('two')]);
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input });
    await using server = await runServer(['serve', '--port', '0', '--data', directory.path]);
    const bases = ['--v3', `${server.url}/v3`, '--search', `${server.url}/v1/`];
    await using gateway = await runServer(['gateway', '--port', '0', ...bases]);
    for (const question of questions) {
      const [own, passed] = await Promise.all(
        [server, gateway].map(async ({ url }) => (await fetch(`${url}${question}`)).text()),
      );
      expect(passed).toBe(own);
    }
    expect(await gateway.stop('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    [['--v3', 'http://localhost:1/v3'], '--search'],
    [['--v3', 'nowhere', '--search', 'http://localhost:1/v1'], 'no http or https address'],
    [['--v3', 'http://me:secret@localhost:1/v3', '--search', 'http://localhost:1/v1'], 'more than an address'],
    [['--v3', 'http://localhost:1', '--search', 'http://localhost:1', '--max-in-flight', '0'], 'from 1 to 10000'],
    [['--v3', 'http://localhost:1', '--search', 'http://localhost:1', '--cache-seconds', '-1'], 'from 0 to 3600'],
  ])('refuses %j', async (args, reason) => {
    const { code, stderr } = await run(['gateway', '--port', '0', ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('secret');
  });
});
