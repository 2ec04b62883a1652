/** Clocks that are ahead. */
import type { Findings } from './findings.ts';

/** A clock that is ahead by less is not worth a word. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

let asked = { receivedAt: '', latest: '' };

/** Instants after this are in the future; it compares with them as text. Many objects are received at the same time. */
export function latestHonest(receivedAt: string): string {
  if (asked.receivedAt !== receivedAt) {
    asked = { receivedAt, latest: new Date(Date.parse(receivedAt) + CLOCK_TOLERANCE_MS).toISOString() };
  }
  return asked.latest;
}

/** @param latest see {@link latestHonest} */
export function noteFuture(lastUpdated: string, at: string, latest: string, findings: Findings): void {
  if (lastUpdated > latest) findings.add('date_in_future', `${at}/last_updated`, { found: lastUpdated });
}
