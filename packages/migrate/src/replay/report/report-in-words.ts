/** The report for a terminal. */
import { skipReasons } from '../traffic/legacy-request.ts';
import type { SkipReason } from '../traffic/legacy-request.ts';
import type { ReplayReport } from './replay-report.ts';
import type { Counts } from './tally.ts';

const DIFFERENCES = 10;

export function reportInWords(report: ReplayReport): string {
  const { traffic, resources, rules, differences, unanswered, fields, proven } = report;
  return [
    `${counted(traffic.requests)} different requests in ${counted(traffic.entries)} entries`,
    ...Object.entries(traffic.skipped).map(
      ([reason, count]) => `  ${counted(count)} left out: ${skipReasons[reason as SkipReason]}`,
    ),
    '',
    ...table(
      resources.map(({ resource, requests, fields: counts }) => [resource, counted(requests), ...cells(counts)]),
    ),
    '',
    ...section(
      'Alike in other words, or less by design',
      rules.map(({ rule, count, meaning }) => `${counted(count)} ${rule}: ${meaning}`),
    ),
    ...section(
      'Unexplained',
      differences
        .slice(0, DIFFERENCES)
        .flatMap(({ field, verdict, count, requests, examples: [example] }) => [
          `${counted(count)} ${verdict} in ${counted(requests)} requests: ${field}`,
          ...(example === undefined
            ? []
            : [
                `  ${example.target}`,
                `  ${[example.at, `v2 ${example.v2 ?? 'nothing'}`, `v3 ${example.v3 ?? 'nothing'}`].filter((part) => part !== undefined).join('; ')}`,
              ]),
        ]),
    ),
    ...(differences.length > DIFFERENCES
      ? [`  and ${counted(differences.length - DIFFERENCES)} more in the report`, '']
      : []),
    ...section(
      'Not answered',
      unanswered.slice(0, DIFFERENCES).map(({ target, generation, reason }) => `${generation}: ${reason}: ${target}`),
    ),
    proven
      ? `Proven: ${counted(total(fields))} fields, no unexplained difference.`
      : `Not proven: ${counted(fields.different + fields.missing)} of ${counted(total(fields))} fields unexplained, ${counted(unanswered.length)} requests not answered.`,
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`), ''];
}

const heads = ['resource', 'requests', 'equal', 'mapped', 'lossy', 'different', 'missing'];

function cells({ equal, mapped, lossy, different, missing }: Counts): readonly string[] {
  return [equal, mapped, lossy, different, missing].map(counted);
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const all = [heads, ...rows];
  const widths = heads.map((_, at) => Math.max(...all.map((row) => (row[at] ?? '').length)));
  return all.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  );
}

function total(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function counted(count: number): string {
  return count.toLocaleString('en-US');
}
