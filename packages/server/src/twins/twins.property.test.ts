import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentIdOf } from '@pantograph/model/location';
import type { ContentId } from '@pantograph/model/location';
import { mirrorOf } from '../../test/atlas/mirror-of.ts';
import type { Atlas } from '../atlas/atlas.ts';
import type { FollowingAtlas } from '../atlas/follow-store.ts';
import { indexedWorld } from '../atlas/indexed/indexed-world.ts';
import { keepingWorld } from '../atlas/kept/keeping-world.ts';
import type { SiteFilter } from '../atlas/query.ts';
import { scannedWorld } from '../atlas/scanned-world.ts';
import { bruteForce, lineOf } from './testing/brute-force.ts';
import type { TwinsUnderTest } from './testing/twins-under-test.ts';
import { TIME, place, twinsUnderTest } from './testing/twins-under-test.ts';
import { twinAlterations } from './alterations.ts';
import { normalEvseId } from './normal-evse-id.ts';
import { usualRule } from './twin-rule.ts';

const HOUR = 3_600_000;

const sources = ['one', 'two'];
/** Few places and fewer EVSE ids, spelled in different ways, so that they meet all the time. */
const spellings = ['NL*TWN*E1', 'nltwne1', 'NL-TWN-E2', 'NLTWNE2', 'NL*TWN*E3', 'NL TWN E3', '0', undefined];
const uids = ['a', 'b', 'c', 'd'];
const statuses = ['AVAILABLE', 'CHARGING', 'UNKNOWN', 'REMOVED', 'OUTOFORDER'] as const;

const anySource = fc.constantFrom(...sources);
const anyPlaceId = fc.constantFrom('P1', 'P2', 'P3');
const anyStatus = fc.constantFrom(...statuses);
/** Before `TIME`, sometimes by days; and once in a while after it. */
const anyInstant = fc
  .integer({ min: -8, max: 80 })
  .map((steps) => new Date(Date.parse(TIME) - steps * 7 * HOUR).toISOString());
const anyEvses = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...uids), fc.constantFrom(...spellings), anyStatus, anyInstant), {
    selector: ([uid]) => uid,
    maxLength: 4,
  })
  .map((evses) => Object.fromEntries(evses.map(([uid, id, status, instant]) => [uid, [id, status, instant] as const])));
const somewhere = fc.constantFrom([52, 4.35], [52, 4.35], [52.01, 4.35], [52.025, 4.35], [48, 11]);

const anyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('place' as const),
      source: anySource,
      id: anyPlaceId,
      evses: anyEvses,
      at: somewhere,
      publish: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      source: anySource,
      id: anyPlaceId,
      uid: fc.constantFrom(...uids),
      status: anyStatus,
      observedAt: anyInstant,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('removal' as const), source: anySource, id: anyPlaceId }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('split' as const, 'pin' as const, 'reset' as const, 'splitPlace' as const),
      source: anySource,
      id: anyPlaceId,
      evseId: fc.constantFrom('NLTWNE1', 'NLTWNE2'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'resetAll' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('restart' as const),
      how: fc.constantFrom(undefined, undefined, ...(['killed', 'killed', 'lost', 'garbled'] as const)),
    }),
  },
);
/** After most of them one looks; the others are taken while what came before is still under way. */
const anySteps = fc.array(fc.tuple(anyStep, fc.constantFrom(true, true, false)), {
  minLength: 1,
  maxLength: 40,
  size: 'max',
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

function contentIdAt({ source, id }: { readonly source: string; readonly id: string }): ContentId {
  return contentIdOf({ source, countryCode: 'NL', partyId: 'TWN', id });
}

async function take(step: Step, subject: TwinsUnderTest, index: number): Promise<void> {
  const { store, decisions } = subject;
  switch (step.kind) {
    case 'place': {
      // Each newer than the one before, so that none is stale.
      const updated = new Date(Date.parse(TIME) + index * 1000).toISOString();
      const [lat = 0, lng = 0] = step.at;
      await store.apply([place({ ...step, at: [lat, lng], updated })]);
      break;
    }
    case 'status': {
      const { uid, status, observedAt } = step;
      const change = { uid, status, observedAt, receivedAt: TIME };
      await store.apply([{ kind: 'status', contentId: contentIdAt(step), status: change }]);
      break;
    }
    case 'removal':
      await store.apply([{ kind: 'removal', contentId: contentIdAt(step), removedAt: TIME, reason: 'vanished' }]);
      break;
    case 'split':
      decisions.add({ kind: 'split', id: step.evseId, decidedAt: TIME });
      break;
    case 'splitPlace':
      decisions.add({ kind: 'split', contentId: contentIdAt(step), decidedAt: TIME });
      break;
    case 'pin':
      decisions.add({ kind: 'pin', id: step.evseId, contentId: contentIdAt(step), decidedAt: TIME });
      break;
    case 'reset':
      decisions.reset({ id: step.evseId });
      break;
    case 'resetAll':
      decisions.reset();
      break;
    case 'restart':
      subject.restart(step.how);
  }
}

async function compare(subject: TwinsUnderTest, shownBy: (atlas: FollowingAtlas) => Atlas): Promise<void> {
  await subject.settled();
  const atlas = shownBy(subject.atlas());
  const expected = bruteForce(subject.store, usualRule, subject.decisions.current());
  const shown = new Map<ContentId, readonly string[]>();
  for (const site of atlas.sites()) {
    shown.set(
      site.contentId,
      site.location.evses.map(({ uid, status }) => {
        const told = site.statuses.get(uid);
        expect(told?.status).toBe(status);
        return told === undefined ? uid : lineOf(uid, told, told.source ?? site.source.name);
      }),
    );
  }
  expect(shown).toEqual(expected.evses);
  expect(atlas.size).toBe(expected.evses.size);
  for (const [alias, of] of expected.aliases) expect(atlas.site(alias)?.contentId).toBe(of);
  // By the columns of the index, which the records above do not pass through.
  const questions: readonly SiteFilter[] = [{}, { connector: { available: true } }];
  for (const filter of questions) {
    const found = atlas.search({ filter, limit: 100 });
    const wanted = [...expected.evses].filter(
      ([, lines]) => !('connector' in filter) || lines.some((line) => line.includes(' AVAILABLE ')),
    );
    expect(new Set(found.hits.map(({ site }) => site.contentId))).toEqual(new Set(wanted.map(([id]) => id)));
    expect(found.matched).toBe(wanted.length);
  }
  expect(subject.layer().counts().aliases).toBe(expected.aliases.size);
}

describe('twins agree with brute force after every step', () => {
  it.each([
    ['of the world that serves', keepingWorld(indexedWorld), false],
    ['of a world that is scanned', scannedWorld, false],
    ['of a mirror in another thread', keepingWorld(indexedWorld), true],
  ] as const)('%s', { timeout: 120_000 }, async (_, world, mirrored) => {
    await fc.assert(
      fc.asyncProperty(anySteps, fc.constantFrom(1, 200), async (steps, placesPerTurn) => {
        const removedEvseDays = 10_000;
        const subject = twinsUnderTest({ world, removedEvseDays, placesPerTurn, mirrored });
        const mirrors = new Map<FollowingAtlas, Atlas>();
        const { store } = subject;
        const alterations = twinAlterations;
        const now = () => new Date(TIME);
        const shownBy = (atlas: FollowingAtlas): Atlas => {
          if (!mirrored) return atlas;
          const mirror = mirrors.get(atlas) ?? mirrorOf(atlas, { store, now, alterations, removedEvseDays });
          mirrors.set(atlas, mirror);
          return mirror;
        };
        shownBy(subject.atlas());
        try {
          for (const [index, [step, isLooked]] of steps.entries()) {
            await take(step, subject, index);
            if (isLooked) await compare(subject, shownBy);
          }
          await compare(subject, shownBy);
        } finally {
          await subject.close();
        }
      }),
      { numRuns: 20 },
    );
  });

  it('and the spellings are alike', () => {
    expect(spellings.map((text) => normalEvseId(text))).toEqual([
      ...['NLTWNE1', 'NLTWNE1', 'NLTWNE2', 'NLTWNE2', 'NLTWNE3', 'NLTWNE3'],
      ...[undefined, undefined],
    ]);
  });
});
