/** Our server over a data directory. Arguments: the directory; how many threads serve, where not one. */
import { createLog, startServer } from '@pantograph/server';
import { tellUsage } from '../serving/tell-usage.ts';

const [dataDir = '', threads = '1'] = process.argv.slice(2);
const { port } = await startServer({ dataDir, port: 0, threads: Number(threads), log: createLog('error') });
tellUsage(port);
