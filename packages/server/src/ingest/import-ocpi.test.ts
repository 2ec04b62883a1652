import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openBytes } from '@pantograph/feeds/json';
import { contentIdOf } from '@pantograph/model/location';
import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../store/store.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { ImportOptions } from './import-ocpi.ts';
import { importOcpi } from './import-ocpi.ts';
import type { ImportReport } from './import-report.ts';
import { bytesOf, feedLocation, feedTariff, linesOf } from './testing/feed-objects.ts';

const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

function freshStore(): Store {
  const store = openSqliteStore(':memory:');
  stores.push(store);
  return store;
}

const source = { name: 'city', attribution: 'City Data' };
const now = () => new Date('2026-03-10T12:00:00Z');

function importInto(store: Store, options: Partial<ImportOptions>): Promise<ImportReport> {
  return importOcpi(store, { source, now, ...options });
}

const idOf = (id: string) => contentIdOf({ source: 'city', countryCode: 'NL', partyId: 'ABC', id });

/** What each of the counts is, and that they add up. */
function countsOf({ objects, added, changed, unchanged, quarantined }: ImportReport): readonly number[] {
  expect(added + changed + unchanged + quarantined).toBe(objects);
  return [added, changed, unchanged, quarantined];
}

describe('an import', () => {
  it('stores locations, tariffs and the terms of the source, and reports them', async () => {
    const store = freshStore();
    const report = await importInto(store, {
      locations: bytesOf([feedLocation('A'), feedLocation('B')]),
      tariffs: bytesOf({ status_code: 1000, data: [feedTariff('T')] }),
    });
    expect(report).toEqual({
      objects: 3,
      added: 3,
      changed: 0,
      unchanged: 0,
      quarantined: 0,
      repaired: 0,
      notices: [],
    });
    expect(store.sources()).toEqual([source]);
    expect(store.counts()).toMatchObject({ locations: 2, tariffs: 1 });
    expect(store.location(idOf('A'))?.changedAt).toBe('2026-03-10T12:00:00.000Z');
  });

  it('changes nothing the second time, at any later hour', async () => {
    const store = freshStore();
    const undated = { ...feedLocation('C'), last_updated: undefined };
    const feed = () => ({
      locations: linesOf([feedLocation('A'), feedLocation('B', { coordinates: null }), undated]),
      tariffs: bytesOf([feedTariff('T')]),
    });
    expect(countsOf(await importInto(store, feed()))).toEqual([3, 0, 0, 1]);
    const seq = store.seq();
    const later = () => new Date('2026-04-01T00:00:00Z');
    expect(countsOf(await importInto(store, { ...feed(), now: later }))).toEqual([0, 0, 3, 1]);
    expect(store.seq()).toBe(seq);
    expect(store.counts().quarantined).toBe(1);
  });

  it('tells what changed', async () => {
    const store = freshStore();
    await importInto(store, { locations: bytesOf([feedLocation('A'), feedLocation('B'), feedLocation('C')]) });
    const renamed = feedLocation('B', { name: 'Renamed', last_updated: '2026-03-02T00:00:00Z' });
    const older = feedLocation('C', { name: 'Older', last_updated: '2026-02-01T00:00:00Z' });
    const report = await importInto(store, {
      locations: bytesOf([feedLocation('A'), renamed, older, feedLocation('D')]),
    });
    expect(countsOf(report)).toEqual([1, 1, 2, 0]);
    expect(report.notices).toMatchObject([
      { code: 'older_than_stored', severity: 'info', count: 1, examples: [{ id: 'C', object: 3 }] },
    ]);
    expect(store.location(idOf('C'))?.location.name).toBe('Market');
  });

  it('of a file whose clock is ahead is followed by what is true', async () => {
    const store = freshStore();
    const dated = (name: string, last_updated: string) => feedLocation('A', { name, last_updated });
    const report = await importInto(store, { locations: bytesOf([dated('Ahead', '2026-03-11T12:00:00Z')]) });
    expect(report.notices).toMatchObject([{ code: 'date_in_future', count: 1 }]);
    const anHourLater = () => new Date('2026-03-10T13:00:00Z');
    const again = { locations: bytesOf([dated('Ahead', '2026-03-11T12:00:00Z')]), now: anHourLater };
    expect(countsOf(await importInto(store, again))).toEqual([0, 0, 1, 0]);
    await importInto(store, { locations: bytesOf([dated('True', '2026-03-10T14:00:00Z')]), now: anHourLater });
    expect(store.location(idOf('A'))?.location.name).toBe('True');
  });

  it('quarantines what cannot be kept, raw and with the reason, and goes on', async () => {
    const store = freshStore();
    const lines = [
      JSON.stringify(feedLocation('A')),
      '{"id": "B" "name"}',
      '[1]',
      '{"name": "no id", "evses": []}',
      JSON.stringify(feedLocation('C')),
    ];
    const report = await importInto(store, { locations: bytesOf(lines.join('\n')) });
    expect(countsOf(report)).toEqual([2, 0, 0, 3]);
    const kept = [...store.quarantined('city')];
    expect(kept.map(({ raw }) => raw.trim())).toEqual(lines.slice(1, 4).map((line) => line.trim()));
    expect(kept.map(({ objectKind }) => objectKind)).toEqual(['unknown', 'location', 'location']);
    for (const { code, count } of report.notices.filter(({ severity }) => severity === 'error')) {
      expect(kept.flatMap(({ notices }) => notices).filter((notice) => notice.code === code)).toHaveLength(count);
    }
    expect(report.notices.flatMap(({ examples }) => examples).find(({ object }) => object === 2)).toMatchObject({
      line: 2,
    });
  });

  it('counts what was mended, with a few examples of each kind', async () => {
    const store = freshStore();
    const shouting = Array.from({ length: 8 }, (_, n) =>
      feedLocation(`L${String(n)}`, { evses: [{ ...feedLocation('').evses[0], status: 'CHARGING ' }] }),
    );
    const report = await importInto(store, {
      locations: bytesOf([...shouting, feedLocation('Z')]),
      names: { locations: 'file.json' },
    });
    expect(report).toMatchObject({ objects: 9, added: 9, repaired: 8 });
    const [summary] = report.notices;
    expect(summary).toMatchObject({ code: 'value_respelled', severity: 'repair', count: 8 });
    expect(summary?.examples).toHaveLength(5);
    expect(summary?.examples[0]).toMatchObject({ file: 'file.json', object: 1, id: 'L0', path: '/evses/0/status' });
    expect(summary?.examples[0]?.message).toMatch(/CHARGING/);
  });
});

