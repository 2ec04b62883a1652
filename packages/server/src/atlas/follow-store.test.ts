import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { smallWorld, smallWorldId, smallWorldTime } from '../../test/small-world.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../store/store.ts';
import type { FollowOptions, FollowingAtlas } from './follow-store.ts';
import { followStore } from './follow-store.ts';
import { memoryAtlas } from './memory-atlas.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const receivedAt = '2026-03-10T12:00:00Z';
const market = smallWorldId('DELFT-MARKT');

async function filledStore(): Promise<Store> {
  const store = openSqliteStore(':memory:');
  closing.push(() => store.close());
  const { sources, locations, tariffs } = smallWorld();
  for (const source of sources) await store.putSource(source);
  await store.apply([
    ...tariffs.map((record): Change => ({ kind: 'tariff', record, receivedAt })),
    ...locations.map((record): Change => ({ kind: 'location', record, receivedAt })),
  ]);
  return store;
}

/** Never polls by itself, so that what is seen came from the store's call or from `caughtUp`. */
function follow(store: Store, options: FollowOptions = {}): FollowingAtlas {
  const atlas = followStore(store, { now: () => smallWorldTime, repeat: () => () => undefined, ...options });
  closing.push(() => atlas.close());
  return atlas;
}

const newStatus = (uid: string, status: 'AVAILABLE' | 'OUTOFORDER', time: string): Change => ({
  kind: 'status',
  contentId: market,
  status: { uid, status, observedAt: time, receivedAt: time },
});

