/** The report as one page that needs nothing else: no script, no request, everything from the sources escaped. */
import type { Finding, ScanReport } from '../finding.ts';
import { guideSections } from '../rules/rule.ts';
import { skipReasons } from '../walk/skips.ts';
import { countsByRule, hoursInWords, placesOf, planByFile, ruleOf } from './plan.ts';
import type { FilePlan } from './plan.ts';
import { style } from './style.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (each) => entities[each] ?? '');
const counted = (count: number): string => count.toLocaleString('en');

/** @param title what was scanned, as the reader knows it */
export function htmlReport(report: ScanReport, title: string): string {
  const plan = planByFile(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>From v2 to v3: ${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>From v2 to v3: ${escape(title)}</h1>
${summary(report, plan)}
</header>
<main>
${plan.length === 0 ? '<p>Nothing was found that a move from v2 to v3 touches.</p>' : `${ruleTable(report)}${planTable(plan)}${plan.map(fileSection).join('')}`}
${skippedTable(report)}
</main>
</body>
</html>
`;
}

function summary(report: ScanReport, plan: readonly FilePlan[]): string {
  const hours = plan.reduce((sum, each) => sum + each.hours, 0);
  const fixable = plan.reduce((sum, each) => sum + each.fixable, 0);
  const figures = [
    [counted(placesOf(report.findings)), 'places'],
    [counted(plan.length), 'files'],
    [counted(fixable), 'where fix helps'],
    [plan.length === 0 ? '0' : hoursInWords(hours), 'by hand, roughly'],
    [counted(report.files), `files read (${(report.bytes / 1e6).toFixed(1)} MB)`],
  ] as const;
  return `<dl class="figures">${figures.map(([value, name]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

function ruleTable(report: ScanReport): string {
  const counts = countsByRule(report);
  const most = Math.max(...counts.map(({ count }) => count));
  const rows = counts.map(
    ({ rule, count, files }) =>
      `<tr id="rule-${rule.id}"><td><b>${escape(rule.title)}</b><br><code>${rule.id}</code></td><td class="number">${counted(count)}<meter min="0" max="${String(most)}" value="${String(count)}">${String(count)}</meter></td><td class="number">${counted(files)}</td><td>${escape(rule.why)}</td><td>${escape(rule.advice)}</td><td>${escape(guideSections[rule.guide])}</td><td>${rule.fix}</td></tr>`,
  );
  return `<section><h2>What was found</h2><div class="wide"><table><thead><tr><th>rule</th><th>places</th><th>files</th><th>why</th><th>what to do</th><th>section of the guide</th><th>fix</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}

function planTable(plan: readonly FilePlan[]): string {
  const rows = plan.map(
    ({ file, count, fixable, hours }, index) =>
      `<tr><td><a href="#file-${String(index)}">${escape(file)}</a></td><td class="number">${counted(count)}</td><td class="number">${counted(fixable)}</td><td class="number">${hoursInWords(hours)}</td></tr>`,
  );
  return `<section><h2>Plan by file</h2><div class="wide"><table><thead><tr><th>file</th><th>places</th><th>where fix helps</th><th>by hand</th></tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
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
  if (rows.length === 0) return '';
  const cells = rows.map(
    ([what, count, examples]) =>
      `<tr><td>${escape(what)}</td><td class="number">${counted(count)}</td><td>${escape(examples)}</td></tr>`,
  );
  return `<section><h2>Not read, not shown</h2><div class="wide"><table><thead><tr><th>what</th><th>count</th><th>such as</th></tr></thead><tbody>${cells.join('')}</tbody></table></div></section>`;
}
