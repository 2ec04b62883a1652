/** Contract v3, OpeningHoursType, from OCPI's Hours. */
import { regularPeriods } from '../../location/index.ts';
import type { Location } from '../../ocpi/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import { daysOfWeek, spellAllIn } from '../../vocabulary/index.ts';
import type { OpeningHoursType } from '../wire/index.ts';
import type { DayPeriod, Week } from './day-periods.ts';
import { DAY_SECONDS, WHOLE_DAY, timePeriod, united } from './day-periods.ts';
import { knownOrNothing, unlessEmpty } from './known.ts';
import { openingExceptions } from './opening-exceptions.ts';

export function presentOpeningHours(location: Location, enums: EnumDialect, now: Date): OpeningHoursType | undefined {
  const hours = location.opening_times;
  if (hours === undefined) return knownOrNothing({ chargingWhenClosed: location.charging_when_closed });
  const week = weekOf(location);
  const regularSchedule = hours.twentyfourseven ? undefined : week && schedule(week, enums);
  const exceptions = unlessEmpty(openingExceptions(location, week, now));
  const areTold = week !== undefined || exceptions !== undefined;
  return knownOrNothing({
    open24x7: areTold ? hours.twentyfourseven : undefined,
    chargingWhenClosed: location.charging_when_closed,
    regularSchedule,
    exceptions,
  });
}

/**
 * Hours that run past midnight are split there: v3 states each day by itself. `undefined` is unknown: "not round the
 * clock" without any hours is what feeds say that know none.
 */
function weekOf(location: Location): Week | undefined {
  const hours = location.opening_times;
  if (hours?.twentyfourseven === true) return Array.from({ length: 7 }, () => [WHOLE_DAY]);
  if ((hours?.regular_hours ?? []).length === 0) return undefined;
  const days: DayPeriod[][] = Array.from({ length: 7 }, () => []);
  for (const { weekday, begin, end } of regularPeriods(location)) {
    days[weekday - 1]?.push({ begin, end: Math.min(end, DAY_SECONDS) });
    if (end > DAY_SECONDS) days[weekday % 7]?.push({ begin: 0, end: end - DAY_SECONDS });
  }
  return days.map(united);
}

/** Days with the same hours share an entry; days without any have none. */
function schedule(week: Week, enums: EnumDialect): { days: string[]; periods: ReturnType<typeof timePeriod>[] }[] {
  const alike = new Map<string, { days: string[]; periods: ReturnType<typeof timePeriod>[] }>();
  week.forEach((day, index) => {
    const name = daysOfWeek.values[index];
    if (name === undefined || day.length === 0) return;
    const periods = day.map(timePeriod);
    const key = JSON.stringify(periods);
    const entry = alike.get(key) ?? { days: [], periods };
    entry.days.push(...spellAllIn(enums, daysOfWeek, [name]));
    alike.set(key, entry);
  });
  return [...alike.values()];
}
