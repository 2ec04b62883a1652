/** The report as one page that needs nothing else: no script, no request, everything from the sources escaped. */
import { counted, escape, figures, numberCell, section, table } from '../../page/markup.ts';
import { page } from '../../page/page.ts';
import type { Finding, ScanReport } from '../finding.ts';
import { guideSections } from '../rules/rule.ts';
import { skipReasons } from '../walk/skips.ts';
import { countsByRule, hoursInWords, placesOf, planByFile, ruleOf } from './plan.ts';
import type { FilePlan } from './plan.ts';
import { style } from './style.ts';

/** @param title what was scanned, as the reader knows it */
export function htmlReport(report: ScanReport, title: string): string {
  const plan = planByFile(report);
  const found = plan.length === 0 ? nothing : `${ruleTable(report)}${planTable(plan)}${plan.map(fileSection).join('')}`;
  return page({
    title: `From v2 to v3: ${title}`,
    style,
    header: `<h1>From v2 to v3: ${escape(title)}</h1>\n${summary(report, plan)}`,
    main: `${found}\n${skippedTable(report)}`,
  });
}

const nothing = '<p>Nothing was found that a move from v2 to v3 touches.</p>';

function summary(report: ScanReport, plan: readonly FilePlan[]): string {
  const hours = plan.reduce((sum, each) => sum + each.hours, 0);
  const fixable = plan.reduce((sum, each) => sum + each.fixable, 0);
  return figures([
    [counted(placesOf(report.findings)), 'places'],
    [counted(plan.length), 'files'],
    [counted(fixable), 'where fix helps'],
    [plan.length === 0 ? '0' : hoursInWords(hours), 'by hand, roughly'],
    [counted(report.files), `files read (${(report.bytes / 1e6).toFixed(1)} MB)`],
  ]);
}

function ruleTable(report: ScanReport): string {
  const counts = countsByRule(report);
  const most = Math.max(...counts.map(({ count }) => count));
  const rows = counts.map(
    ({ rule, count, files }) =>
      `<tr id="rule-${rule.id}"><td><b>${escape(rule.title)}</b><br><code>${rule.id}</code></td>${numberCell(`${counted(count)}${meter(count, most)}`)}${numberCell(counted(files))}<td>${escape(rule.why)}</td><td>${escape(rule.advice)}</td><td>${escape(guideSections[rule.guide])}</td><td>${rule.fix}</td></tr>`,
  );
  const heads = ['rule', 'places', 'files', 'why', 'what to do', 'section of the guide', 'fix'];
  return section('What was found', table(heads, rows));
}

function meter(count: number, most: number): string {
  return `<meter min="0" max="${String(most)}" value="${String(count)}">${String(count)}</meter>`;
}

function planTable(plan: readonly FilePlan[]): string {
  const rows = plan.map(
    ({ file, count, fixable, hours }, index) =>
      `<tr><td><a href="#file-${String(index)}">${escape(file)}</a></td>${numberCell(counted(count))}${numberCell(counted(fixable))}${numberCell(hoursInWords(hours))}</tr>`,
  );
  return section('Plan by file', table(['file', 'places', 'where fix helps', 'by hand'], rows));
}

function fileSection({ file, findings }: FilePlan, index: number): string {
  return `<section id="file-${String(index)}"><h2>${escape(file)}</h2><ol class="findings">${findings.map(findingItem).join('')}</ol></section>`;
}

function findingItem(finding: Finding): string {
  const { line, column, rule, message, snippet, confidence, occurrences } = finding;
  const more = occurrences > 1 ? ` And ${counted(occurrences - 1)} more in this file.` : '';
  return `<li><span class="place">${String(line)}:${String(column)}</span> <a href="#rule-${rule}">${escape(ruleOf(finding).title)}</a> <span class="confidence ${confidence}">${confidence}</span><pre>${escape(snippet)}</pre><p>${escape(message)}${more}</p></li>`;
}

function skippedTable({ skipped, broken, belowConfidence }: ScanReport): string {
  const rows = [
    ...skipped.map(({ reason, count, examples }) => [skipReasons[reason], count, examples.join(', ')] as const),
    ...(broken.length > 0
      ? ([['broken syntax, read as far as possible', broken.length, broken.slice(0, 5).join(', ')]] as const)
      : []),
    ...(belowConfidence > 0 ? ([['findings less certain than asked for', belowConfidence, '']] as const) : []),
  ];
  const cells = rows.map(
    ([what, count, examples]) =>
      `<tr><td>${escape(what)}</td>${numberCell(counted(count))}<td>${escape(examples)}</td></tr>`,
  );
  return section('Not read, not shown', table(['what', 'count', 'such as'], cells));
}