describe('an atlas that follows a store', () => {
  it('starts with all the store holds', async () => {
    const store = await filledStore();
    const atlas = follow(store);
    const direct = memoryAtlas(smallWorld());
    expect(atlas.seq).toBe(store.seq());
    expect(atlas.size).toBe(direct.size);
    const ids = [...direct.sites()].map(({ contentId }) => contentId);
    for (const id of ids) {
      expect(atlas.site(id)?.source).toEqual(direct.site(id)?.source);
      expect([...(atlas.site(id)?.tariffs.keys() ?? [])]).toEqual([...(direct.site(id)?.tariffs.keys() ?? [])]);
    }
  });

  it('shows a status at once, with its provenance', async () => {
    const store = await filledStore();
    const atlas = follow(store);
    const time = '2026-03-10T12:05:00Z';
    await store.apply([newStatus('MARKT-1', 'OUTOFORDER', time)]);
    await atlas.caughtUp(store.seq());
    expect(atlas.seq).toBe(store.seq());
    const site = atlas.site(market);
    expect(site?.location.evses[0]?.status).toBe('OUTOFORDER');
    expect(site?.statuses.get('MARKT-1')).toMatchObject({ status: 'OUTOFORDER', observedAt: time });
    expect(site?.location.evses[1]?.status).toBe('CHARGING');
  });

  it('misses nothing where the log was let go of before it was read', async () => {
    const store = await filledStore();
    const atlas = follow(store);
    const heard: string[] = [];
    atlas.listen({ told: ({ contentId }) => heard.push(contentId), followed: () => undefined });
    const [delft] = smallWorld().tariffs;
    const [first, second] = smallWorld().locations;
    if (delft === undefined || first === undefined || second === undefined) throw new Error('the small world has none');
    const time = '2026-03-10T12:05:00Z';
    const filled = store.seq();
    // All in one turn, so that the atlas reads none of it in between.
    const changes = store.apply([
      newStatus('MARKT-1', 'OUTOFORDER', time),
      { kind: 'removal', contentId: second.contentId, removedAt: time, reason: 'gone' },
      { kind: 'tariffRemoval', key: delft.key, removedAt: time, reason: 'gone' },
      { kind: 'location', record: { ...first, location: { ...first.location, name: 'Renamed' } }, receivedAt: time },
    ]);
    const trimmed = store.trim(time, { milliseconds: 1, least: 1, most: 1 }, 100_000);
    const source = store.putSource({ name: delft.key.source, attribution: 'Other terms' });
    await Promise.all([changes, trimmed, source]);
    expect(store.logSpan().seq).toBeGreaterThan(filled);
    await atlas.caughtUp(store.seq());
    const direct = follow(store);
    expect(atlas.seq).toBe(store.seq());
    for (const { contentId } of smallWorld().locations) {
      expect(atlas.site(contentId)).toEqual(direct.site(contentId));
      expect(atlas.removal(contentId)).toEqual(direct.removal(contentId));
    }
    expect(atlas.removal(second.contentId)).toMatchObject({ reason: 'gone' });
    expect([...atlas.sources()]).toEqual([...direct.sources()]);
    expect(new Set(heard)).toEqual(new Set([market, first.contentId, second.contentId]));
  });

  it('shows new, changed and removed locations, tariffs and sources', async () => {
    const store = openSqliteStore(':memory:');
    closing.push(() => store.close());
    const atlas = follow(store);
    expect(atlas.size).toBe(0);
    const { sources, locations, tariffs } = smallWorld();
    await store.apply(locations.map((record) => ({ kind: 'location', record, receivedAt })));
    await atlas.caughtUp(store.seq());
    expect(atlas.size).toBe(locations.length - 1);
    expect(atlas.site(market)?.tariffs.size).toBe(0);

    await store.apply(tariffs.map((record) => ({ kind: 'tariff', record, receivedAt })));
    for (const source of sources) await store.putSource(source);
    await atlas.caughtUp(store.seq());
    expect(atlas.site(market)?.tariffs.size).toBe(3);
    const [gone] = atlas.site(market)?.tariffs.values() ?? [];
    if (gone === undefined) throw new Error('the market has no tariff');
    await store.apply([{ kind: 'tariffRemoval', key: gone.key, removedAt: receivedAt, reason: 'deleted' }]);
    await atlas.caughtUp(store.seq());
    expect(atlas.site(market)?.tariffs.size).toBe(2);
    await store.apply([{ kind: 'tariff', record: gone, receivedAt }]);
    await atlas.caughtUp(store.seq());
    expect(atlas.site(market)?.tariffs.size).toBe(3);
    expect(atlas.site(market)?.source.attribution).toBe('City Data Office');

    const removedAt = '2026-03-11T00:00:00Z';
    await store.apply([{ kind: 'removal', contentId: market, removedAt, reason: 'closed' }]);
    await atlas.caughtUp(store.seq());
    expect(atlas.site(market)).toBeUndefined();
    expect(atlas.removal(market)).toEqual({ removedAt, reason: 'closed' });
  });

  it('sees what other processes wrote when it looks again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'follow-store-'));
    closing.push(() => rmSync(folder, { recursive: true }));
    const [reader, writer] = [openSqliteStore(join(folder, 'data.db')), openSqliteStore(join(folder, 'data.db'))];
    closing.push(
      () => reader.close(),
      () => writer.close(),
    );
    let look = (): void => undefined;
    const atlas = follow(reader, {
      pollMilliseconds: 100,
      repeat: (task, milliseconds) => {
        expect(milliseconds).toBe(100);
        look = task;
        return () => undefined;
      },
    });
    const { locations } = smallWorld();
    await writer.apply(locations.map((record) => ({ kind: 'location', record, receivedAt })));
    expect(atlas.size).toBe(0);
    look();
    expect(atlas.seq).toBe(writer.seq());
    expect(atlas.site(market)?.location.evses[0]?.status).toBe('AVAILABLE');
  });

  it('lets wait for what is to come, and says when it will not', async () => {
    const store = await filledStore();
    const atlas = follow(store);
    const next = atlas.caughtUp(store.seq() + 1);
    await store.apply([newStatus('MARKT-1', 'OUTOFORDER', '2026-03-10T12:05:00Z')]);
    await next;
    const never = atlas.caughtUp(store.seq() + 1);
    atlas.close();
    await expect(never).rejects.toThrow('closed');
    const before = atlas.seq;
    await store.apply([newStatus('MARKT-1', 'AVAILABLE', '2026-03-10T12:06:00Z')]);
    expect(atlas.seq).toBe(before);
  });

  it('takes in more than it does in one turn', async () => {
    const store = await filledStore();
    const atlas = follow(store);
    const changes = Array.from({ length: 1000 }, (_, at) => {
      const time = new Date(smallWorldTime.getTime() + at * 1000).toISOString();
      return newStatus('MARKT-1', at % 2 === 0 ? 'OUTOFORDER' : 'AVAILABLE', time);
    });
    await store.apply(changes);
    await atlas.caughtUp(store.seq());
    expect(atlas.seq).toBe(store.seq());
    expect(atlas.site(market)?.location.evses[0]?.status).toBe('AVAILABLE');
  });
});
