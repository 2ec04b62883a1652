/** What came of all requests, summed up. */
import type { Example, ReplayedRequest } from '../judge/replayed.ts';
import type { RuleCode } from '../judge/rules.ts';
import { rules } from '../judge/rules.ts';
import type { Verdict } from '../judge/verdict.ts';
import { isExplained, verdicts } from '../judge/verdict.ts';
import type { Replay, UnansweredRequest } from '../replay.ts';
import type { Traffic } from '../traffic/read-traffic.ts';

export type Counts = Readonly<Record<Verdict, number>>;

interface ResourceLine {
  readonly resource: string;
  /** Different requests. */
  readonly requests: number;
  /** How often they were made. */
  readonly times: number;
  /** Different requests with something unexplained. */
  readonly unexplained: number;
  readonly unanswered: number;
  readonly fields: Counts;
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
  readonly example: Example & { readonly target: string };
}

interface Difference {
  readonly field: string;
  readonly verdict: Verdict;
  readonly count: number;
  /** Different requests that show it. */
  readonly requests: number;
  readonly examples: readonly (Example & { readonly target: string })[];
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
  readonly differences: readonly Difference[];
  readonly unanswered: readonly UnansweredRequest[];
}

interface Reported {
  readonly v2: string;
  readonly v3: string;
  readonly search: string;
  readonly finishedAt: string;
  readonly traffic: Traffic;
  readonly replay: Replay;
}

const EXAMPLES = 5;

export function reportOf({ traffic, replay: { judged, unanswered }, ...servers }: Reported): ReplayReport {
  const differences = differencesIn(judged);
  return {
    ...servers,
    proven: differences.length === 0 && unanswered.length === 0,
    traffic: {
      entries: traffic.entries,
      requests: traffic.requests.length,
      skipped: Object.fromEntries(traffic.skipped),
    },
    fields: countsOf(judged),
    resources: resourcesIn(judged, unanswered),
    unequalFields: fieldsIn(judged),
    rules: rulesIn(judged),
    differences,
    unanswered,
  };
}

function countsOf(judged: readonly ReplayedRequest[], field?: string): Counts {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  for (const { fields } of judged) {
    for (const each of fields) if (field === undefined || each.field === field) counts[each.verdict] += each.count;
  }
  return counts;
}

function resourcesIn(
  judged: readonly ReplayedRequest[],
  unanswered: readonly UnansweredRequest[],
): readonly ResourceLine[] {
  const names = new Set([...judged, ...unanswered].map(({ resource }) => resource));
  return [...names].sort().map((resource) => {
    const own = judged.filter((request) => request.resource === resource);
    const silent = unanswered.filter((request) => request.resource === resource);
    return {
      resource,
      requests: own.length + silent.length,
      times: [...own, ...silent].reduce((sum, { times }) => sum + times, 0),
      unexplained: own.filter(({ fields }) => !fields.every(isExplained)).length,
      unanswered: silent.length,
      fields: countsOf(own),
    };
  });
}

function fieldsIn(judged: readonly ReplayedRequest[]): readonly FieldLine[] {
  const lines = new Map<string, Record<Verdict, number>>();
  for (const { fields } of judged) {
    for (const { field, verdict, count } of fields) {
      const line = lines.get(field) ?? { equal: 0, mapped: 0, lossy: 0, different: 0, missing: 0 };
      line[verdict] += count;
      lines.set(field, line);
    }
  }
  return [...lines]
    .map(([field, counts]) => ({ field, counts }))
    .filter(({ counts }) => verdicts.some((verdict) => verdict !== 'equal' && counts[verdict] > 0))
    .sort((one, other) => (one.field < other.field ? -1 : 1));
}

function rulesIn(judged: readonly ReplayedRequest[]): readonly RuleLine[] {
  const lines = new Map<RuleCode, { count: number; example?: RuleLine['example'] }>();
  for (const { fields, examples, target } of judged) {
    for (const { rule, count } of fields) {
      if (rule === undefined) continue;
      const line = lines.get(rule) ?? { count: 0 };
      const example = line.example ?? examples.find((each) => each.rule === rule);
      lines.set(rule, {
        count: line.count + count,
        ...(example === undefined ? {} : { example: { target, ...example } }),
      });
    }
  }
  return [...lines]
    .flatMap(([rule, { count, example }]) => (example === undefined ? [] : [{ rule, ...rules[rule], count, example }]))
    .sort((one, other) => other.count - one.count);
}

function differencesIn(judged: readonly ReplayedRequest[]): readonly Difference[] {
  const found = new Map<string, { -readonly [Key in keyof Difference]: Difference[Key] }>();
  for (const { fields, examples, target } of judged) {
    for (const { field, verdict, count } of fields.filter((each) => !isExplained(each))) {
      const key = `${field} ${verdict}`;
      const known = found.get(key) ?? { field, verdict, count: 0, requests: 0, examples: [] };
      const own = examples.filter((example) => example.field === field && example.verdict === verdict);
      known.count += count;
      known.requests += 1;
      known.examples = [...known.examples, ...own.map((example) => ({ target, ...example }))].slice(0, EXAMPLES);
      found.set(key, known);
    }
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
}
