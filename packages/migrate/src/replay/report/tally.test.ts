import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReplayedRequest } from '../judge/replayed.ts';
import { reportOf } from './replay-report.ts';
import { tallyFor } from './tally.ts';

const resources = ['stations', 'pools/{id}', 'roamings'] as const;
const unequal = [
  { field: 'brand', verdict: 'different' },
  { field: 'brand', verdict: 'missing' },
  { field: 'name', verdict: 'different' },
  { field: 'pvId', verdict: 'lossy', rule: 'no_place_in_v3' },
  { field: 'notes', verdict: 'lossy', rule: 'no_place_in_v3' },
  { field: 'maxPowerLevel', verdict: 'mapped', rule: 'kilowatts_of_watts' },
] as const;

/** Of a request, what is told of some of its fields. */
function outcomeOf(number: number, told: readonly number[], examples: number): ReplayedRequest {
  const found = [...new Set(told)].flatMap((at) => unequal[at] ?? []);
  return {
    target: `stations.json?${String(number)}`,
    resource: resources[number % resources.length] ?? '',
    times: (number % 5) + 1,
    fields: [{ field: 'status', verdict: 'equal', count: 1 }, ...found.map((each) => ({ ...each, count: examples }))],
    examples: found.flatMap((each) =>
      Array.from({ length: examples }, (_, at) => ({ ...each, v2: `${String(number)} ${String(at)}` })),
    ),
  };
}

function reportOn(requests: readonly ReplayedRequest[], told: readonly ReplayedRequest[]) {
  const tally = tallyFor(requests);
  for (const request of told) tally.judge(request);
  const servers = { v2: 'a', v3: 'b', search: 'c', finishedAt: '2026-01-01T00:00:00Z' };
  return reportOf({ ...servers, traffic: { requests, entries: 0, skipped: new Map() }, tally });
}

describe('a tally', () => {
  it('comes to the same in whatever order requests come back, told twice or not', () => {
    const outcomes = fc
      .array(fc.tuple(fc.array(fc.nat(unequal.length - 1)), fc.integer({ min: 1, max: 3 })), { minLength: 1 })
      .map((all) => all.map(([told, examples], number) => outcomeOf(number, told, examples)));
    const orders = outcomes.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
    );
    fc.assert(
      fc.property(orders, ([inOrder, shuffled, again]) => {
        expect(reportOn(inOrder, [...shuffled, ...again])).toEqual(reportOn(inOrder, inOrder));
      }),
    );
  });

  it('adds up, and keeps the examples of the first requests', () => {
    const outcomes = Array.from({ length: 100 }, (_, number) => outcomeOf(number, [0, 3, 4], 2));
    const report = reportOn(outcomes, outcomes.toReversed());
    expect(report.fields).toEqual({ equal: 100, mapped: 0, lossy: 400, different: 200, missing: 0 });
    expect(report.differences).toMatchObject([{ field: 'brand', count: 200, requests: 100 }]);
    expect(report.differences[0]?.examples.map(({ v2 }) => v2)).toEqual(['0 0', '0 1', '1 0', '1 1', '2 0']);
    expect(report.rules).toMatchObject([{ rule: 'no_place_in_v3', count: 400, example: { v2: '0 0', field: 'pvId' } }]);
    expect(report.resources.map(({ resource, requests, unexplained }) => [resource, requests, unexplained])).toEqual([
      ['pools/{id}', 33, 33],
      ['roamings', 33, 33],
      ['stations', 34, 34],
    ]);
  });

  it('passes over what is not in the traffic', () => {
    const [one, other] = [outcomeOf(0, [0], 1), outcomeOf(1, [0], 1)];
    expect(reportOn([one], [other, one])).toEqual(reportOn([one], [one]));
  });

  it('holds as much of many requests as of some', () => {
    const reportOfMany = (count: number) => {
      const outcomes = Array.from({ length: count }, (_, number) => outcomeOf(number, [0, 1, 2, 3, 4, 5], 3));
      return JSON.stringify(reportOn(outcomes, outcomes));
    };
    // The same but for the figures.
    const shape = (text: string): string => text.replace(/\d+/g, '0');
    expect(shape(reportOfMany(3_000))).toBe(shape(reportOfMany(30)));
  });
});
