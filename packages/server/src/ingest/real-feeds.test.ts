import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openBytes } from '@pantograph/feeds/json';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { importOcpi } from './import-ocpi.ts';
import type { ImportReport } from './import-report.ts';

const folder = fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^(ocpi_|nl_ocpi221_)/.test(file)) : [];
if (files.length === 0) console.warn(`skipped, because there are no recorded feeds in ${folder}`);

/** Without the reader of feeds. */
function objectsIn(path: string): number {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim();
  if (path.includes('.ndjson')) return text.split('\n').length;
  const read = JSON.parse(text) as readonly unknown[] | { readonly data: readonly unknown[] };
  return 'data' in read ? read.data.length : read.length;
}

function summed({ added, changed, unchanged, quarantined }: ImportReport): number {
  return added + changed + unchanged + quarantined;
}

describe.skipIf(files.length === 0)('recorded feeds of operators', () => {
  it.each(files)('%s adds up, and changes nothing the second time', async (file) => {
    const path = `${folder}${file}`;
    const kind = file.includes('tariffs') ? 'tariffs' : 'locations';
    const objects = objectsIn(path);
    const store = openSqliteStore(':memory:');
    const importAt = (hour: string) =>
      importOcpi(store, { source: { name: 'sample' }, [kind]: openBytes(path), now: () => new Date(hour) });

    const first = await importAt('2026-06-08T00:00:00Z');
    expect(first.failure).toBeUndefined();
    expect(first.objects).toBe(objects);
    expect(objects).toBeGreaterThan(0);
    expect(summed(first)).toBe(objects);
    const stored = store.counts();
    expect(first.added).toBe(stored.locations + stored.tariffs);
    expect(first.repaired).toBeLessThanOrEqual(first.objects - first.quarantined);
    const seq = store.seq();

    const second = await importAt('2026-07-08T00:00:00Z');
    expect(summed(second)).toBe(objects);
    expect(second.unchanged).toBe(objects - first.quarantined);
    expect(second.quarantined).toBe(first.quarantined);
    expect(store.seq()).toBe(seq);
    expect(store.counts()).toEqual(stored);
    await store.close();
  });
});
