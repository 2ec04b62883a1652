/** Counts notices by code and keeps the first few of each as examples. */
import { messageOf, noticeCatalogue, severityOf } from '@pantograph/model/notice';
import type { Notice, NoticeCode, Severity } from '@pantograph/model/notice';
import type { FeedPosition, NoticeExample, NoticeSummary } from './import-report.ts';

const EXAMPLES = 5;
const gravest: readonly Severity[] = ['error', 'repair', 'warning', 'info'];

export interface NoticeTally {
  add(notices: readonly Notice[], place: FeedPosition, id?: string): void;
  /** The gravest first, then the most frequent. */
  summaries(): readonly NoticeSummary[];
}

export function noticeTally(): NoticeTally {
  const byCode = new Map<NoticeCode, { count: number; examples: NoticeExample[] }>();

  function entryOf(code: NoticeCode) {
    const known = byCode.get(code);
    if (known !== undefined) return known;
    const fresh = { count: 0, examples: [] };
    byCode.set(code, fresh);
    return fresh;
  }

  return {
    add: (notices, place, id) => {
      for (const notice of notices) {
        const leftOut = leftOutBy(notice);
        const entry = entryOf(leftOut?.code ?? notice.code);
        entry.count += leftOut?.count ?? 1;
        if (leftOut !== undefined || entry.examples.length >= EXAMPLES) continue;
        const example = { ...place, path: notice.path, message: messageOf(notice) };
        entry.examples.push(id === undefined ? example : { ...example, id });
      }
    },
    summaries: () =>
      Array.from(byCode, ([code, entry]) => ({ code, severity: severityOf({ code, path: '' }), ...entry })).sort(
        (one, other) =>
          gravest.indexOf(one.severity) - gravest.indexOf(other.severity) ||
          other.count - one.count ||
          one.code.localeCompare(other.code, 'en'),
      ),
  };
}

/** Readers list a finding that an object repeats without end only so often, and then say how many more there were. */
function leftOutBy({ code, parameters = {} }: Notice): { code: NoticeCode; count: number } | undefined {
  if (code !== 'more_of_the_same') return undefined;
  const { code: repeated, count } = parameters;
  return isNoticeCode(repeated) && typeof count === 'number' ? { code: repeated, count } : undefined;
}

function isNoticeCode(value: unknown): value is NoticeCode {
  return typeof value === 'string' && Object.hasOwn(noticeCatalogue, value);
}
