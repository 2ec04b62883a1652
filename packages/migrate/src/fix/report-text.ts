/** The report of `fix`: a unified diff, every change by its rule, and what is left to do. */
import { createTwoFilesPatch } from 'diff';
import { ruleOf } from '../scan/report/plan.ts';
import { supportModuleName } from './ecma/support-module.ts';
import type { FixReport, FixedFile } from './fix.ts';

/** As `git apply` and `patch -p1` take it. */
export function diffOf({ files }: FixReport): string {
  return files
    .map(({ path, before, after }) => {
      const from = before === undefined ? '/dev/null' : `a/${path}`;
      return createTwoFilesPatch(from, `b/${path}`, before ?? '', after, '', '', { context: 3 }).replace(/^=+\n/, '');
    })
    .join('');
}

export function fixInWords(report: FixReport): string {
  const { files, withdrawn, left } = report;
  return [
    files.length === 0 ? 'Nothing to change.' : `${countOf(files.length, 'file')} changed:`,
    ...files.flatMap(changesInWords),
    ...(files.some(isSupportModule)
      ? ['', 'They need the client library from now on: npm install @pantograph/client.']
      : []),
    ...(withdrawn.length > 0 ? ['', 'Withdrawn, since the file would not parse after it:'] : []),
    ...withdrawn.map(({ path, change }) => `  ${path}:${String(change.line)}  ${change.rule}`),
    ...(left.length > 0 ? ['', `Left to do by hand (${String(left.length)}), by lines after the change:`] : []),
    ...left.map((finding) => {
      const { file, line, rule, message } = finding;
      return `  ${file}:${String(line)}  ${rule}  ${message} ${ruleOf(finding).advice}`;
    }),
    '',
  ].join('\n');
}

const isSupportModule = ({ path, before }: FixedFile): boolean =>
  before === undefined && path.split('/').at(-1)?.startsWith(`${supportModuleName}.`) === true;

function changesInWords({ path, before, made }: FixedFile): string[] {
  const byRule = [...Map.groupBy(made, ({ rule }) => rule)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    `  ${path}${before === undefined ? ' (new)' : ''}`,
    ...byRule.map(([rule, group]) => {
      const lines = [...new Set(group.map(({ line }) => line))].toSorted((a, b) => a - b);
      return `    ${rule}: ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
    }),
  ];
}

const countOf = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;
