/** What a pull has to say for itself. */
import type { ImportReport, NoticeSummary } from '../../ingest/import-report.ts';

export interface PullReport extends ImportReport {
  readonly source: string;
  /** `changes`: only what the source says has changed since the last pull. */
  readonly mode: 'full' | 'changes';
  readonly outcome: 'complete' | 'incomplete' | 'unmodified';
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly pages: number;
  /** Objects that were removed, since they have been away for long enough. */
  readonly removed: number;
}

/** Reports of several lists as one; of the same code, counts add up and the first examples stay. */
export function sumReports(reports: readonly ImportReport[], findings: readonly NoticeSummary[]): ImportReport {
  const sum = { objects: 0, added: 0, changed: 0, unchanged: 0, quarantined: 0, repaired: 0 };
  const byCode = new Map<string, NoticeSummary>();
  for (const report of reports) {
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += report[name];
  }
  for (const summary of [...findings, ...reports.flatMap(({ notices }) => notices)]) {
    const known = byCode.get(summary.code);
    byCode.set(summary.code, known === undefined ? summary : { ...known, count: known.count + summary.count });
  }
  const failure = reports.find((report) => report.failure !== undefined)?.failure;
  const gravity = ['error', 'repair', 'warning', 'info'];
  const notices = [...byCode.values()].sort(
    (one, other) => gravity.indexOf(one.severity) - gravity.indexOf(other.severity) || other.count - one.count,
  );
  return { ...sum, notices, ...(failure === undefined ? {} : { failure }) };
}
