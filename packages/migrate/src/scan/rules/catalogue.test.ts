import { describe, expect, it } from 'vitest';
import { languages } from '../code/languages.ts';
import type { Language } from '../code/language.ts';
import { fileMatches } from '../judge/file-matches.ts';
import { findingsOf, provesV2 } from '../judge/findings-of-file.ts';
import { firstWords, furtherWords } from '../judge/worth-reading.ts';
import { phraseBooks, sayIn } from '../testing/phrase-book.ts';
import { rules } from './catalogue.ts';
import { text } from './phrase.ts';
import type { Case, Rule } from './rule.ts';

const proof = text('endpoint', 'https://ev-v2.cc.api.here.com');

/** A file that says it; nothing where the language has no words for it. */
function sourceOf({ phrase, beside }: Case, language: Language): string | undefined {
  const said = sayIn(language.id, phrase);
  if (said === undefined) return undefined;
  const isField = phrase.say === 'declare';
  const statements = [
    ...(beside === 'v2' ? [sayIn(language.id, proof) ?? ''] : []),
    ...(isField && language.id !== 'javascript' ? [] : [said]),
  ];
  return phraseBooks[language.id].file(isField && language.id !== 'javascript' ? [said] : [], statements);
}

async function findingsIn(source: string, language: Language) {
  const result = await fileMatches(source, language);
  if (result === undefined) throw new Error('could not be parsed');
  const file = { path: 'client', language, places: result.places };
  return { findings: findingsOf(file, provesV2(result)), broken: result.broken };
}

const saidIn = (rule: Rule, language: Language) => ({
  finds: rule.cases.finds.map((each) => sourceOf(each, language)).filter((source) => source !== undefined),
  leaves: rule.cases.leaves.map((each) => sourceOf(each, language)).filter((source) => source !== undefined),
});

const tried = languages.flatMap((language) =>
  rules
    .map((rule) => ({ rule, language, name: `${rule.id} in ${language.title}`, ...saidIn(rule, language) }))
    .filter(({ finds, leaves }) => finds.length + leaves.length > 0),
);

describe('every rule in every language that has words for its cases', () => {
  it.each(tried)('$name', async ({ rule, language, finds, leaves }) => {
    for (const source of finds) {
      const { findings, broken } = await findingsIn(source, language);
      expect(broken, source).toBe(false);
      expect(rulesOf(findings), source).toContain(rule.id);
      // What is found must have been worth reading.
      expect(firstWords.test(source) || furtherWords.test(source), source).toBe(true);
    }
    for (const source of leaves) {
      const { findings, broken } = await findingsIn(source, language);
      expect(broken, source).toBe(false);
      expect(rulesOf(findings.filter(({ confidence }) => confidence !== 'low')), source).not.toContain(rule.id);
    }
  });
});

const rulesOf = (findings: readonly { readonly rule: string }[]): string[] => findings.map(({ rule }) => rule);

describe('the catalogue', () => {
  it('names every rule once', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s says words for all that is found outside a proven file',
    (_, rule) => {
      const open = rule.patterns.filter(({ needs }) => needs !== 'file');
      expect(open.filter(({ words }) => words === undefined || words.length === 0)).toEqual([]);
    },
  );

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s has cases in every language of code', (_, rule) => {
    for (const language of languages.filter(({ isData }) => !isData)) {
      const { finds, leaves } = saidIn(rule, language);
      expect(finds.length, language.title).toBeGreaterThan(0);
      expect(leaves.length, language.title).toBeGreaterThan(0);
    }
  });
});
