/** `node bench/ocpi-soak.ts [--pushes 200000] [--kills 20] [--seed 1]`: the soak of the tests at full length. */
import { parseArgs } from 'node:util';
import { soak } from '../packages/server/src/ocpi/test/soak/soak.ts';
import { temporaryDirectory } from './harness/temporary-directory.ts';

const { values } = parseArgs({
  options: {
    pushes: { type: 'string', default: '200000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
await using directory = await temporaryDirectory();
const started = performance.now();
const report = await soak({
  directory: directory.path,
  pushes: Number(values.pushes),
  kills: Number(values.kills),
  seed: Number(values.seed),
  note: (text) => process.stderr.write(`${text}\n`),
});
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(`${JSON.stringify({ ...report, seconds })}\n`);
