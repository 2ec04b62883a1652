/** What came of all requests, as reports show it. */
import type { RuleCode } from '../judge/rules.ts';
import { rules } from '../judge/rules.ts';
import { verdicts } from '../judge/verdict.ts';
import type { Traffic } from '../traffic/read-traffic.ts';
import type { KeptExample } from './first-examples.ts';
import type { Counts, DifferenceTally, ResourceTally, Tally, UnansweredRequest } from './tally.ts';

interface ResourceLine extends ResourceTally {
  readonly resource: string;
}

interface FieldLine {
  readonly field: string;
  readonly counts: Counts;
}

interface RuleLine {
  readonly rule: RuleCode;
  readonly effect: 'mapped' | 'lossy';
  readonly meaning: string;
  readonly advice: string;
  readonly count: number;
  readonly example: KeptExample;
}

export interface ReplayReport {
  readonly v2: string;
  readonly v3: string;
  readonly search: string;
  readonly finishedAt: string;
  /** Nothing is unexplained and everything was answered. */
  readonly proven: boolean;
  readonly traffic: {
    readonly entries: number;
    readonly requests: number;
    readonly skipped: Readonly<Record<string, number>>;
  };
  readonly fields: Counts;
  readonly resources: readonly ResourceLine[];
  /** Fields that are not equal everywhere. */
  readonly unequalFields: readonly FieldLine[];
  readonly rules: readonly RuleLine[];
  /** What no rule explains, most frequent first. */
  readonly differences: readonly DifferenceTally[];
  readonly unanswered: readonly UnansweredRequest[];
}

interface Reported {
  readonly v2: string;
  readonly v3: string;
  readonly search: string;
  readonly finishedAt: string;
  readonly traffic: Traffic;
  readonly tally: Tally;
}

export function reportOf({ traffic, tally, ...servers }: Reported): ReplayReport {
  const { differences, unanswered } = tally;
  return {
    ...servers,
    proven: differences.length === 0 && unanswered.length === 0,
    traffic: {
      entries: traffic.entries,
      requests: traffic.requests.length,
      skipped: Object.fromEntries(traffic.skipped),
    },
    fields: totalOf(tally.fields.values()),
    resources: [...tally.resources]
      .map(([resource, line]) => ({ resource, ...line }))
      .sort((one, other) => (one.resource < other.resource ? -1 : 1)),
    unequalFields: unequalIn(tally),
    rules: rulesIn(tally),
    differences: differences.toSorted(
      (one, other) => other.count - one.count || (one.field + one.verdict < other.field + other.verdict ? -1 : 1),
    ),
    unanswered,
  };
}

function totalOf(fields: Iterable<Counts>): Counts {
  const total = { equal: 0, mapped: 0, lossy: 0, different: 0, missing: 0 };
  for (const counts of fields) for (const verdict of verdicts) total[verdict] += counts[verdict];
  return total;
}

function unequalIn({ fields }: Tally): readonly FieldLine[] {
  return [...fields]
    .map(([field, counts]) => ({ field, counts }))
    .filter(({ counts }) => verdicts.some((verdict) => verdict !== 'equal' && counts[verdict] > 0))
    .sort((one, other) => (one.field < other.field ? -1 : 1));
}

function rulesIn(tally: Tally): readonly RuleLine[] {
  return [...tally.rules]
    .flatMap(
      ([
        rule,
        {
          count,
          examples: [example],
        },
      ]) => (example === undefined ? [] : [{ rule, ...rules[rule], count, example }]),
    )
    .sort((one, other) => other.count - one.count || (one.rule < other.rule ? -1 : 1));
}
