import { describe, expect, it } from 'vitest';
import { beginsEach, foldText, foldedWords } from './search-text.ts';

describe('folding', () => {
  it('finds words as keyboards without the letters write them', () => {
    expect(foldText('Zürich')).toBe('zurich');
    expect(foldText('Łódź Straße Ærø')).toBe('lodz strasse aero');
    expect(foldText('İZMİR')).toBe('izmir');
    expect(foldText('ＫＤＤ')).toBe('kdd');
  });

  it('takes runs of letters and digits for words', () => {
    expect(foldedWords("P+R 's-Gravenzande, 2691 AB")).toEqual(['p', 'r', 's', 'gravenzande', '2691', 'ab']);
    expect(foldedWords(' - ')).toEqual([]);
  });

  it('matches the beginnings of words, each of them', () => {
    const words = foldedWords('Shell Recharge Leidseplein Amsterdam');
    expect(beginsEach(foldedWords('amst shell'), words)).toBe(true);
    expect(beginsEach(foldedWords('dam'), words)).toBe(false);
    expect(beginsEach([], words)).toBe(true);
  });
});
