/** What is remembered of a source after a pull. */
import type { PullState } from '../state/pull-state.ts';
import type { TokenForm } from './endpoint.ts';
import type { KindResult } from './kind-result.ts';
import type { PullReport } from './pull-report.ts';

export function stateAfter(
  before: PullState,
  report: PullReport,
  kinds: readonly KindResult[],
  tokenForm: TokenForm | undefined,
): PullState {
  const { mode, outcome, startedAt, finishedAt, objects, added, changed, unchanged, quarantined, removed } = report;
  const findings = report.notices.map(({ code, severity, count, examples: [example] }) => ({
    code,
    severity,
    count,
    message: example?.message ?? '',
  }));
  const counts = { objects, added, changed, unchanged, quarantined, removed };
  const state: PullState = {
    ...before,
    lastPull: { mode, outcome, startedAt, finishedAt, ...counts, findings },
    failures: outcome === 'incomplete' ? before.failures + 1 : 0,
    ...(tokenForm === undefined ? {} : { tokenForm }),
  };
  if (outcome === 'incomplete') return state;
  const { date } = kinds.find(({ kind }) => kind === 'location')?.fetched ?? {};
  const validators = { ...before.validators };
  for (const { kind, fetched } of kinds) {
    if (fetched.validators !== undefined) validators[kind] = fetched.validators;
  }
  const confirmedAt = confirmation(kinds, startedAt) ?? before.confirmedAt;
  return {
    ...state,
    validators,
    // A source whose clock is ahead would have us miss what it changes meanwhile; one whose clock is behind, too.
    knownUntil: date !== undefined && date < startedAt ? date : startedAt,
    ...(mode === 'full' && outcome === 'complete' ? { lastFullAt: startedAt } : {}),
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
  };
}

/** A list stands by everything at the moment it is asked; a file at the moment it was made. */
function confirmation(kinds: readonly KindResult[], startedAt: string): string | undefined {
  const fetched = kinds.find(({ kind }) => kind === 'location')?.fetched;
  if (fetched === undefined || fetched.unmodified) return undefined;
  return fetched.confirmedAt ?? startedAt;
}
