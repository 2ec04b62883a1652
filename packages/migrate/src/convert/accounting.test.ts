/** Nothing is lost without a word: every value of the input is found in the output, or named in the report. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversion, Finding, Form, Words } from './index.ts';
import { converter, ruleOf } from './index.ts';
import { patternOf } from './report/loss-report.ts';
import { anyV2 } from './testing/any-v2.ts';
import { anyV3 } from './testing/any-v3.ts';
import type { Leaf } from './testing/leaves.ts';
import { another, changedAt, leavesOf } from './testing/leaves.ts';

const now = new Date('2026-03-10T12:00:00Z');

function convertOne(from: Form, to: Form, input: unknown): Conversion {
  const [conversion] = converter({ from, to, now }).convert(input);
  if (conversion === undefined) throw new Error('nothing came out');
  return conversion;
}

/** Values that neither come out nor are told of, nor would be if they were others. */
function unaccounted(from: Form, to: Form, words: Words, input: object): Leaf[] {
  const whole = convertOne(from, to, input);
  // Refused as a whole, with the reason.
  if (whole.object === undefined)
    return whole.findings.some(({ rule }) => ruleOf(rule).effect === 'refused') ? [] : leavesOf(input);
  const said = JSON.stringify(whole);
  // EVSEs and connectors have the same places in v3 and OCPI.
  const isOfInput = ({ words: said, path }: Finding): boolean => said === words || path.startsWith('/evses/');
  const told = new Set(whole.findings.filter(isOfInput).map(({ path }) => patternOf(path)));
  const isTold = (path: string): boolean => {
    const keys = patternOf(path).split('/');
    return keys.some((_, depth) => told.has(keys.slice(0, depth + 1).join('/')));
  };
  const matters = (leaf: Leaf, change: (value: unknown) => unknown): boolean =>
    JSON.stringify(convertOne(from, to, changedAt(input, leaf.path, change))) !== said;
  return leavesOf(input).filter(
    (leaf) => !isTold(leaf.path) && !matters(leaf, () => undefined) && !matters(leaf, another),
  );
}

const cases = [
  { from: 'v2', to: 'v3', words: 'v2', any: anyV2 },
  { from: 'v2', to: 'ocpi-2.3.0', words: 'v2', any: anyV2 },
  { from: 'v3', to: 'v2', words: 'v3', any: anyV3 },
  { from: 'v3', to: 'v3-here', words: 'v3', any: anyV3 },
  { from: 'v3', to: 'ocpi-2.3.0', words: 'v3', any: anyV3 },
  { from: 'v3', to: 'ocpi-2.1.1', words: 'v3', any: anyV3 },
] as const;

describe('every value is found in the output or named in the report', () => {
  for (const { from, to, words, any } of cases) {
    it(`${from} to ${to}`, { timeout: 120_000 }, () => {
      fc.assert(
        fc.property(any as fc.Arbitrary<object>, (input) => {
          expect(unaccounted(from, to, words, input)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    });
  }
});
