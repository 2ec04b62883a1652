/** The table of rules and what tells them are the same set. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noticeCatalogue } from '@pantograph/model/notice';
import { describe, expect, it } from 'vitest';
import { effects, isLoss, isRuleCode, ownRules, ruleOf } from '../index.ts';

const room = fileURLToPath(new URL('..', import.meta.url));

const sources = readdirSync(room, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('-rules.ts'))
  .map((file) => readFileSync(join(room, file), 'utf8'))
  .join('\n');

describe('rules', () => {
  it('are all told by something', () => {
    expect(Object.keys(ownRules).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });

  it('have an effect that is described, a meaning and advice, as sentences', () => {
    for (const [code, { effect, meaning, advice }] of Object.entries(ownRules)) {
      expect(effects, code).toHaveProperty(effect);
      expect(meaning, code).toMatch(/^[A-Za-z].*\.$/s);
      expect(advice, code).toMatch(/^[A-Za-z].*\.$/s);
    }
  });

  it('of the catalogues are rules too, with an effect of their own', () => {
    for (const code of Object.keys(noticeCatalogue)) expect(isRuleCode(code)).toBe(true);
    expect(isRuleCode('toString')).toBe(false);
    expect(ruleOf('unknown_field').effect).toBe('dropped');
    expect(ruleOf('value_respelled').effect).toBe('repaired');
    expect(ruleOf('bad_json').effect).toBe('refused');
  });

  it('share no code with the catalogues', () => {
    expect(Object.keys(ownRules).filter((code) => Object.hasOwn(noticeCatalogue, code))).toEqual([]);
  });

  it('lose nothing where the target says the same', () => {
    expect(isLoss('restated') || isLoss('repaired')).toBe(false);
    expect(isLoss('dropped') && isLoss('guessed') && isLoss('ambiguous') && isLoss('defaulted')).toBe(true);
  });
});
