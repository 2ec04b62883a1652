import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { locationOf, ndjson } from './feed.ts';
import { run, runServer } from './run-cli.ts';
import { temporaryDirectory } from './temporary-directory.ts';

test('serve: v2 counts as documented, and ends at the day told', async () => {
  using directory = temporaryDirectory();
  await run(['import', 'ocpi', '-', '--source', 'a', '--data', directory.path], { input: ndjson([locationOf('one')]) });
  const told = ['--v2-mend', 'countIgnoresFilters', '--v2-sunset', '2027-06-30T22:00:00+02:00'];
  await using server = await runServer(['serve', '--port', '0', '--data', directory.path, ...told]);
  const response = await fetch(`${server.url}/ev/stations/count.json?prox=52.0116,4.3571,3000&connectortype=67`);
  expect(await response.text()).toBe('{"count":0}');
  expect(response.headers.get('sunset')).toBe('Wed, 30 Jun 2027 20:00:00 GMT');
});

test.each([
  ['by default', '', [], {}, '2026-11-23'],
  ['the file', '2026-03-01', [], {}, '2026-03-01'],
  ['the environment before the file', '2026-03-01', [], { PANTOGRAPH_V2_DEPRECATED_SINCE: '2026-04-01' }, '2026-04-01'],
  [
    'the option before both',
    '2026-03-01',
    ['--v2-deprecated-since', '2026-05-01T02:00:00+02:00'],
    { PANTOGRAPH_V2_DEPRECATED_SINCE: '2026-04-01' },
    '2026-05-01',
  ],
])('serve: v2 is deprecated since the day told, %s', async (_, written, args, env, day) => {
  using directory = temporaryDirectory();
  const file = directory.file('p.yaml');
  writeFileSync(file, `port: 0\ndata: here\n${written && `v2-deprecated-since: ${written}\n`}`);
  await using server = await runServer(['serve', '--config', file, ...args], { env });
  const { headers } = await fetch(`${server.url}/ev/connectortypes.json`);
  expect(headers.get('deprecation')).toBe(`@${String(Date.parse(day) / 1000)}`);
});
