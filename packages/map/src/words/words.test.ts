import { describe, expect, it } from 'vitest';
import { durationIn, moneyIn } from './quantities.ts';
import { languageAmong, wordsIn } from './use-words.ts';

describe('words', () => {
  it('are another for each language, with nothing left untranslated', () => {
    const shared = new Set(['live', 'curl', 'api', 'status', 'filters', 'session', 'locale', 'source', 'operator']);
    for (const language of ['de', 'fr', 'nl'] as const) {
      const words = wordsIn[language];
      for (const [key, text] of Object.entries(wordsIn.en)) {
        const translated: unknown = words[key as keyof typeof words];
        if (typeof text === 'string' && !shared.has(key))
          expect([language, key, translated]).not.toEqual([language, key, text]);
        if (typeof text === 'string') expect(translated).not.toBe('');
      }
      expect(Object.keys(words.statuses)).toEqual(Object.keys(wordsIn.en.statuses));
    }
  });
  it('are chosen by what the browser prefers', () => {
    expect(languageAmong(['sv', 'fr-CA', 'de'])).toBe('fr');
    expect(languageAmong(['sv'])).toBe('en');
  });
  it('say durations in their largest unit, and money of any currency', () => {
    expect(durationIn('en', 59)).toBe('59 sec');
    expect(durationIn('en', 7300)).toBe('2 hr');
    expect(durationIn('de', -5)).toMatch(/^0/);
    expect(moneyIn('en', 1.5, 'EUR')).toBe('€1.50');
    expect(moneyIn('en', 1.5, 'nonsense')).toBe('1.50 nonsense');
  });
});
