/** Weekly hours as a set, so that the same hours compare equal however they are listed. */
import { daysOfWeek } from '@pantograph/model/vocabulary';
import type { OpeningHoursType, TimePeriod } from '@pantograph/model/v3';

interface Schedule {
  readonly days?: readonly string[] | undefined;
  readonly periods?: readonly TimePeriod[] | undefined;
}

/** `MONDAY 08:00:00 12:00:00`, one per day and period; either dialect's days. */
export function weekOf(schedule: readonly Schedule[]): Set<string> {
  const week = new Set<string>();
  for (const { days = [], periods = [] } of schedule) {
    for (const day of days) {
      for (const { from = '00:00:00', to = '00:00:00' } of periods) {
        week.add(`${daysOfWeek.ocpiOf(day) ?? day} ${from} ${to}`);
      }
    }
  }
  return week;
}

export const wholeWeek: readonly Schedule[] = [
  { days: daysOfWeek.values, periods: [{ from: '00:00:00', to: '00:00:00' }] },
];

export function weekOfHours(hours: OpeningHoursType | undefined): Set<string> {
  if (hours === undefined) return new Set();
  return weekOf(hours.open24x7 === true ? wholeWeek : (hours.regularSchedule ?? []));
}
