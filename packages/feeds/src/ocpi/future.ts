/** Clocks that are ahead: nobody has seen what is still to come. */
import type { Findings } from './findings.ts';
import { instant } from './instant.ts';
import type { JsonObject } from './json-object.ts';

/** A clock that is ahead by less is believed, so that what one source says stays in its order. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

let asked = { receivedAt: '', latest: '' };

/** Instants after this are in the future; it compares with them as text. Many objects are received at the same time. */
function latestHonest(receivedAt: string): string {
  if (asked.receivedAt !== receivedAt) {
    asked = { receivedAt, latest: new Date(Date.parse(receivedAt) + CLOCK_TOLERANCE_MS).toISOString() };
  }
  return asked.latest;
}

/**
 * When something was said to have changed; where that is still to come, when it was received. A date that was kept as it
 * is would have everything true look older than it, until its day comes.
 */
export function believedInstant(said: string, receivedAt: string): string {
  return said > latestHonest(receivedAt) ? receivedAt : said;
}

interface Receipt {
  readonly receivedAt: string;
  readonly findings: Findings;
}

/** The `last_updated` of an object or of a part of one, as far as it is believed. */
export function lastUpdatedIn(object: JsonObject, at: string, { receivedAt, findings }: Receipt): string | undefined {
  const said = instant(object, 'last_updated', at, findings);
  if (said === undefined) return undefined;
  const value = believedInstant(said, receivedAt);
  // Parts of one object mostly have one date.
  if (value !== said) findings.addOnce('date_in_future', said, `${at}/last_updated`, { found: said, value });
  return value;
}
