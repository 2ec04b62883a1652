/** grep over a folder, for words such as the scanner looks for before it parses; counts megabytes. */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measured } from '../harness/measure.ts';

const words =
  'ev-v2\\.|/ev/|s/bulk\\.|s/count\\.|s/alongroute|connectortype|ev_?stations|connector_?status|ev_?station_?details|domestic plug|iec 6|jevs g 105';
const [path = ''] = process.argv.slice(2);
const bytes = readdirSync(path, { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile())
  .reduce((sum, each) => sum + statSync(join(each.parentPath, each.name)).size, 0);

const measurement = await measured(() => {
  const { status } = spawnSync('grep', ['-r', '-i', '-E', '-l', words, path], { stdio: 'ignore' });
  if (status !== 0) throw new Error('grep found nothing');
  return Promise.resolve(bytes / 1e6);
});
process.stdout.write(JSON.stringify(measurement));
