/** One scan of a folder; counts megabytes. */
import { scan } from '@pantograph/migrate/scan';
import { measured } from '../harness/measure.ts';

const [path = ''] = process.argv.slice(2);

const measurement = await measured(async () => {
  const { bytes, findings } = await scan(path);
  if (findings.length === 0) throw new Error('nothing was found');
  return bytes / 1e6;
});
process.stdout.write(JSON.stringify(measurement));
