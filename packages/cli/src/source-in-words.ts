/** Sources and their pulls for people. */
import type { NoticeSummary, PullReport, PullState, SourceDefinition } from '@pantograph/server';
import { durationInWords } from '@pantograph/server';
import { counted } from './progress.ts';

const EXAMPLES = 3;

/** What was found in a source, rule by rule, the gravest first. */
export function qualityInWords(report: PullReport): string {
  const { source, objects, quarantined, repaired, pages, failure, notices } = report;
  const sound = notices.length === 0 && failure === undefined;
  return [
    `${source}: ${counted(objects)} objects on ${counted(pages)} page${pages === 1 ? '' : 's'}; nothing was stored`,
    `  ${counted(quarantined)} cannot be kept, ${counted(repaired)} of the others can be after a repair`,
    ...notices.flatMap(ruleInWords),
    ...(sound ? ['  Nothing is wrong with it.'] : []),
    ...(failure === undefined ? [] : [`It could not be read to its end: ${failure.message}`]),
    '',
  ].join('\n');
}

export function pullInWords(report: PullReport): string {
  const { source, mode, outcome, objects, added, changed, unchanged, quarantined, removed, failure, notices } = report;
  if (outcome === 'unmodified') {
    return [`${source}: nothing newer than last time`, ...notices.flatMap(ruleInWords), ''].join('\n');
  }
  return [
    `${source}: ${counted(objects)} objects, ${mode === 'full' ? 'everything' : 'what has changed'}`,
    `  ${counted(added)} added, ${counted(changed)} changed, ${counted(unchanged)} unchanged, ` +
      `${counted(quarantined)} in quarantine, ${counted(removed)} removed`,
    ...notices.flatMap(ruleInWords),
    ...(failure === undefined
      ? []
      : [`It could not be read to its end: ${failure.message}`, 'What came before is kept.']),
    '',
  ].join('\n');
}

/** A rule, how often it was broken, and the first few places. */
export function ruleInWords({ code, severity, count, examples }: NoticeSummary): readonly string[] {
  return [
    `  ${severity.padEnd(7)} ${counted(count).padStart(9)}  ${code}`,
    ...examples.slice(0, EXAMPLES).map(({ id, path, message }) => {
      const place = [id, path].filter(Boolean).join(' ');
      return `${' '.repeat(21)}${place === '' ? '' : `${place}: `}${message}`;
    }),
  ];
}

export interface SourceView {
  readonly definition: SourceDefinition;
  readonly state: PullState;
  readonly nextPull: string | undefined;
}

export function sourceInWords({ definition, state, nextPull }: SourceView): string {
  const { name, kind } = definition;
  const { lastPull, failures } = state;
  return [
    `${name}  ${kind}  ${scheduleInWords(definition)}`,
    lastPull === undefined
      ? '  never pulled'
      : `  ${lastPull.outcome} at ${lastPull.finishedAt}: ${counted(lastPull.objects)} objects, ` +
        `${counted(lastPull.changed + lastPull.added)} new or changed, ${counted(lastPull.removed)} removed` +
        (failures > 1 ? `; ${counted(failures)} failures in a row` : ''),
    ...findingsInWords(state),
    `  next pull: ${nextPull ?? 'by hand'}`,
    '',
  ].join('\n');
}

/** What the operator should know of: errors and warnings of the last pull. */
export function findingsInWords({ lastPull }: PullState): readonly string[] {
  return (lastPull?.findings ?? [])
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ severity, code, count, message }) => `  ${severity} ${code} (${counted(count)}): ${message}`);
}

function scheduleInWords({ schedule }: SourceDefinition): string {
  switch (schedule.kind) {
    case 'every':
      return `every ${durationInWords(schedule.milliseconds)}`;
    case 'daily':
      return `daily at ${schedule.minutes.map(clock).join(', ')} UTC`;
    case 'byHand':
      return 'by hand';
  }
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
