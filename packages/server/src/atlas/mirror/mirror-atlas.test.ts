/** A mirror shows what its world shows, whatever happens to the data, to trust, and to the index in the background. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { ContentId } from '@pantograph/model/location';
import { mirrorOf } from '../../../test/atlas/mirror-of.ts';
import { anyQuery } from '../../../test/atlas/random-query.ts';
import { anyStoreChange } from '../../../test/atlas/random-store-change.ts';
import { anyPlace } from '../../../test/atlas/random-world.ts';
import { steppedWorld } from '../../../test/atlas/stepped-world.ts';
import { smallWorld, smallWorldId, smallWorldTime } from '../../../test/small-world.ts';
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts';
import type { Change, Store } from '../../store/store.ts';
import type { Atlas } from '../atlas.ts';
import type { FollowOptions, FollowingAtlas } from '../follow-store.ts';
import { followStore } from '../follow-store.ts';
import type { SiteQuery } from '../query.ts';
import type { SourceTrust } from '../status-trust.ts';
import type { WorldSettings } from '../world.ts';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const receivedAt = smallWorldTime.toISOString();
const now = (): Date => smallWorldTime;

function emptyStore(): Store {
  const store = openSqliteStore(':memory:');
  closing.push(() => store.close());
  return store;
}

function follow(store: Store, options: FollowOptions = {}): FollowingAtlas {
  const atlas = followStore(store, { now, repeat: () => () => undefined, mirrored: true, ...options });
  closing.push(() => atlas.close());
  return atlas;
}

type Step =
  | { readonly kind: 'change'; readonly changes: readonly Change[] }
  | { readonly kind: 'work'; readonly steps: number }
  | { readonly kind: 'join' }
  | { readonly kind: 'ask'; readonly query: SiteQuery };

const IDS = 60;

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(anyStoreChange(IDS), { maxLength: 20 }).map((changes): Step => ({ kind: 'change', changes })),
  },
  { weight: 2, arbitrary: fc.nat({ max: 20 }).map((steps): Step => ({ kind: 'work', steps })) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'join' }) },
  { weight: 5, arbitrary: anyQuery.map((query): Step => ({ kind: 'ask', query })) },
);

describe('a mirror', () => {
  it('answers as the world does, while places change and segments are merged', async () => {
    let asked = 0;
    const scene = fc.tuple(
      fc.array(anyPlace(IDS), { minLength: 5, maxLength: IDS }),
      fc.array(anyStep, { minLength: 8, maxLength: 40, size: 'max' }),
    );
    await fc.assert(
      fc.asyncProperty(scene, async ([places, steps]) => {
        const store = emptyStore();
        await store.apply(places.map((record): Change => ({ kind: 'location', record, receivedAt })));
        const known = new Set<ContentId>(places.map(({ contentId }) => contentId));
        let work: (steps: number) => void = () => undefined;
        const world = (settings: WorldSettings) => {
          const stepped = steppedWorld(settings);
          work = stepped.workOn;
          return stepped.world;
        };
        const atlas = follow(store, { world });
        const mirrors = [mirrorOf(atlas, { store, now })];
        for (const step of steps) {
          if (step.kind === 'change') {
            for (const change of step.changes) if (change.kind === 'location') known.add(change.record.contentId);
            await store.apply(step.changes);
            await atlas.caughtUp(store.seq());
          } else if (step.kind === 'work') work(step.steps);
          else if (step.kind === 'join' && mirrors.length < 3) mirrors.push(mirrorOf(atlas, { store, now }));
          for (const mirror of mirrors) {
            expect(mirror.seq).toBe(atlas.seq);
            expect(mirror.size).toBe(atlas.size);
            if (step.kind !== 'ask') continue;
            const { hits, matched } = mirror.search(step.query);
            const expected = atlas.search(step.query);
            expect({ hits, matched }).toEqual({ hits: expected.hits, matched: expected.matched });
            asked++;
          }
        }
        const all = (of: Atlas) => Array.from(known, (id) => [of.site(id), of.removal(id)]);
        for (const mirror of mirrors) expect(isDeepStrictEqual(all(mirror), all(atlas))).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(asked).toBeGreaterThan(100);
  });

  it('that joins when all others have gone is told nothing of their time', async () => {
    const store = emptyStore();
    const published = smallWorld().locations.filter(({ location }) => location.publish);
    // So many that their segment stays as it is when one more comes.
    const [first, then] = [published.slice(0, -1), published.slice(-1)];
    const put = async (records: typeof published): Promise<void> => {
      await store.apply(records.map((record): Change => ({ kind: 'location', record, receivedAt })));
      await atlas.caughtUp(store.seq());
    };
    const atlas = follow(store);
    const leave = atlas.mirrors?.join(() => undefined);
    // The last one leaves in the midst of a turn.
    const unlisten = atlas.listen({ told: () => leave?.(), followed: () => undefined });
    await put(first);
    unlisten();
    const mirror = mirrorOf(atlas, { store, now });
    await put(then);
    expect(mirror.size).toBe(published.length);
    for (const { contentId } of published) expect(mirror.site(contentId)).toEqual(atlas.site(contentId));
  });

  it('knows of trust, and of its loss by time alone', async () => {
    const store = emptyStore();
    const market = smallWorldId('DELFT-MARKT');
    const { sources, locations } = smallWorld();
    for (const source of sources) await store.putSource(source);
    await store.apply(locations.map((record): Change => ({ kind: 'location', record, receivedAt })));
    const source = locations.find(({ contentId }) => contentId === market)?.key.source ?? '';
    const HOUR = 3_600_000;
    let clock = smallWorldTime.getTime();
    let trust = new Map<string, SourceTrust>([[source, { decayAfter: HOUR }]]);
    const tasks: (() => void)[] = [];
    const time = (): Date => new Date(clock);
    const repeat = (task: () => void) => {
      tasks.push(task);
      return () => undefined;
    };
    const atlas = follow(store, { now: time, trust: () => trust, repeat });
    const mirror = mirrorOf(atlas, { store, now: time });
    const shown = (of: Atlas) => ({
      statuses: of.site(market)?.location.evses.map(({ status }) => status),
      confirmedAt: of.site(market)?.source.confirmedAt,
      available: of.search({ filter: { connector: { available: true } }, limit: 1 }).matched,
    });
    const first = shown(atlas);
    expect(shown(mirror)).toEqual(first);
    clock += 2 * HOUR;
    for (const task of tasks) task();
    await Promise.resolve();
    const lost = shown(atlas);
    expect(lost.statuses).not.toEqual(first.statuses);
    expect(shown(mirror)).toEqual(lost);
    trust = new Map([[source, { decayAfter: HOUR, confirmedAt: time().toISOString() }]]);
    for (const task of tasks) task();
    await Promise.resolve();
    expect(shown(atlas).statuses).toEqual(first.statuses);
    expect(shown(atlas).confirmedAt).toBeDefined();
    expect(shown(mirror)).toEqual(shown(atlas));
  });
});
