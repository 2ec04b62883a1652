/** `pantograph status`: what the store holds. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PullState } from '@pantograph/server';
import { openSourceStates, tariffStatuses, twinFiguresIn } from '@pantograph/server';
import type { LogSpan } from '@pantograph/server';
import { legacyUses, legacyUsesInWords } from './legacy-status.ts';
import type { SourceStatus } from './source-status.ts';
import { sourceStatuses } from './source-status.ts';
import { findingsInWords } from './source-in-words.ts';
import { filesIn, openExistingStore } from './data-directory.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { counted } from './progress.ts';
import { tariffStatusesInWords } from './tariff-status.ts';
import type { Terminal } from './terminal.ts';

export interface StatusOptions {
  readonly data: string;
  readonly json: boolean;
  /** Who still uses what of v2, in place of what the store holds. */
  readonly v2: boolean;
  /** Where prices are missing, in its place too. */
  readonly tariffs: boolean;
}

export async function status({ data, json, v2, tariffs }: StatusOptions, terminal: Terminal): Promise<ExitCode> {
  const store = openExistingStore(data);
  try {
    if (v2) {
      const callers = legacyUses(data);
      terminal.out(json ? `${JSON.stringify({ callers }, undefined, 2)}\n` : legacyUsesInWords(callers));
      return exitCode.done;
    }
    if (tariffs) {
      const sources = tariffStatuses(store);
      terminal.out(json ? `${JSON.stringify({ sources }, undefined, 2)}\n` : tariffStatusesInWords(sources));
      return exitCode.done;
    }
    const report = {
      directory: resolve(data),
      seq: store.seq(),
      log: logKept(store.logSpan()),
      counts: store.counts(),
      sources: sourceStatuses(store),
      pulls: pullStates(data),
      twins: twinFiguresIn(filesIn(data).twins),
    };
    if (json) terminal.out(`${JSON.stringify(report, undefined, 2)}\n`);
    else {
      terminal.out(`${report.directory}, change log at ${counted(report.seq)}${spanInWords(report.log)}\n`);
      for (const source of report.sources) {
        const pulled = report.pulls.find(({ name }) => name === source.name);
        terminal.out(`\n${inWords(source)}${pulled === undefined ? '' : pullInWords(pulled.state)}`);
      }
      if (report.sources.length === 0) terminal.out('No source yet.\n');
      if (report.twins !== undefined) terminal.out(`\n${twinsInWords(report.twins)}`);
    }
    return exitCode.done;
  } finally {
    await store.close();
  }
}

interface LogKept {
  /** The oldest entry that is kept, or would be, where there is none. */
  readonly from: number;
  /** Everything that changed after this time is there; absent where nothing was let go of. */
  readonly since?: string;
}

function logKept({ seq, since }: LogSpan): LogKept {
  return { from: seq + 1, ...(since !== undefined && { since }) };
}

function spanInWords({ from, since }: LogKept): string {
  if (from === 1) return ', all of it kept';
  return `, kept from ${counted(from)}${since === undefined ? '' : `, all after ${since}`}`;
}

interface PulledSource {
  readonly name: string;
  readonly state: PullState;
}

function pullStates(data: string): readonly PulledSource[] {
  const { sourceStates } = filesIn(data);
  if (!existsSync(sourceStates)) return [];
  const states = openSourceStates(sourceStates);
  try {
    return states.names().map((name) => ({ name, state: states.get(name) }));
  } finally {
    states.close();
  }
}

/** As a server wrote them down last. */
function twinsInWords({ seq, twins, hiddenEvses, aliases }: NonNullable<ReturnType<typeof twinFiguresIn>>): string {
  return (
    `twins, as of change ${counted(seq)}\n` +
    `  ${counted(twins)} EVSEs that several locations tell of are shown once: ${counted(hiddenEvses)} copies hidden, ` +
    `${counted(aliases)} locations are aliases\n`
  );
}

function pullInWords(state: PullState): string {
  const { lastPull } = state;
  if (lastPull === undefined) return '';
  return [`  last pull ${lastPull.outcome} at ${lastPull.finishedAt}`, ...findingsInWords(state), ''].join('\n');
}

function inWords(source: SourceStatus): string {
  const { name, attribution, licence, demo, locations, evses, tariffs, removed, quarantined, quarantine } = source;
  const remark = demo === true && attribution === undefined ? 'demo data' : undefined;
  const terms = [attribution, licence, remark].filter((term) => term !== undefined);
  return [
    `${name}${terms.length === 0 ? '' : ` (${terms.join('; ')})`}`,
    `  ${counted(locations)} locations, ${counted(evses)} EVSEs, ${counted(tariffs)} tariffs, ${counted(removed)} removed`,
    `  ${counted(quarantined)} objects in quarantine`,
    ...quarantine.map(({ code, count }) => `    ${counted(count)} ${code}`),
    '',
  ].join('\n');
}
