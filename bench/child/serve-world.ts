/** Our server over a data directory. Argument: the directory. */
import { createLog, startServer } from '@pantograph/server';
import { tellUsage } from '../serving/tell-usage.ts';

const [dataDir = ''] = process.argv.slice(2);
const { port } = await startServer({ dataDir, port: 0, log: createLog('error') });
tellUsage(port);
