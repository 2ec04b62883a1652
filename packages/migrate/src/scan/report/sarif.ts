/** The report for code review. Source: SARIF 2.1.0 (OASIS Standard). */
import type { Finding, ScanReport } from '../finding.ts';
import { guideSections } from '../rules/rule.ts';
import type { Confidence, Rule } from '../rules/rule.ts';
import { countsByRule } from './plan.ts';
import { skipReasons } from '../walk/skips.ts';

const levels: Readonly<Record<Confidence, 'warning' | 'note'>> = { high: 'warning', medium: 'warning', low: 'note' };

export function sarifReport(report: ScanReport): string {
  const rules = countsByRule(report).map(({ rule }) => rule);
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'pantograph scan', rules: rules.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { SCANNED: { description: { text: 'The folder that was scanned.' } } },
        results: report.findings.map((finding) => resultOf(finding, rules)),
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.skipped.map(({ reason, count, examples }) => ({
              level: 'note',
              message: { text: `${String(count)} not read: ${skipReasons[reason]}, such as ${examples[0] ?? ''}` },
            })),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function descriptorOf({ id, title, why, advice, guide, effort, fix }: Rule) {
  return {
    id,
    name: title,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${advice} Migration guide: ${guideSections[guide]}.` },
    defaultConfiguration: { level: 'warning' },
    properties: { guide: guideSections[guide], effort, fix },
  };
}

function resultOf(finding: Finding, rules: readonly Rule[]) {
  const { rule, file, line, column, length, message, snippet, confidence, occurrences } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[confidence],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), uriBaseId: 'SCANNED' },
          region: { startLine: line, startColumn: column, endColumn: column + length, snippet: { text: snippet } },
        },
      },
    ],
    partialFingerprints: { 'placeOfRule/v1': `${rule}:${file}:${finding.text}` },
    properties: { confidence, occurrences },
  };
}

const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');
