/** The report for programs: the findings, and the rules they speak of. */
import type { ScanReport } from '../finding.ts';
import { guideSections } from '../rules/rule.ts';
import { countsByRule, planByFile } from './plan.ts';

export function jsonReport(report: ScanReport): string {
  const rules = countsByRule(report).map(({ rule, count, files }) => ({
    id: rule.id,
    title: rule.title,
    why: rule.why,
    guide: guideSections[rule.guide],
    advice: rule.advice,
    effort: rule.effort,
    fix: rule.fix,
    count,
    files,
  }));
  const plan = planByFile(report).map(({ file, count, fixable, hours }) => ({ file, count, fixable, hours }));
  return `${JSON.stringify({ ...report, rules, plan }, undefined, 2)}\n`;
}
