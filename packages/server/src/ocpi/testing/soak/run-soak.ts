/** `node packages/server/src/ocpi/testing/soak/run-soak.ts [--pushes 200000] [--kills 20] [--seed 1]`: the soak at full length. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { soak } from './soak.ts';

const { values } = parseArgs({
  options: {
    pushes: { type: 'string', default: '200000' },
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
});
const directory = mkdtempSync(join(tmpdir(), 'pantograph-soak-'));
const started = performance.now();
try {
  const report = await soak({
    directory,
    pushes: Number(values.pushes),
    kills: Number(values.kills),
    seed: Number(values.seed),
    note: (text) => process.stderr.write(`${text}\n`),
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stdout.write(`${JSON.stringify({ ...report, seconds })}\n`);
} finally {
  rmSync(directory, { recursive: true });
}
