/** Regular opening; exceptions are left out, v2's form for them was never published. */
import type { OpeningHoursType, TimePeriod } from '../../v3/index.ts';
import { daysOfWeek } from '../../vocabulary/index.ts';

/** Seconds after local midnight, 0 to 86 400; where `end` is not after `begin` it is on the next day. */
export interface DayPeriod {
  readonly begin: number;
  readonly end: number;
}

/** Seven days, Monday first, each in order of begin; an empty one is closed. */
export type WeeklyHours = readonly (readonly DayPeriod[])[];

const DAY_SECONDS = 86_400;
const WHOLE_DAY: DayPeriod = { begin: 0, end: DAY_SECONDS };

/** `undefined` where nothing is listed: such hours are unknown, not closed. */
export function weeklyHoursOf(hours: OpeningHoursType | undefined): WeeklyHours | undefined {
  if (hours?.open24x7 === true) return Array.from({ length: 7 }, () => [WHOLE_DAY]);
  const days: DayPeriod[][] = Array.from({ length: 7 }, () => []);
  for (const { days: names, periods } of hours?.regularSchedule ?? []) {
    for (const name of names) days[weekdayOf(name)]?.push(...periods.map(dayPeriodOf));
  }
  for (const day of days) day.sort((a, b) => a.begin - b.begin || a.end - b.end);
  return days.every((day) => day.length === 0) ? undefined : days;
}

export function isRoundTheClock(hours: WeeklyHours): boolean {
  return hours.every((day) => day.some(({ begin, end }) => begin === 0 && end === DAY_SECONDS));
}

/** 0 is Monday; -1 is no day. Either dialect's spelling. */
export function weekdayOf(name: string): number {
  return daysOfWeek.rows.findIndex((row) => row.ocpi === name || row.here === name);
}

/** A period of v3; its end of 00:00:00 is the end of the day. */
export function dayPeriodOf({ from = '00:00:00', to = '00:00:00' }: TimePeriod): DayPeriod {
  return { begin: secondsOf(from), end: to === '00:00:00' ? DAY_SECONDS : secondsOf(to) };
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
