import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BATCH_SIZE } from './testing/batches.ts';
import { openSqliteStore } from './sqlite-store.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'pantograph-kill-')), 'store.db');
});
afterEach(() => rmSync(join(path, '..'), { recursive: true }));

/** Writes until it is killed, that many acknowledgements after its first; returns the last batch it saw acknowledged. */
function writeUntilKilled(firstBatch: number, acknowledgements: number): Promise<number> {
  const script = fileURLToPath(new URL('testing/write-batches.ts', import.meta.url));
  const child = spawn(process.execPath, [script, path, String(firstBatch)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let last = firstBatch - 1;
  createInterface({ input: child.stdout }).on('line', (line) => {
    last = Number(line);
    if (last >= firstBatch + acknowledgements) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(last);
      else reject(new Error('the writer ended by itself'));
    });
  });
}

describe('a killed writer', () => {
  it('loses nothing that was acknowledged and leaves no batch half done', async () => {
    let next = 0;
    for (const acknowledgements of [0, 3, 17, 40]) {
      const acknowledged = await writeUntilKilled(next, acknowledgements);
      const store = openSqliteStore(path);
      const found = Map.groupBy(store.locations(), ({ key }) => Number(key.id.split('-')[0]));
      const log = store.log(0, 100_000);
      await store.close();
      const batches = [...found.keys()].sort((one, other) => one - other);
      // The one that was under way may be there too; what was not acknowledged may not be there by halves.
      next = batches.length;
      expect(batches).toEqual(Array.from({ length: next }, (_, batch) => batch));
      expect(next).toBeGreaterThan(acknowledged);
      for (const locations of found.values()) {
        expect(locations).toHaveLength(BATCH_SIZE);
        expect(locations.every(({ statuses }) => statuses[0]?.status === 'CHARGING')).toBe(true);
      }
      expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: next * BATCH_SIZE * 2 }, (_, n) => n + 1));
    }
  });
});
