import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openBytes } from '@pantograph/feeds/json';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { importOcpi } from './import-ocpi.ts';
import { feedLocation } from './testing/feed-objects.ts';

const OBJECTS = 20_000;
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-killed-import-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Kills the import once it has said that so many objects are stored; returns the last number it said. */
function importUntilKilled(feed: string, data: string, objects: number): Promise<number> {
  const script = fileURLToPath(new URL('testing/import-file.ts', import.meta.url));
  const child = spawn(process.execPath, [script, feed, data], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    said = Number(line);
    if (said >= objects) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(said);
      else reject(new Error('the import ended before it was killed'));
    });
  });
}

describe('a killed import', () => {
  it('loses nothing that it reported as stored, and can be run again', async () => {
    const [feed, data] = [join(directory, 'feed.ndjson'), join(directory, 'store.db')];
    const lines = Array.from({ length: OBJECTS }, (_, n) => JSON.stringify(feedLocation(`L${String(n)}`)));
    writeFileSync(feed, lines.join('\n'));
    const said = await importUntilKilled(feed, data, OBJECTS / 4);

    const store = openSqliteStore(data);
    const stored = [...store.locations()].map(({ key }) => key.id);
    expect(stored.length).toBeGreaterThanOrEqual(said);
    expect(stored.length).toBeLessThan(OBJECTS);
    expect(stored).toEqual(Array.from({ length: stored.length }, (_, n) => `L${String(n)}`));

    const now = () => new Date('2026-03-10T12:00:00Z');
    const report = await importOcpi(store, { source: { name: 'city' }, locations: openBytes(feed), now });
    expect(report).toMatchObject({
      added: OBJECTS - stored.length,
      unchanged: stored.length,
      changed: 0,
      quarantined: 0,
    });
    expect(store.counts().locations).toBe(OBJECTS);
    await store.close();
  });
});