describe('an id that comes more than once in a feed', () => {
  const first = feedLocation('A');
  const newer = feedLocation('A', { name: 'Newer', last_updated: '2026-03-02T00:00:00Z' });
  const asOld = feedLocation('A', { name: 'As old' });

  it('is unchanged where the object is the very same', async () => {
    const report = await importInto(freshStore(), { locations: bytesOf([first, first]) });
    expect(countsOf(report)).toEqual([1, 0, 1, 0]);
    expect(report.notices).toMatchObject([{ code: 'object_repeated', count: 1, examples: [{ id: 'A', object: 2 }] }]);
  });

  it('is changed by a newer object, and quarantined by one that is not', async () => {
    const store = freshStore();
    const feed = () => bytesOf([first, asOld, newer, first]);
    const report = await importInto(store, { locations: feed() });
    expect(countsOf(report)).toEqual([1, 1, 0, 2]);
    expect(report.notices.map(({ code, count }) => [code, count])).toEqual([
      ['duplicate_id', 2],
      ['duplicate_id_newer', 1],
    ]);
    expect(store.location(idOf('A'))?.location.name).toBe('Newer');
    const seq = store.seq();
    expect(countsOf(await importInto(store, { locations: feed() }))).toEqual([0, 0, 2, 2]);
    expect(store.seq()).toBe(seq);
  });

  it('is the same id where only its case differs', async () => {
    const store = freshStore();
    const lower = feedLocation('a', { last_updated: '2026-03-02T00:00:00Z' });
    const report = await importInto(store, {
      locations: bytesOf([first, lower, feedLocation('A', { name: 'Third' })]),
    });
    expect(countsOf(report)).toEqual([1, 1, 0, 1]);
    expect(report.notices.map(({ code, count }) => [code, count])).toEqual([
      ['duplicate_id', 1],
      ['duplicate_id_case', 2],
      ['duplicate_id_newer', 1],
    ]);
    expect(store.counts()).toMatchObject({ locations: 1, quarantined: 1 });
  });

  it('holds for tariffs too', async () => {
    const tariffs = bytesOf([feedTariff('T'), feedTariff('T', { currency: 'CHF' })]);
    expect(countsOf(await importInto(freshStore(), { tariffs }))).toEqual([1, 0, 0, 1]);
  });
});

