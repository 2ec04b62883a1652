/** A world that comes up from a snapshot is the one that reads all places, whatever happened before and in between. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ContentId } from '@pantograph/model/location';
import { anyQuery } from '../../../test/atlas/random-query.ts';
import { anyStoreChange } from '../../../test/atlas/random-store-change.ts';
import { anyPlace } from '../../../test/atlas/random-world.ts';
import { smallWorld, smallWorldId, smallWorldTime } from '../../../test/small-world.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../../store/store.ts';
import type { FollowOptions, FollowingAtlas } from '../follow-store.ts';
import { followStore } from '../follow-store.ts';
import type { SiteQuery } from '../query.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const policy = { locations: 1, entries: 1, entriesAtClose: 1, pauseMilliseconds: 0 };
const receivedAt = smallWorldTime.toISOString();

interface Files {
  readonly path: string;
  readonly snapshot: string;
}

function files(): Files {
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-snapshot-'));
  closing.push(() => rmSync(directory, { recursive: true }));
  const path = join(directory, 'atlas');
  return { path, snapshot: `${path}.snapshot` };
}

function emptyStore(): Store {
  const store = openSqliteStore(':memory:');
  closing.push(() => store.close());
  return store;
}

/** What its log says: why a snapshot was of no use. */
interface Followed {
  readonly atlas: FollowingAtlas;
  readonly reasons: readonly unknown[];
}

function follow(store: Store, path?: string, options: FollowOptions = {}): Followed {
  const reasons: unknown[] = [];
  const log = {
    info: () => undefined,
    warn: (details: object) => reasons.push('reason' in details ? details.reason : details),
  };
  const atlas = followStore(store, {
    now: () => smallWorldTime,
    repeat: () => () => undefined,
    ...(path !== undefined && { snapshots: { path, policy, log } }),
    ...options,
  });
  closing.push(() => atlas.close());
  return { atlas, reasons };
}

async function filledStore(): Promise<Store> {
  const store = emptyStore();
  const { sources, locations, tariffs } = smallWorld();
  for (const source of sources) await store.putSource(source);
  await store.apply(tariffs.map((record): Change => ({ kind: 'tariff', record, receivedAt })));
  await store.apply(locations.map((record): Change => ({ kind: 'location', record, receivedAt })));
  return store;
}

type Step =
  | { readonly kind: 'change'; readonly changes: readonly Change[] }
  | { readonly kind: 'ask'; readonly query: SiteQuery }
  | { readonly kind: 'restart' }
  /** The process ends before it can write; what is on disk is of the last orderly end. */
  | { readonly kind: 'crash' }
  | { readonly kind: 'damage'; readonly at: number; readonly how: 'flip' | 'cut' };

const IDS = 40;

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(anyStoreChange(IDS), { maxLength: 12 }).map((changes): Step => ({ kind: 'change', changes })),
  },
  { weight: 4, arbitrary: anyQuery.map((query): Step => ({ kind: 'ask', query })) },
  { weight: 3, arbitrary: fc.constantFrom<Step>({ kind: 'restart' }, { kind: 'crash' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.constantFrom('flip', 'cut'))
      .map(([at, how]): Step => ({ kind: 'damage', at, how })),
  },
);

