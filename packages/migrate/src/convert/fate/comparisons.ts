/** Comparisons by meaning that both generations need. */
import type { RuleCode } from '../rules/rule-table.ts';
import { instantIn } from '../conform/conformer.ts';
import type { Comparison } from './unlike.ts';

/** Instants in any spelling. */
export function sameInstant(rule: RuleCode): Comparison<string> {
  return (said, back, path, tell) => {
    if (said !== back && (instantIn(said) ?? said) !== (instantIn(back) ?? back)) tell(rule, path, said);
  };
}

/** What is told elsewhere, or means nothing. */
export const nothingToTell: Comparison<unknown> = () => undefined;
