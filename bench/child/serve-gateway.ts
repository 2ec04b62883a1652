/** A gateway that keeps nothing, in front of a server on this machine. Argument: the server's port. */
import { createLog, startGateway } from '@pantograph/server';
import { tellUsage } from '../serving/tell-usage.ts';

const [upstream = ''] = process.argv.slice(2);
const base = `http://127.0.0.1:${upstream}`;
const { port } = await startGateway({
  v3: `${base}/v3`,
  search: `${base}/v1`,
  port: 0,
  cacheSeconds: 0,
  log: createLog('error'),
});
tellUsage(port);
