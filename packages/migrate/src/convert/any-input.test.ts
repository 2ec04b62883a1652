/** Nothing that can stand in a file makes the converter throw, and whatever is refused says why. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversion } from './index.ts';
import { converter, forms, ruleOf } from './index.ts';
import { anyV2 } from './testing/any-v2.ts';
import { anyV3 } from './testing/any-v3.ts';
import { changedAt, leavesOf } from './testing/leaves.ts';

const now = new Date('2026-03-10T12:00:00Z');

function expectSaid(conversions: readonly Conversion[]): void {
  for (const { object, findings } of conversions) {
    const refused = findings.some(({ rule }) => ruleOf(rule).effect === 'refused');
    expect(object !== undefined || refused).toBe(true);
    JSON.stringify(object);
  }
}

/** An object with values of other types in a few places. */
function damaged(any: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return fc
    .tuple(any, fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 }))
    .map(([object, places]) =>
      places.reduce((damagedSoFar, [nth, value]) => {
        const leaves = leavesOf(damagedSoFar);
        const path = leaves[nth % Math.max(1, leaves.length)]?.path ?? '';
        return path === '' ? damagedSoFar : changedAt(damagedSoFar, path, () => value ?? null);
      }, object),
    );
}

describe('any input', () => {
  for (const from of forms) {
    it(`${from}: any JSON`, () => {
      fc.assert(
        fc.property(fc.jsonValue({ maxDepth: 3 }), fc.constantFrom(...forms), (value, to) => {
          expectSaid(converter({ from, to, now }).convert(value));
        }),
      );
    });
  }

  for (const [from, any] of [
    ['v2', anyV2],
    ['v3', anyV3 as fc.Arbitrary<object>],
  ] as const) {
    it(`${from}: objects with wrong values in them`, { timeout: 60_000 }, () => {
      fc.assert(
        fc.property(damaged(any), fc.constantFrom(...forms), (value, to) => {
          expectSaid(converter({ from, to, now }).convert(value));
        }),
        { numRuns: 150 },
      );
    });
  }

  it('any text as XML', () => {
    const { convertXml } = converter({ from: 'v2', to: 'v3', now });
    fc.assert(fc.property(fc.string(), (text) => expectSaid(convertXml(text))));
    const tags = fc.array(
      fc.constantFrom(
        '<evStations>',
        '</evStations>',
        '<evStation id="1">',
        '</evStation>',
        '<a/>',
        '&amp;',
        '<!--',
        '-->',
        '<![CDATA[',
        ']]>',
        'x',
      ),
    );
    fc.assert(fc.property(tags, (parts) => expectSaid(convertXml(parts.join('')))));
  });
});
