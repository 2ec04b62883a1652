import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { at, status } from '../contract/records.ts';
import { inOrder, recount } from '../contract/recount.ts';
import { schemaSteps } from './schema.ts';
import { openSqliteStore } from './sqlite-store.ts';

/** `v<n>.sql` makes a store of that version, `v<n>.json` says what is in it. */
const golden = new URL('../../../../../spec/golden/store/', import.meta.url);
const versions = schemaSteps.map((_, index) => index + 1);

describe('a store that an older version wrote', () => {
  it.each(versions)('is read as it was meant: version %i', async (version) => {
    const script = new URL(`v${String(version)}.sql`, golden);
    expect(existsSync(script), 'every released version has its store in spec/golden/store').toBe(true);
    const directory = mkdtempSync(join(tmpdir(), 'pantograph-older-'));
    const path = join(directory, 'store.db');
    const database = new DatabaseSync(path);
    database.exec(readFileSync(script, 'utf8'));
    database.close();

    const store = openSqliteStore(path);
    const found = {
      seq: store.seq(),
      counts: store.counts(),
      sources: store.sources(),
      locations: [...store.locations()],
      tariffs: [...store.tariffs()],
      quarantined: [...store.quarantined()],
      log: store.log(store.logSpan().seq, 1000),
      logSpan: store.logSpan(),
    };
    expect(found).toEqual(JSON.parse(readFileSync(new URL(`v${String(version)}.json`, golden), 'utf8')));
    expect(inOrder(store.countsBySource())).toEqual(inOrder(recount(store)));
    expect(await store.apply([status('MARKT', 'E1', 'AVAILABLE', at(31))])).toEqual(['changed']);
    await store.close();
    rmSync(directory, { recursive: true });
  });
});