describe('a snapshot', () => {
  it('answers as the store does, across changes, restarts, crashes and damage', async () => {
    let restored = 0;
    const scene = fc.tuple(
      fc.array(anyPlace(IDS), { minLength: 5, maxLength: IDS }),
      fc.array(anyStep, { minLength: 8, maxLength: 30, size: 'max' }),
    );
    await fc.assert(
      fc.asyncProperty(scene, async ([places, steps]) => {
        const { path, snapshot } = files();
        const store = emptyStore();
        await store.apply(places.map((record): Change => ({ kind: 'location', record, receivedAt })));
        const known = new Set<ContentId>(places.map(({ contentId }) => contentId));
        const plain = follow(store).atlas;
        let saved = follow(store, path).atlas;
        for (const step of steps) {
          if (step.kind === 'change') {
            for (const change of step.changes) if (change.kind === 'location') known.add(change.record.contentId);
            await store.apply(step.changes);
          } else if (step.kind === 'damage') {
            if (existsSync(snapshot)) damage(snapshot, step);
          } else if (step.kind !== 'ask') {
            const before = existsSync(snapshot) ? readFileSync(snapshot) : undefined;
            saved.close();
            if (step.kind === 'crash' && before !== undefined) writeFileSync(snapshot, before);
            const next = follow(store, path);
            if (existsSync(snapshot) && next.reasons.length === 0) restored++;
            saved = next.atlas;
          }
          await Promise.all([plain.caughtUp(store.seq()), saved.caughtUp(store.seq())]);
          if (step.kind === 'ask') {
            const { hits, matched } = saved.search(step.query);
            const expected = plain.search(step.query);
            expect({ hits, matched }).toEqual({ hits: expected.hits, matched: expected.matched });
          }
          expect(saved.size).toBe(plain.size);
          if (step.kind !== 'restart' && step.kind !== 'crash') continue;
          const all = (atlas: FollowingAtlas) => Array.from(known, (id) => [atlas.site(id), atlas.removal(id)]);
          expect(isDeepStrictEqual(all(saved), all(plain))).toBe(true);
        }
        plain.close();
        saved.close();
      }),
      { numRuns: 25, endOnFailure: true },
    );
    expect(restored).toBeGreaterThan(25);
  });

  it('spares the next start the reading of all places', async () => {
    const { path } = files();
    const store = await filledStore();
    const first = follow(store, path).atlas;
    const { size } = first;
    first.close();
    const locations = vi.spyOn(store, 'locations');
    const second = follow(store, path).atlas;
    expect(locations).not.toHaveBeenCalled();
    expect(second.size).toBe(size);
    expect(second.seq).toBe(store.seq());
    expect(second.site(smallWorldId('DELFT-MARKT'))?.tariffs.size).toBe(3);
  });

  it('is written beside the answers, once enough has changed', async () => {
    const { path, snapshot } = files();
    const store = await filledStore();
    let tick: (() => void) | undefined;
    const repeat = (task: () => void): (() => void) => {
      tick = task;
      return () => undefined;
    };
    follow(store, path, { repeat });
    expect(existsSync(snapshot)).toBe(false);
    tick?.();
    await vi.waitFor(() => expect(existsSync(snapshot)).toBe(true));
  });

  it.each<[string, (file: string) => void, string]>([
    ['of another version', (file) => edit(file, (bytes) => bytes.write('9', 26)), 'it has another version'],
    ['that is something else', (file) => writeFileSync(file, Buffer.alloc(5000, 'x')), 'it is no snapshot'],
    ['that ends too early', (file) => damage(file, { at: 0.5, how: 'cut' }), 'it is damaged: its end'],
    ['of nothing', (file) => writeFileSync(file, ''), 'it is damaged: it ends too early'],
    ['with a wrong byte', (file) => damage(file, { at: 0.1, how: 'flip' }), 'it is damaged: '],
    ['of other rules', (file) => edit(file, (bytes) => bytes.write('rows 0', bytes.indexOf('rows '))), 'it is damaged'],
  ])('%s is refused with the reason', async (_, spoil, reason) => {
    const { path, snapshot } = files();
    const store = await filledStore();
    const { size } = follow(store, path).atlas;
    for (const close of closing.splice(-1)) await close();
    spoil(snapshot);
    const after = follow(store, path);
    expect(after.reasons).toEqual([expect.stringContaining(reason)]);
    expect(after.atlas.size).toBe(size);
  });

  it('of another store, of a store that went back, or with other layers is refused', async () => {
    const { path } = files();
    const store = await filledStore();
    const { atlas } = follow(store, path);
    atlas.close();
    const shorter = emptyStore();
    await shorter.apply(
      smallWorld()
        .locations.slice(0, 3)
        .map((record) => ({ kind: 'location', record, receivedAt })),
    );
    const ahead = follow(shorter, path);
    expect(ahead.reasons).toEqual([expect.stringContaining('it is ahead of the store')]);
    expect(ahead.atlas.size).toBe(shorter.counts().locations);

    const later = emptyStore();
    const anHourLater = new Date(smallWorldTime.getTime() + 3_600_000).toISOString();
    const { sources, locations, tariffs } = smallWorld();
    for (const source of sources) await later.putSource(source);
    await later.apply(tariffs.map((record): Change => ({ kind: 'tariff', record, receivedAt: anHourLater })));
    await later.apply(locations.map((record): Change => ({ kind: 'location', record, receivedAt: anHourLater })));
    expect(follow(later, path).reasons).toEqual(['it belongs to another store']);
    const withTrust = follow(store, path, { trust: () => new Map() });
    expect(withTrust.reasons).toEqual(['it was made by other settings']);
  });

  it('is done without where its files cannot be', async () => {
    const { path } = files();
    const store = await filledStore();
    const { atlas, reasons } = follow(store, join(path, 'nowhere', 'atlas'));
    expect(atlas.size).toBe(smallWorld().locations.length - 1);
    expect(reasons.length).toBeGreaterThan(0);
    atlas.close();
  });

  it('is left to the process that came first', async () => {
    const { path, snapshot } = files();
    const store = await filledStore();
    const first = follow(store, path).atlas;
    const second = follow(store, path).atlas;
    second.close();
    expect(existsSync(snapshot)).toBe(false);
    first.close();
    expect(existsSync(snapshot)).toBe(true);
  });

  it('knows which statuses were lost, and those that time took meanwhile', async () => {
    const { path } = files();
    const store = await filledStore();
    const market = smallWorldId('DELFT-MARKT');
    let time = smallWorldTime.getTime();
    let tick: (() => void) | undefined;
    const options: FollowOptions = {
      now: () => new Date(time),
      trust: () => new Map(smallWorld().sources.map(({ name }) => [name, { decayAfter: 3_600_000 }])),
      repeat: (task) => {
        tick = task;
        return () => undefined;
      },
    };
    const available = (atlas: FollowingAtlas): number =>
      atlas.search({ limit: 100, filter: { connector: { available: true } } }).matched;
    const first = follow(store, path, options).atlas;
    expect(available(first)).toBeGreaterThan(0);
    first.close();
    time += 2 * 3_600_000;
    const second = follow(store, path, options);
    expect(second.reasons).toEqual([]);
    tick?.();
    await vi.waitFor(() => expect(available(second.atlas)).toBe(0));
    const uid = store.location(market)?.location.evses[1]?.uid ?? '';
    const now = new Date(time).toISOString();
    await store.apply([
      { kind: 'status', contentId: market, status: { uid, status: 'AVAILABLE', observedAt: now, receivedAt: now } },
    ]);
    await second.atlas.caughtUp(store.seq());
    expect(available(second.atlas)).toBe(1);
    second.atlas.close();
    const third = follow(store, path, options);
    expect(third.reasons).toEqual([]);
    expect(available(third.atlas)).toBe(1);
  });
});

function damage(file: string, { at, how }: { readonly at: number; readonly how: 'flip' | 'cut' }): void {
  edit(file, (bytes) => {
    const place = Math.floor(bytes.length * at);
    if (how === 'flip') bytes[place] = (bytes[place] ?? 0) ^ 0x5a;
    return how === 'cut' ? place : bytes.length;
  });
}

/** @param change in place; what it returns is the new length for `damage` alone */
function edit(file: string, change: (bytes: Buffer) => number): void {
  const bytes = readFileSync(file);
  const before = bytes.length;
  const length = change(bytes);
  writeFileSync(file, bytes.subarray(0, length > 64 || length === 0 ? Math.min(length, before) : before));
}
