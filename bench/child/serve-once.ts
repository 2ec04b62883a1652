/** Starts a server over the data directory in its arguments and ends it, which leaves a snapshot behind. */
import { createLog, startServer } from '@pantograph/server';
import { measured } from '../harness/measure.ts';

const [dataDir = ''] = process.argv.slice(2);
const measurement = await measured(async () => {
  const server = await startServer({ dataDir, port: 0, log: createLog('error') });
  await server.close();
  return server.atlas.size;
});
process.stdout.write(JSON.stringify(measurement));
