/** The instant at which a session starts. */
import { invalid, quoted } from '../discovery/parameters.ts';

const MINUTE_MS = 60_000;
const FIRST_YEAR = 2000;
const LAST_YEAR = 2099;

/** ISO 8601 with its offset from UTC; seconds may be left out. */
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:[0-5]\d)$/;

/** Without one, the minute that has begun: so that an answer stays as it is for a minute. */
export function readStart(text: string | undefined, now: Date): Date {
  if (text === undefined) return new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS);
  // A "+" that was not escaped arrives as a blank.
  const written = text.trim().replace(/ (?=\d{2}:\d{2}$)/, '+');
  const [, year, month, day] = INSTANT.exec(written) ?? [];
  const epochMs = Date.parse(written);
  if (year === undefined || Number.isNaN(epochMs) || !isOnCalendar(Number(year), Number(month), Number(day))) {
    const allowed = `an instant from ${FIRST_YEAR} to ${LAST_YEAR} with its offset, such as 2026-11-23T18:00:00Z`;
    throw invalid('start', `has ${quoted(text)} where an instant belongs`, allowed);
  }
  return new Date(Math.floor(epochMs / 1000) * 1000);
}

function isOnCalendar(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= FIRST_YEAR && year <= LAST_YEAR && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
