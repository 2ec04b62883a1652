import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { soak } from './soak.ts';

it(
  'thousands of random pushes from four peers, with kills in between, end as the model says',
  { timeout: 120_000 },
  async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pantograph-soak-'));
    try {
      const report = await soak({ directory, pushes: 2_400, kills: 2, seed: 7 });
      expect(report).toMatchObject({ pushes: 2_400, kills: 2, locations: 24 });
      expect(report.resent).toBeGreaterThan(0);
      expect(report.evses).toBeGreaterThan(24);
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);
