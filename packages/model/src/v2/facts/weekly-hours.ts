/** Regular opening as both OCPI and v3 can say it; exceptions are left out, v2's form for them was never published. */
import type { OpeningTimes } from '../../location/index.ts';
import { regularPeriods } from '../../location/index.ts';

/** Seconds after local midnight. `end` is at most 86 400; at or before `begin` it is on the next day. */
export interface DayPeriod {
  readonly begin: number;
  readonly end: number;
}

/** Seven days, Monday first, each in order of begin; an empty one is closed. */
export type WeeklyHours = readonly (readonly DayPeriod[])[];

const DAY_SECONDS = 86_400;
const WHOLE_DAY: DayPeriod = { begin: 0, end: DAY_SECONDS };

export function roundTheClock(): WeeklyHours {
  return Array.from({ length: 7 }, () => [WHOLE_DAY]);
}

export function isRoundTheClock(hours: WeeklyHours): boolean {
  return hours.every((day) => day.some(({ begin, end }) => begin === 0 && end === DAY_SECONDS));
}

/**
 * @param periods in any order; `weekday` 1 is Monday, `end` may reach into the next day as in OpeningPeriod.
 * @returns `undefined` where there is none: hours that list nothing are unknown, not closed.
 */
export function weeklyHours(
  periods: Iterable<{ readonly weekday: number; readonly begin: number; readonly end: number }>,
): WeeklyHours | undefined {
  const days: DayPeriod[][] = Array.from({ length: 7 }, () => []);
  for (const { weekday, begin, end } of periods) {
    const day = days[weekday - 1];
    const until = end > DAY_SECONDS ? end - DAY_SECONDS : end;
    if (day?.some((period) => period.begin === begin && period.end === until) === false) {
      day.push({ begin, end: until });
    }
  }
  for (const day of days) day.sort((a, b) => a.begin - b.begin || a.end - b.end);
  return days.every((day) => day.length === 0) ? undefined : days;
}

export function weeklyHoursOf(location: OpeningTimes): WeeklyHours | undefined {
  return location.opening_times?.twentyfourseven === true ? roundTheClock() : weeklyHours(regularPeriods(location));
}
