/** The report of an import for people: the counts, every kind of finding with its first example, and how it ended. */
import type { ImportReport, NoticeSummary } from '@pantograph/server';
import { counted } from './progress.ts';

export function importInWords(source: string, report: ImportReport, dryRun: boolean): string {
  const { objects, added, changed, unchanged, quarantined, repaired, notices, failure } = report;
  return [
    `${source}: ${counted(objects)} objects${dryRun ? ', judged in a dry run; nothing was stored' : ''}`,
    `  ${counted(added)} added, ${counted(changed)} changed, ${counted(unchanged)} unchanged, ${counted(quarantined)} in quarantine`,
    `  ${counted(repaired)} of those kept were repaired`,
    ...notices.map(noticeInWords),
    ...(failure === undefined
      ? []
      : [`The input breaks off at ${placeOf(failure)}: ${failure.message}`, 'What came before it is kept.']),
    '',
  ].join('\n');
}

function noticeInWords({ code, severity, count, examples }: NoticeSummary): string {
  const line = `  ${severity.padEnd(7)} ${counted(count).padStart(9)}  ${code}`;
  const [example] = examples;
  if (example === undefined) return line;
  const id = example.id === undefined ? '' : `, id ${example.id}`;
  return `${line}\n${' '.repeat(21)}such as ${placeOf(example)}${id}: ${example.message}`;
}

function placeOf({ file, line, object }: { file: string; line?: number; object?: number }): string {
  return [file, line && `line ${String(line)}`, object && `object ${String(object)}`].filter(Boolean).join(', ');
}
