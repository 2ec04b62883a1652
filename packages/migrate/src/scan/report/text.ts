/** The report for a terminal. */
import type { ScanReport } from '../finding.ts';
import { skipReasons } from '../walk/skips.ts';
import { countsByRule, hoursInWords, placesOf, planByFile } from './plan.ts';

const counted = (count: number): string => count.toLocaleString('en');
const padded = (count: number, width = 7): string => counted(count).padStart(width);

export function textReport(report: ScanReport): string {
  return [...findingLines(report), ...ruleLines(report), ...planLines(report), ...endLines(report), ''].join('\n');
}

function findingLines({ findings }: ScanReport): string[] {
  return findings.flatMap(({ file, line, column, confidence, rule, message, snippet, occurrences }) => [
    `${file}:${String(line)}:${String(column)}  ${rule} (${confidence})`,
    `    ${snippet}`,
    `    ${message}${occurrences > 1 ? ` And ${counted(occurrences - 1)} more in this file.` : ''}`,
  ]);
}

function ruleLines(report: ScanReport): string[] {
  const counts = countsByRule(report);
  if (counts.length === 0) return [];
  return [
    '',
    'By rule',
    ...counts.map(
      ({ rule, count, files }) =>
        `${padded(count)}  ${rule.id.padEnd(22)} ${files === 1 ? '1 file' : `${counted(files)} files`}, fix: ${rule.fix}. ${rule.advice}`,
    ),
  ];
}

function planLines(report: ScanReport): string[] {
  const plan = planByFile(report);
  if (plan.length === 0) return [];
  return [
    '',
    'By file, most work first (rough hours by hand)',
    ...plan.map(
      ({ file, count, fixable, hours }) =>
        `${padded(count)}  ${hoursInWords(hours).padStart(6)}  ${file}${fixable > 0 ? `  (fix helps with ${counted(fixable)})` : ''}`,
    ),
  ];
}

function endLines(report: ScanReport): string[] {
  const { findings, files, bytes, skipped, broken, belowConfidence } = report;
  return [
    '',
    `${counted(placesOf(findings))} places in ${counted(new Set(findings.map(({ file }) => file)).size)} files; ${counted(files)} files read (${(bytes / 1e6).toFixed(1)} MB).`,
    ...(belowConfidence > 0
      ? [`${counted(belowConfidence)} findings are less certain than asked for; --min-confidence low shows all.`]
      : []),
    ...(broken.length > 0
      ? [
          `${counted(broken.length)} files with broken syntax were read as far as they could be: ${broken.slice(0, 5).join(', ')}`,
        ]
      : []),
    ...(skipped.length > 0 ? ['Not read:'] : []),
    ...skipped.map(
      ({ reason, count, examples }) => `${padded(count)}  ${skipReasons[reason]}, such as ${examples[0] ?? ''}`,
    ),
  ];
}
