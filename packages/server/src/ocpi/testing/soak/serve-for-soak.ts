/** A whole server over the data directory in its arguments, until it is killed. Says where it listens. */
import { startServer } from '../../../start-server.ts';
import { createLog } from '../../../observe/log.ts';

const [, , dataDir = ''] = process.argv;
const server = await startServer({ dataDir, port: 0, log: createLog('error') });
process.stdout.write(`${server.url}\n`);
