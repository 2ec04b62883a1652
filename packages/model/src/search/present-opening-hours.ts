/**
 * Opening hours as text and in the manner of iCalendar. Both state the regular week; `isOpen` knows of exceptions too.
 * Source: contract search, openingHours.
 */
import { isOpenAt, regularPeriods } from '../location/index.ts';
import type { OpeningPeriod, OpeningTimes } from '../location/index.ts';
import { defined } from './defined.ts';
import type { OpeningHours, StructuredHours } from './wire/place-item.ts';

const DAY_SECONDS = 86_400;
const allDays = [1, 2, 3, 4, 5, 6, 7];
const rruleDays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Hours that several weekdays share. */
interface SharedHours {
  readonly days: readonly number[];
  readonly periods: readonly OpeningPeriod[];
}

/** `undefined` where nothing is known of a regular week. */
export function presentOpeningHours(location: OpeningTimes, now: Date, locale: string): OpeningHours[] | undefined {
  const shared = sharedHours(location);
  if (shared.length === 0) return undefined;
  return [
    defined({
      text: shared.map((hours) => textOf(hours, locale)),
      isOpen: isOpenAt(location, now),
      structured: shared.flatMap(structuredOf),
    }),
  ];
}

/** In the order of the first weekday of each. */
function sharedHours(location: OpeningTimes): readonly SharedHours[] {
  if (location.opening_times?.twentyfourseven === true) {
    return [{ days: allDays, periods: [{ weekday: 1, begin: 0, end: DAY_SECONDS }] }];
  }
  const periods = regularPeriods(location);
  const shared = new Map<string, { days: number[]; periods: readonly OpeningPeriod[] }>();
  for (const day of allDays) {
    const ofDay = periods.filter(({ weekday }) => weekday === day).sort((a, b) => a.begin - b.begin);
    if (ofDay.length === 0) continue;
    const key = ofDay.map(({ begin, end }) => `${begin}-${end}`).join();
    const alike = shared.get(key);
    if (alike === undefined) shared.set(key, { days: [day], periods: ofDay });
    else alike.days.push(day);
  }
  return [...shared.values()];
}

/** "Mon-Fri: 07:00 - 12:00, 13:00 - 22:00", weekdays in the locale's short form. */
function textOf({ days, periods }: SharedHours, locale: string): string {
  const times = periods.map(
    ({ begin, end }) => `${clock(begin)} - ${clock(end > DAY_SECONDS ? end - DAY_SECONDS : end)}`,
  );
  return `${dayRanges(days, weekdayNames(locale))}: ${times.join(', ')}`;
}

/** Three days in a row and more read as a range, so do two. */
function dayRanges(days: readonly number[], names: readonly string[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last?.to === day - 1) last.to = day;
    else ranges.push({ from: day, to: day });
  }
  const name = (day: number) => names[day - 1] ?? '';
  return ranges.map(({ from, to }) => (from === to ? name(from) : `${name(from)}-${name(to)}`)).join(', ');
}

/** Hours and minutes of seconds after midnight; the end of a day is 24:00. */
function clock(seconds: number, separator = ':'): string {
  const minutes = Math.floor(seconds / 60);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(separator);
}

function structuredOf({ days, periods }: SharedHours): StructuredHours[] {
  const by = days.map((day) => rruleDays[day - 1]).join(',');
  return periods.map(({ begin, end }) => {
    const [hours = '', minutes = ''] = clock(end - begin).split(':');
    return {
      start: `T${clock(begin, '')}00`,
      duration: `PT${hours}H${minutes}M`,
      recurrence: `FREQ:DAILY;BYDAY:${by}`,
    };
  });
}

const namesByLocale = new Map<string, readonly string[]>();
// Callers choose the locale; a cache that they can fill without end would be theirs to misuse.
const MAX_LOCALES = 64;

/** Monday first. */
function weekdayNames(locale: string): readonly string[] {
  const before = namesByLocale.get(locale);
  if (before !== undefined) return before;
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  const names = allDays.map((day) => format.format((3 + day) * DAY_SECONDS * 1000));
  if (namesByLocale.size >= MAX_LOCALES) namesByLocale.clear();
  namesByLocale.set(locale, names);
  return names;
}
