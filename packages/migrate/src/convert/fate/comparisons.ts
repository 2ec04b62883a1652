/** Comparisons by meaning that both generations need. */
import type { RuleCode } from '../rules/rule-table.ts';
import { isSameInstant } from '../../compare/instant.ts';
import type { Comparison } from './unlike.ts';

/** Instants in any spelling. */
export function sameInstant(rule: RuleCode): Comparison<string> {
  return (said, back, path, tell) => {
    if (!isSameInstant(said, back)) tell(rule, path, said);
  };
}

/** What is told elsewhere, or means nothing. */
export const nothingToTell: Comparison<unknown> = () => undefined;
