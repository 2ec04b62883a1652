/** Counts and the order of work, as every report shows them. */
import type { Finding, ScanReport } from '../finding.ts';
import { rules } from '../rules/catalogue.ts';
import type { Effort, Rule } from '../rules/rule.ts';

export interface RuleCount {
  readonly rule: Rule;
  readonly count: number;
  readonly files: number;
}

export interface FilePlan {
  readonly file: string;
  readonly findings: readonly Finding[];
  /** How many places. */
  readonly count: number;
  /** Of them, how many `pantograph fix` can do or begin. */
  readonly fixable: number;
  /** Rough work by hand, in hours. */
  readonly hours: number;
}

const ruleById = new Map(rules.map((rule) => [rule.id, rule]));
/** Hours for the first place of a rule in a file; the next ones go faster. */
const hoursOf: Readonly<Record<Effort, number>> = { minutes: 0.1, hour: 0.5, hours: 1.5 };
const NEXT_PLACE = 0.15;

export function ruleOf({ rule }: Pick<Finding, 'rule'>): Rule {
  const found = ruleById.get(rule);
  if (found === undefined) throw new Error(`there is no rule ${rule}`);
  return found;
}

export function countsByRule({ findings }: Pick<ScanReport, 'findings'>): RuleCount[] {
  return [...Map.groupBy(findings, ({ rule }) => rule).values()]
    .flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const files = new Set(group.map(({ file }) => file)).size;
      return [{ rule: ruleOf(first), count: placesOf(group), files }];
    })
    .sort((a, b) => b.count - a.count || (a.rule.id < b.rule.id ? -1 : 1));
}

export const placesOf = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { occurrences }) => sum + occurrences, 0);

/** The files with most to do first. */
export function planByFile({ findings }: Pick<ScanReport, 'findings'>): FilePlan[] {
  return [...Map.groupBy(findings, ({ file }) => file)]
    .map(([file, group]) => ({
      file,
      findings: group,
      count: placesOf(group),
      fixable: placesOf(group.filter((finding) => ruleOf(finding).fix !== 'no')),
      hours: hoursFor(group),
    }))
    .sort((a, b) => b.hours - a.hours || (a.file < b.file ? -1 : 1));
}

function hoursFor(findings: readonly Finding[]): number {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  let hours = 0;
  for (const group of byRule.values()) {
    const [first] = group;
    if (first !== undefined) hours += hoursOf[ruleOf(first).effort] * (1 + (group.length - 1) * NEXT_PLACE);
  }
  return hours;
}

export function hoursInWords(hours: number): string {
  if (hours < 1) return `${String(Math.max(5, Math.round((hours * 60) / 5) * 5))} min`;
  return `${hours < 10 ? hours.toFixed(1) : hours.toFixed(0)} h`;
}
