/** spec/golden/convert: an input each, what becomes of it, and everything that is said of it. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Form } from './index.ts';
import { converter } from './index.ts';

interface GoldenFile {
  readonly about: string;
  readonly from: Form;
  readonly to: Form;
  readonly now: string;
  readonly inputs: readonly unknown[];
  readonly expect: readonly {
    readonly object?: unknown;
    readonly tariffs?: readonly unknown[];
    readonly findings: readonly { rule: string; words: string; path: string; value?: unknown }[];
  }[];
}

const folder = new URL('../../../../spec/golden/convert/', import.meta.url);

describe('golden conversions', () => {
  for (const file of readdirSync(folder)) {
    const {
      about,
      from,
      to,
      now,
      inputs,
      expect: expected,
    } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as GoldenFile;
    it(`${file}: ${about}`, () => {
      const { convert } = converter({ from, to, now: new Date(now), source: 'golden' });
      const found = inputs
        .flatMap((input) => convert(input))
        .map(({ object, tariffs, findings }) => ({
          ...(object === undefined ? {} : { object }),
          ...(tariffs.length === 0 ? {} : { tariffs }),
          findings: findings.map(({ rule, words, path, value }) => ({ rule, words, path, value })),
        }));
      expect(JSON.parse(JSON.stringify(found))).toEqual(expected);
    });
  }
});