describe('a broken input', () => {
  it('keeps what came before the break and says where it was', async () => {
    const store = freshStore();
    const text = JSON.stringify([feedLocation('A'), feedLocation('B')]);
    const report = await importInto(store, {
      locations: bytesOf(text.slice(0, -20)),
      names: { locations: 'cut.json' },
    });
    expect(countsOf(report)).toEqual([1, 0, 0, 0]);
    expect(report.failure).toMatchObject({ file: 'cut.json', code: 'json_cut_short', line: 1, object: 2 });
    expect(report.failure?.message).toContain('cut.json');
    expect(report.notices).toMatchObject([{ code: 'json_cut_short', severity: 'error', count: 1 }]);
    expect(store.counts().locations).toBe(1);
    const again = await importInto(store, { locations: bytesOf(text) });
    expect(countsOf(again)).toEqual([1, 0, 1, 0]);
    expect(again.failure).toBeUndefined();
  });

  it('does not keep the other one from being imported', async () => {
    const store = freshStore();
    const report = await importInto(store, { tariffs: bytesOf(''), locations: bytesOf([feedLocation('A')]) });
    expect(report).toMatchObject({ objects: 1, added: 1, failure: { file: 'tariffs', code: 'empty_input' } });
  });

  it('may be gzip that ends early', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pantograph-import-'));
    const packed = gzipSync(
      Array.from({ length: 3000 }, (_, n) => JSON.stringify(feedLocation(`L${String(n)}`))).join('\n'),
    );
    const { writeFileSync } = await import('node:fs');
    const path = join(directory, 'cut.ndjson.gz');
    writeFileSync(path, packed.subarray(0, packed.length * 0.7));
    const store = freshStore();
    const report = await importInto(store, { locations: openBytes(path), names: { locations: path } });
    rmSync(directory, { recursive: true });
    expect(report.failure).toMatchObject({ file: path, code: 'gzip_cut_short' });
    expect(report.added).toBeGreaterThan(1000);
    expect(store.counts().locations).toBe(report.added);
  });
});

describe('a dry run', () => {
  it('tells what an import would do and does none of it', async () => {
    const store = freshStore();
    await importInto(store, { locations: bytesOf([feedLocation('A'), feedLocation('B')]) });
    const feed = () => ({
      locations: bytesOf([
        feedLocation('A'),
        feedLocation('B', { name: 'Renamed', last_updated: '2026-03-02T00:00:00Z' }),
        feedLocation('C', { coordinates: null }),
        feedLocation('D'),
      ]),
      source: { name: 'city', attribution: 'Others' },
    });
    const [seq, counts] = [store.seq(), store.counts()];
    const rehearsed = await importInto(store, { ...feed(), dryRun: true });
    expect(countsOf(rehearsed)).toEqual([1, 1, 1, 1]);
    expect([store.seq(), store.counts(), store.sources()]).toEqual([seq, counts, [source]]);
    expect(await importInto(store, feed())).toEqual(rehearsed);
  });
});

describe('a large import', () => {
  const many = (from: number, to: number) =>
    linesOf(Array.from({ length: to - from }, (_, n) => feedLocation(`L${String(from + n)}`)));

  it('is written batch by batch, and tells how far it is', async () => {
    const store = freshStore();
    const progress: number[] = [];
    const onProgress = ({ objects }: { objects: number }) => progress.push(objects);
    expect(countsOf(await importInto(store, { locations: many(0, 4500), onProgress }))).toEqual([4500, 0, 0, 0]);
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.toSorted((one, other) => one - other)).toEqual(progress);
    expect(progress.at(-1)).toBe(4500);
    expect([...store.locations()].map(({ key }) => key.id)).toEqual(
      Array.from({ length: 4500 }, (_, n) => `L${String(n)}`),
    );
  });

  it('rejects where the store fails while the next batch is being read', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'pantograph-import-'));
    let flushes = 0;
    const sync = (flush: () => Promise<void>) => (
      (flushes += 1),
      flushes === 2 ? Promise.reject(new Error('EIO')) : flush()
    );
    const store = openSqliteStore(join(directory, 'store.db'), { sync });
    await expect(importInto(store, { locations: many(0, 9000) })).rejects.toThrow(/could not be flushed/);
    await store.close();
    rmSync(directory, { recursive: true });
  });
});
