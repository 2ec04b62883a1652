/** The machine's own limit for answers of given sizes: bare node:http, `/<bytes>` answers that many constant bytes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tellUsage } from '../serving/tell-usage.ts';

const MOST_BYTES = 16 * 1024 * 1024;
const bytes = Buffer.alloc(MOST_BYTES, 'x');

const server = createServer((request, response) => {
  const length = Number(request.url?.slice(1));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length });
  response.end(bytes.subarray(0, length));
});
server.listen(0, '127.0.0.1', () => {
  tellUsage((server.address() as AddressInfo).port);
});
