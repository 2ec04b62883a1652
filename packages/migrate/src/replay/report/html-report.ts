/** The report as one page that needs nothing else: no script, no request, everything from outside escaped. */
import { counted, escape, figures, numberCell, section, table } from '../../page/markup.ts';
import { page } from '../../page/page.ts';
import { verdicts } from '../judge/verdict.ts';
import type { Verdict } from '../judge/verdict.ts';
import { skipReasons } from '../traffic/legacy-request.ts';
import type { SkipReason } from '../traffic/legacy-request.ts';
import type { ReplayReport } from './replay-report.ts';
import type { Counts } from './tally.ts';

const words: Readonly<Record<Verdict, string>> = {
  equal: 'equal',
  mapped: 'equal after mapping',
  lossy: 'less, by design',
  different: 'different',
  missing: 'missing',
};

const UNANSWERED = 100;

export function htmlReport(report: ReplayReport): string {
  const { v2, v3, search, finishedAt, proven } = report;
  return page({
    title: 'Replay: v2 beside v3',
    style,
    header: [
      `<h1>v2 beside v3: ${proven ? 'nothing unexplained' : 'not yet the same'}</h1>`,
      `<p>${escape(v2)} beside ${escape(v3)} and ${escape(search)}, ${escape(finishedAt)}</p>`,
      summary(report),
      legend,
    ].join('\n'),
    main: [
      resourceSection(report),
      differenceSection(report),
      unansweredSection(report),
      ruleSection(report),
      fieldSection(report),
      trafficSection(report),
    ].join('\n'),
  });
}

function summary({ traffic, fields, differences, unanswered }: ReplayReport): string {
  return figures([
    [counted(traffic.requests), 'different requests'],
    [counted(Object.values(fields).reduce((sum, count) => sum + count, 0)), 'fields compared'],
    [counted(fields.different + fields.missing), 'unexplained'],
    [counted(differences.length), 'kinds of them'],
    [counted(unanswered.length), 'not answered'],
  ]);
}

const legend = `<p class="legend">${verdicts.map((verdict) => `<span><i class="${verdict}"></i>${words[verdict]}</span>`).join(' ')}</p>`;

/** Shares of the verdicts; what is unexplained stays visible however small. */
function bar(counts: Counts): string {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const label = verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${counted(counts[verdict])} ${words[verdict]}`)
    .join(', ');
  const parts = verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `<i class="${verdict}" style="flex: ${String(counts[verdict] / Math.max(1, total))} 0 3px"></i>`);
  return `<div class="bar" role="img" aria-label="${label}" title="${label}">${parts.join('')}</div>`;
}

function number(count: number): string {
  return numberCell(counted(count));
}

function resourceSection({ resources }: ReplayReport): string {
  const rows = resources.map(
    ({ resource, requests, times, unexplained, unanswered, fields }) =>
      `<tr><td>${escape(resource)}</td>${[requests, times, unexplained, unanswered].map(number).join('')}<td class="wideBar">${bar(fields)}</td></tr>`,
  );
  const heads = ['resource', 'different requests', 'made', 'with unexplained fields', 'not answered', 'fields'];
  return section('By resource', table(heads, rows));
}

function differenceSection({ differences }: ReplayReport): string {
  const items = differences.map(({ field, verdict, count, requests, examples }) => {
    const shown = examples.map(
      ({ target, at, v2, v3 }) =>
        `<li><code>${escape(target)}</code>${at === undefined ? '' : ` at <code>${escape(at)}</code>`}<br>v2 <code>${escape(v2 ?? 'nothing')}</code>, v3 <code>${escape(v3 ?? 'nothing')}</code></li>`,
    );
    return `<article><h3><i class="${verdict}"></i> ${escape(field)} ${words[verdict]}: ${counted(count)} in ${counted(requests)} requests</h3><ul>${shown.join('')}</ul></article>`;
  });
  return section('Unexplained', items.join(''));
}

function unansweredSection({ unanswered }: ReplayReport): string {
  const rows = unanswered
    .slice(0, UNANSWERED)
    .map(
      ({ target, generation, reason }) =>
        `<tr><td>${generation}</td><td><code>${escape(target)}</code></td><td>${escape(reason)}</td></tr>`,
    );
  return section('Not answered', table(['generation', 'request', 'reason'], rows));
}

function ruleSection({ rules }: ReplayReport): string {
  const rows = rules.map(
    ({ rule, effect, meaning, advice, count, example }) =>
      `<tr><td><i class="${effect}"></i> <code>${rule}</code></td>${number(count)}<td>${escape(meaning)}<br>${escape(advice)}</td><td><code>${escape(example.field)}</code><br>v2 <code>${escape(example.v2 ?? 'nothing')}</code><br>v3 <code>${escape(example.v3 ?? 'nothing')}</code></td></tr>`,
  );
  return section('Explained', table(['rule', 'fields', 'what it means, what to do', 'such as'], rows));
}

function fieldSection({ unequalFields }: ReplayReport): string {
  const rows = unequalFields.map(
    ({ field, counts }) =>
      `<tr><td><code>${escape(field)}</code></td>${verdicts.map((verdict) => number(counts[verdict])).join('')}<td class="wideBar">${bar(counts)}</td></tr>`,
  );
  return section('By field', table(['field', ...verdicts.map((verdict) => words[verdict]), ''], rows));
}

function trafficSection({ traffic }: ReplayReport): string {
  const rows = Object.entries(traffic.skipped).map(
    ([reason, count]) => `<tr>${number(count)}<td>${skipReasons[reason as SkipReason]}</td></tr>`,
  );
  return section('Left out of the traffic', table(['entries', 'reason'], rows));
}

const style = `
h3 { font-size: 1rem; overflow-wrap: anywhere; }
.figures, .legend { display: flex; flex-wrap: wrap; gap: .5rem 2rem; }
code { overflow-wrap: anywhere; } td:first-child code { white-space: nowrap; }
i { display: inline-block; border-radius: 2px; height: .7em; margin-right: .3em; width: .7em; }
.bar { border-radius: 3px; display: flex; height: 1rem; margin-top: .25rem; min-width: 10rem; overflow: hidden; }
.bar i { border-radius: 0; height: auto; margin: 0; width: auto; }
.wideBar { width: 30%; }
.equal { background: #2e8b57; } .mapped { background: #4a90c2; } .lossy { background: #c9a227; }
.different { background: #c0392b; } .missing { background: #8e44ad; }
`;
