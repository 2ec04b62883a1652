/** The loss report for people: the counts, then every rule with where it struck and its first example. */
import { effects, isLoss } from '../rules/effect.ts';
import type { Example, Report, ReportedRule, ReportLine } from './loss-report.ts';

const MOST_PATHS = 12;

export function reportInWords(report: Report): string {
  const { from, to, objects, losses, rules } = report;
  const lost = rules.filter(({ effect }) => isLoss(effect));
  const harmless = rules.filter(({ effect }) => !isLoss(effect));
  return [
    `${from} to ${to}: ${counted(objects.read)} objects, ${counted(objects.converted)} converted, ${counted(objects.refused)} refused`,
    lost.length === 0
      ? 'Nothing was lost.'
      : `${counted(losses)} losses that are not allowed, by ${String(lost.length)} rules:`,
    ...lost.flatMap(ruleInWords),
    ...(harmless.length === 0 ? [] : ['', 'Said in other words, without loss:', ...harmless.flatMap(ruleInWords)]),
    '',
  ].join('\n');
}

function ruleInWords({ rule, effect, meaning, advice, count, paths }: ReportedRule): string[] {
  const left = paths.length - MOST_PATHS;
  return [
    '',
    `${counted(count).padStart(9)}  ${rule} (${effect}: ${effects[effect]})`,
    `           ${meaning}`,
    `           ${advice}`,
    ...paths.slice(0, MOST_PATHS).map(lineInWords),
    ...(left > 0 ? [`${' '.repeat(20)} ... and ${counted(left)} more paths; the JSON report has all`] : []),
  ];
}

function lineInWords({ words, path, count, allowed, example }: ReportLine): string {
  const at = `${words} ${path === '' ? '(the object)' : path}`;
  return `${counted(count).padStart(20)}  ${at}${allowed ? ' [allowed]' : ''}${exampleInWords(example)}`;
}

function exampleInWords({ id, value, message, where }: Example): string {
  const shown = message ?? (value === undefined ? '' : JSON.stringify(value));
  const said = shown === '' ? '' : ` ${shown}`;
  const parts = [id === '' ? '' : `id ${id}`, where ?? ''].filter((part) => part !== '').join(', ');
  return said === '' && parts === '' ? '' : `, such as${said}${parts === '' ? '' : ` (${parts})`}`;
}

/** 12345 as 12,345, whatever the machine's language. */
function counted(count: number): string {
  return count.toLocaleString('en-US');
}
