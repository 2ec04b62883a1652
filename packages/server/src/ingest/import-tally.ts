/** Adds up what became of the objects of an import. */
import type { FeedFailure } from '@pantograph/feeds/json';
import { severityOf } from '@pantograph/model/notice';
import type { Outcome } from '../store/store.ts';
import type { FeedEntry } from './feed-reader.ts';
import type { FeedPosition, ImportFailure, ImportReport } from './import-report.ts';
import { noticeTally } from './notice-tally.ts';
import type { TariffFindings } from './tariff-findings.ts';

export interface ImportTally {
  /** @param outcome what the store said; absent where it was not asked */
  count(entry: FeedEntry, place: FeedPosition, outcome?: Outcome): void;
  /** The input ends here. */
  breakOff(failure: FeedFailure, file: string): void;
  report(): ImportReport;
}

export function importTally(findingsOf: TariffFindings): ImportTally {
  const outcomes = { added: 0, changed: 0, unchanged: 0, quarantined: 0 };
  const notices = noticeTally();
  let objects = 0;
  let repaired = 0;
  let broken: ImportFailure | undefined;
  return {
    count: (entry, place, outcome = 'unchanged') => {
      objects += 1;
      const counted = countedAs(outcome);
      outcomes[counted] += 1;
      notices.add(entry.notices, place, entry.id);
      notices.add(findingsOf(entry), place, entry.id);
      if (outcome === 'stale') {
        const found = entry.lastUpdated ?? '';
        notices.add([{ code: 'older_than_stored', path: '/last_updated', parameters: { found } }], place, entry.id);
      }
      if (counted !== 'quarantined' && entry.notices.some((notice) => severityOf(notice) === 'repair')) repaired += 1;
    },
    breakOff: ({ notice, place, message }, file) => {
      const position = place === undefined ? { file } : { file, line: place.line, object: place.object };
      notices.add([notice], position);
      broken ??= { ...position, code: notice.code, message };
    },
    report: () => ({
      objects,
      ...outcomes,
      repaired,
      notices: notices.summaries(),
      ...(broken !== undefined && { failure: broken }),
    }),
  };
}

function countedAs(outcome: Outcome): 'added' | 'changed' | 'unchanged' | 'quarantined' {
  if (outcome === 'stale') return 'unchanged';
  if (outcome === 'absent') throw new Error('the store does not know an object that it was just given');
  return outcome;
}
