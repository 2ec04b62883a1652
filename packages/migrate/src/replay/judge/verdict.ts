/** What became of one field of one answer. */
import type { RuleCode } from './rules.ts';
import { effectOf } from './rules.ts';

export const verdicts = ['equal', 'mapped', 'lossy', 'different', 'missing'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Judgement {
  /** Path in the answer without places in lists: `evStations.evStation.poolId`. */
  readonly field: string;
  readonly verdict: Verdict;
  /** Of `mapped` and `lossy`. */
  readonly rule?: RuleCode;
  /** Where a difference is: which station, which connector. */
  readonly at?: string;
  /** What v2 said, and what the answer made of v3 and Search says; of all that is not `equal`. */
  readonly v2?: unknown;
  readonly v3?: unknown;
  /** May have changed between the two questions. */
  readonly live?: true;
}

/** What a comparison of two values comes to: a rule of the table, or one of these. */
export type Found = RuleCode | 'equal' | 'different' | 'missing';

export function verdictOf(found: Found): { readonly verdict: Verdict; readonly rule?: RuleCode } {
  if (found === 'equal' || found === 'different' || found === 'missing') return { verdict: found };
  return { verdict: effectOf(found), rule: found };
}

export function isExplained({ verdict }: Pick<Judgement, 'verdict'>): boolean {
  return verdict !== 'different' && verdict !== 'missing';
}
