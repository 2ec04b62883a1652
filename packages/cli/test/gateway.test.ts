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

  test('behaves as v2 did, as documented, or ends it, as it is told', async () => {
    using directory = temporaryDirectory();
    await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], {
      input: ndjson([locationOf('one')]),
    });
    await using server = await runServer(['serve', '--port', '0', '--data', directory.path]);
    const bases = ['--v3', `${server.url}/v3`, '--search', `${server.url}/v1`];
    const asked = '/ev/stations/count.json?prox=52.0116,4.3571,3000&connectortype=67';
    const answerOf = async (...told: string[]) => {
      await using gateway = await runServer(['gateway', '--port', '0', ...bases, ...told]);
      const response = await fetch(`${gateway.url}${asked}`);
      const { headers } = response;
      return [await response.text(), headers.get('sunset'), headers.get('link'), headers.has('deprecation')];
    };
    expect(await answerOf('--v2-sunset', '2027-06-30', '--v2-link', '/how?a=b')).toEqual([
      '{"count":1}',
      'Wed, 30 Jun 2027 00:00:00 GMT',
      '</how?a=b>; rel="deprecation"; type="text/html", </how?a=b>; rel="sunset"; type="text/html"',
      true,
    ]);
    expect(
      await answerOf('--v2-mend', 'countIgnoresFilters', '--v2-mend', 'countIsPageSize', '--v2-deprecation', 'off'),
    ).toEqual(['{"count":0}', null, null, false]);
  });

  test.each([
    [['--v2-mend', 'everything'], 'Expected one of countIgnoresFilters'],
    [['--v2-sunset', 'soon'], 'Expected a day such as 2027-06-30'],
    [['--v2-sunset', '2027-02-31'], 'Expected a day such as 2027-06-30'],
    [['--v2-deprecated-since', '2026-02-31'], 'Expected a day such as 2027-06-30'],
    [['--v2-link', 'ftp://x'], 'Expected an http or https address'],
    [['--v2-deprecation', 'maybe'], 'Allowed choices are on, off'],
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
