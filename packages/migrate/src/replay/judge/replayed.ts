/** What came of one request, small enough to be written down for each of many. */
import type { RecordedRequest } from '../traffic/read-traffic.ts';
import type { RuleCode } from './rules.ts';
import type { Judgement, Verdict } from './verdict.ts';
import { isExplained } from './verdict.ts';

export interface FieldCount {
  readonly field: string;
  readonly verdict: Verdict;
  readonly rule?: RuleCode;
  readonly count: number;
}

/** One place where the two answers are not equal. Values are cut short. */
export interface Example {
  readonly field: string;
  readonly verdict: Verdict;
  readonly rule?: RuleCode;
  readonly at?: string;
  readonly v2?: string;
  readonly v3?: string;
}

export interface ReplayedRequest extends RecordedRequest {
  readonly fields: readonly FieldCount[];
  /** One for each field, verdict and rule; of what is unexplained up to `EXAMPLES`. */
  readonly examples: readonly Example[];
}

const EXAMPLES = 3;
const LONGEST_VALUE = 300;

export function replayed(request: RecordedRequest, judgements: readonly Judgement[]): ReplayedRequest {
  const counts = new Map<string, { judgement: Judgement; count: number }>();
  const examples: Example[] = [];
  for (const judgement of judgements) {
    const { field, verdict, rule } = judgement;
    const key = JSON.stringify([field, verdict, rule]);
    const known = counts.get(key);
    const count = (known?.count ?? 0) + 1;
    counts.set(key, { judgement, count });
    if (verdict !== 'equal' && count <= (isExplained(judgement) ? 1 : EXAMPLES)) examples.push(exampleOf(judgement));
  }
  const fields = [...counts.values()].map(({ judgement: { field, verdict, rule }, count }) => ({
    field,
    verdict,
    ...(rule === undefined ? {} : { rule }),
    count,
  }));
  return { ...request, fields, examples };
}

function exampleOf({ field, verdict, rule, at, v2, v3 }: Judgement): Example {
  return {
    field,
    verdict,
    ...(rule === undefined ? {} : { rule }),
    ...(at === undefined ? {} : { at }),
    ...(v2 === undefined ? {} : { v2: short(v2) }),
    ...(v3 === undefined ? {} : { v3: short(v3) }),
  };
}

function short(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}
