import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FeedFailure, openBytes } from '@pantograph/feeds/json';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { importOcpi } from './import-ocpi.ts';
import { readFeed } from './read-feed.ts';
import type { Feed } from './read-here.ts';
import { bytesOf, feedLocation, feedTariff } from './testing/feed-objects.ts';

const now = () => new Date('2026-03-10T12:00:00Z');
const context = { source: 'city', receivedAt: now().toISOString() };

function lines(...objects: readonly unknown[]): string {
  return objects.map((object) => JSON.stringify(object)).join('\n');
}

async function imported(feed: { locations: () => AsyncIterable<Uint8Array>; tariffs?: string }, longBytes: number) {
  const store = openSqliteStore(':memory:');
  const { tariffs } = feed;
  const report = await importOcpi(store, {
    source: { name: 'city' },
    locations: feed.locations(),
    ...(tariffs !== undefined && { tariffs: bytesOf(tariffs) }),
    now,
    longBytes,
  });
  const held = {
    locations: [...store.locations()],
    tariffs: [...store.tariffs()],
    quarantined: [...store.quarantined()],
    counts: store.countsBySource(),
    log: store.log(0, 10_000),
  };
  await store.close();
  return { report, held };
}

const many = Array.from({ length: 1500 }, (_, n) => feedLocation(`L${String(n)}`));
const mixed = [
  feedLocation('A'),
  feedLocation('A'),
  { ...feedLocation('A'), name: 'Another' },
  { ...feedLocation('B'), coordinates: null },
  7,
  { ...feedLocation('C'), last_updated: undefined, surprise: 1 },
];

const directory = mkdtempSync(join(tmpdir(), 'pantograph-read-in-thread-'));
const cutShort = join(directory, 'feed.ndjson.gz');
writeFileSync(cutShort, gzipSync(lines(...many)).subarray(0, 3000));
afterAll(() => rmSync(directory, { recursive: true }));

const feeds: readonly (readonly [string, { locations: () => AsyncIterable<Uint8Array>; tariffs?: string }])[] = [
  ['of more than one batch', { locations: () => bytesOf(lines(...many)) }],
  ['that is mended, repeated and refused', { locations: () => bytesOf(JSON.stringify(mixed)) }],
  ['with tariffs', { locations: () => bytesOf(lines(feedLocation('A'))), tariffs: lines(feedTariff('T')) }],
  ['that ends in the middle', { locations: () => bytesOf(JSON.stringify(many.slice(0, 20)).slice(0, -200)) }],
  ['whose packing is broken', { locations: () => openBytes(cutShort) }],
  ['that is none', { locations: () => bytesOf('<html>Sign in</html>') }],
  ['with nothing in it', { locations: () => bytesOf('') }],
];

async function readAll(feed: Feed, longBytes: number): Promise<number> {
  let count = 0;
  for await (const read of readFeed(feed, longBytes)) count += read.length;
  return count;
}

describe('a feed that is read in a thread of its own', () => {
  it.each(feeds)('is stored and reported as another one is: a feed %s', async (_, feed) => {
    const here = await imported(feed, Infinity);
    expect(here.report.objects + here.report.notices.length).toBeGreaterThan(0);
    expect(await imported(feed, 0)).toEqual(here);
  });

  it('ends with what its bytes failed for, where that is no finding', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield* bytesOf(lines(feedLocation('A')));
      throw new RangeError('the disk is on fire');
    }
    for (const longBytes of [0, Infinity]) {
      await expect(imported({ locations: failing }, longBytes)).rejects.toThrow('the disk is on fire');
    }
  });

  it('says so where the bytes cannot be had', async () => {
    const feed = { kind: 'location', file: 'gone', context, bytes: openBytes('/nowhere/feed.json') } as const;
    for (const longBytes of [0, Infinity]) {
      await expect(readAll(feed, longBytes)).rejects.toThrow(FeedFailure);
    }
  });

  it('is let go of where nobody reads on', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (let n = 0; ; n++) yield* bytesOf(`${lines(feedLocation(`L${String(n)}`))}\n`);
      } finally {
        closed = true;
      }
    }
    for await (const read of readFeed({ kind: 'location', file: 'endless', context, bytes: endless() }, 5000)) {
      if (read.length > 0) break;
    }
    expect(closed).toBe(true);
  });
});
