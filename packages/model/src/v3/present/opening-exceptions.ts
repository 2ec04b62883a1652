/** Days on which a location keeps other hours than usual. OCPI states instants, v3 local days. */
import type { Span } from '../../location/index.ts';
import { localClock, unitedExceptions } from '../../location/index.ts';
import type { Location } from '../../ocpi/index.ts';
import type { OpeningHoursType } from '../wire/index.ts';
import type { DayPeriod, Week } from './day-periods.ts';
import { DAY_SECONDS, WHOLE_DAY, timePeriod, united, without } from './day-periods.ts';

/** How far ahead exceptions are listed; one that has no end in sight would fill the answer. */
const DAYS_AHEAD = 366;

interface ChangedDay {
  readonly openings: DayPeriod[];
  readonly closings: DayPeriod[];
}

type Exceptions = NonNullable<OpeningHoursType['exceptions']>;

/**
 * From today on. Closings win over openings, those over the week. Days that come out as usual are not listed, nor those
 * of an unknown week of which a part stays unknown.
 */
export function openingExceptions(location: Location, week: Week | undefined, now: Date): Exceptions {
  const hours = location.opening_times;
  const today = localClock(location.time_zone, now);
  if (hours === undefined || today === undefined) return [];
  const changed = new Map<number, ChangedDay>();
  const note = (spans: readonly Span[], kind: keyof ChangedDay) => {
    for (const { day, period } of dailyParts(spans, location.time_zone, today.day)) {
      const entry = changed.get(day) ?? { openings: [], closings: [] };
      entry[kind].push(period);
      changed.set(day, entry);
    }
  };
  note(unitedExceptions(hours.exceptional_openings), 'openings');
  note(unitedExceptions(hours.exceptional_closings), 'closings');
  return [...changed]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([day, { openings, closings }]) => {
      const usual = week?.[(today.weekday - 1 + (day - today.day)) % 7] ?? [];
      const open = without([...usual, ...openings], closings);
      const isAsUsual = JSON.stringify(open) === JSON.stringify(united(usual));
      if (isAsUsual && (week !== undefined || without([WHOLE_DAY], closings).length > 0)) return [];
      const date = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
      return [open.length === 0 ? { date, closed: true } : { date, periods: open.map(timePeriod) }];
    });
}

function* dailyParts(
  spans: readonly Span[],
  timeZone: string,
  today: number,
): Generator<{ readonly day: number; readonly period: DayPeriod }> {
  for (const span of spans) {
    const begin = localClock(timeZone, new Date(span.begin));
    const end = localClock(timeZone, new Date(span.end));
    if (begin === undefined || end === undefined) continue;
    const last = Math.min(end.day, today + DAYS_AHEAD);
    for (let day = Math.max(begin.day, today); day <= last; day++) {
      const period = {
        begin: day === begin.day ? begin.secondOfDay : 0,
        end: day === end.day ? end.secondOfDay : DAY_SECONDS,
      };
      if (period.begin < period.end) yield { day, period };
    }
  }
}
