/** `node packages/server/src/ocpi/testing/one-page/run-one-page.ts [--objects 300000] [--heap 128]`: small objects, very many. */
import { parseArgs } from 'node:util';
import { pullOnePage } from './one-page.ts';

const { values } = parseArgs({
  options: { objects: { type: 'string', default: '300000' }, heap: { type: 'string', default: '128' } },
});
const started = performance.now();
const pulled = await pullOnePage({ objects: Number(values.objects), heapMegabytes: Number(values.heap) });
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(`${JSON.stringify({ ...pulled, seconds })}\n`);
