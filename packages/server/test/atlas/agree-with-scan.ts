/** The oracle: a world answers random questions as looking at every site does, while places change underneath. */
import fc from 'fast-check';
import { smallWorldTime } from '../small-world.ts';
import type { SearchResult } from '../../src/atlas/atlas.ts';
import { anyQuery } from './random-query.ts';
import { anyPlace, anyStatusChange, uidOf } from './random-world.ts';
import { scannedWorld } from '../../src/atlas/scanned-world.ts';
import type { Counts, Tally } from '../../src/atlas/tally.ts';
import type { World, WorldChange, WorldSettings } from '../../src/atlas/world.ts';

/** A world whose work in the background is done when the test says so. */
export interface SteppedWorld {
  readonly world: World;
  readonly workOn: (steps: number) => void;
}

type Step =
  | { readonly kind: 'change'; readonly changes: readonly WorldChange[] }
  | { readonly kind: 'work'; readonly steps: number }
  /** One of the scene's questions, so many times: what is asked often is remembered. */
  | { readonly kind: 'ask'; readonly question: number; readonly times: number };

const QUESTIONS = 8;
/** Enough for a filter to be remembered. */
const OFTEN = 9;

const time = smallWorldTime.toISOString();

function anyStep(ids: number): fc.Arbitrary<Step> {
  const place = anyPlace(ids);
  const change = fc.oneof(
    { weight: 4, arbitrary: place.map((record): WorldChange => ({ kind: 'location', record })) },
    {
      weight: 3,
      arbitrary: fc.tuple(place, anyStatusChange).map(([{ contentId }, { evse, status }]): WorldChange => {
        const uid = uidOf(evse);
        return { kind: 'status', contentId, status: { uid, status, observedAt: time, receivedAt: time } };
      }),
    },
    {
      weight: 1,
      arbitrary: place.map(({ contentId }): WorldChange => ({
        kind: 'removal',
        contentId,
        removedAt: time,
        reason: 'gone',
      })),
    },
  );
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(change, { maxLength: 20 }).map((changes): Step => ({ kind: 'change', changes })) },
    { weight: 2, arbitrary: fc.nat({ max: 20 }).map((steps): Step => ({ kind: 'work', steps })) },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('ask' as const),
        question: fc.nat({ max: QUESTIONS - 1 }),
        times: fc.constantFrom(1, 1, OFTEN),
      }),
    },
  );
}

/**
 * @param compare called with both answers to each question; throws where they differ
 * @returns how many questions were asked
 */
export function agreeWithScan(
  make: (settings: WorldSettings) => SteppedWorld,
  compare: (answer: unknown, expected: unknown) => void,
  { numRuns, seed }: { readonly numRuns: number; readonly seed?: number },
): number {
  const settings = { now: () => smallWorldTime, removedEvseDays: 30 };
  const sizes = fc.constantFrom(3, 20, 60, 300);
  const scene = sizes.chain((ids) =>
    fc.tuple(
      fc.array(anyPlace(ids), { minLength: Math.floor(ids / 3), maxLength: ids, size: 'max' }),
      fc.array(anyQuery, { minLength: QUESTIONS, maxLength: QUESTIONS }),
      fc.array(anyStep(ids), { minLength: 10, maxLength: 40, size: 'max' }),
    ),
  );
  let asked = 0;
  fc.assert(
    fc.property(scene, ([places, queries, steps]) => {
      const { world, workOn } = make(settings);
      const scanned = scannedWorld(settings);
      const apply = (change: WorldChange): void => {
        if (change.kind === 'status' && !knowsEvse(scanned, change)) return;
        world.apply(change);
        scanned.apply(change);
      };
      for (const record of places) apply({ kind: 'location', record });
      for (const step of steps) {
        if (step.kind === 'change') step.changes.forEach(apply);
        else if (step.kind === 'work') workOn(step.steps);
        else {
          const query = queries[step.question] ?? { limit: 0 };
          asked++;
          for (let time = 1; time < step.times; time++) world.search(query);
          const answer = world.search(query);
          const expected = scanned.search(query);
          compare(plainly(answer), plainly(expected));
          compare(summed(world.tally(query)), summed(scanned.tally(query)));
        }
      }
      compare(world.size, scanned.size);
    }),
    { numRuns, ...(seed === undefined ? {} : { seed }) },
  );
  return asked;
}

/** The same of every kind of world: their hits are objects of different classes. */
function plainly({ hits, more, matched }: SearchResult): unknown {
  return {
    hits: hits.map(({ site, distance, excursionDistance }) => ({ site, distance, excursionDistance })),
    more,
    matched,
  };
}

/** Values that are told several times count once, as do connectors that cannot be told apart. */
function summed({ matched, connectors, statuses, brands }: Tally): unknown {
  const sum = <T>(counts: Counts<T>, keyOf: (value: T) => string): unknown => {
    const sums = new Map<string, number>();
    for (const [value, places] of counts) sums.set(keyOf(value), (sums.get(keyOf(value)) ?? 0) + places);
    return sums;
  };
  const asSet = (values: readonly unknown[]): string =>
    [...new Set(values.map((value) => JSON.stringify(value)))].toSorted().join();
  return {
    matched,
    connectors: sum(connectors, asSet),
    statuses: sum(statuses, asSet),
    brands: sum(brands, (brand) => JSON.stringify([brand])),
  };
}

function knowsEvse(world: World, { contentId, status }: Extract<WorldChange, { kind: 'status' }>): boolean {
  return world.site(contentId)?.location.evses.some((evse) => evse.uid === status.uid) === true;
}
