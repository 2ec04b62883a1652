import { contentIdOf } from '@pantograph/model/location';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ID_WORDS, compareIdWords, readIdWords, writeIdWords } from './content-id-words.ts';

const anyId = fc.string().map((id) => contentIdOf({ source: 's', countryCode: 'NL', partyId: 'ABC', id }));

function wordsOf(id: string): Uint32Array {
  const words = new Uint32Array(ID_WORDS);
  expect(writeIdWords(id, words, 0)).toBe(true);
  return words;
}

it('keeps an id in four words and gives it back', () => {
  fc.assert(
    fc.property(anyId, (id) => {
      expect(readIdWords(wordsOf(id), 0)).toBe(id);
    }),
  );
});

it('compares as the ids do', () => {
  fc.assert(
    fc.property(anyId, anyId, (a, b) => {
      expect(Math.sign(compareIdWords(wordsOf(a), 0, wordsOf(b), 0))).toBe(a < b ? -1 : a > b ? 1 : 0);
    }),
  );
});

it.each([
  '',
  'pan0-',
  'pan1-aiP7FeHVxzrdfWCevX4z2g',
  'pan0-aiP7FeHVxzrdfWCevX4z2',
  'pan0-aiP7FeHVxzrdfWCevX4z2h',
  'pan0-aiP7Fe+VxzrdfWCevX4z2g',
])('refuses what no content id is: "%s"', (id) => expect(writeIdWords(id, new Uint32Array(ID_WORDS), 0)).toBe(false));
