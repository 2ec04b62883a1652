/** Every rule by its code: our own, and those of the catalogues that conversions share with reading feeds. */
import type { Rule } from './effect.ts';
import type { OwnRuleCode } from './own-rules.ts';
import { ownRules } from './own-rules.ts';
import type { CatalogueCode } from './reading-rules.ts';
import { isCatalogueCode, ruleOfNotice } from './reading-rules.ts';

export type RuleCode = OwnRuleCode | CatalogueCode;

export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(ownRules, code) || isCatalogueCode(code);
}

export function ruleOf(code: RuleCode): Rule {
  return isCatalogueCode(code) ? ruleOfNotice(code) : ownRules[code];
}
