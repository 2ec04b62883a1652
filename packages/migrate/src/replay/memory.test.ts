import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('./testing/replay-many.ts', import.meta.url));
const MEGABYTES = 64;
const REQUESTS = 10_000;

it('replays in little memory what fills a journal of more', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pantograph-replay-many-'));
  const journal = join(folder, 'journal');
  try {
    const given = [`--max-old-space-size=${String(MEGABYTES)}`, program, journal, String(REQUESTS)];
    // A process that needs more is ended by the engine.
    const { stdout } = await promisify(execFile)(process.execPath, given);
    expect(stdout.trim().split('\n')).toEqual([
      'asks: 10000 asked, 10000 judged, 60 kinds',
      'goes on: 0 asked, 10000 judged, 60 kinds',
    ]);
    expect(statSync(journal).size).toBeGreaterThan(MEGABYTES * 1e6);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
