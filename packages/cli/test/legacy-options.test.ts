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
