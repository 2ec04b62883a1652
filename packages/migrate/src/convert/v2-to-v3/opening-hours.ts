/** v2's three ways to say when a station is open, to v3's one. */
import type { OpeningHoursType, TimePeriod } from '@pantograph/model/v3';
import { daysOfWeek } from '@pantograph/model/vocabulary';
import type { Tell } from '../report/ledger.ts';
import type { ConnectorInput } from './station-input.ts';
import { wholeWeek, weekOf } from './week.ts';

type Details = NonNullable<ConnectorInput['connectorDetails']>;
type RegularHours = NonNullable<NonNullable<Details['openingHours']>['regularOpeningHours']>;

/** Monday first, as v3 lists days; in v2's mask Sunday is the lowest bit. */
const dayBits = [2, 4, 8, 16, 32, 64, 1] as const;
const EVERY_DAY = 127;

function openingHoursOf({ open24x7, openingTime, openingHours }: Details): OpeningHoursType | undefined {
  const regular = openingHours?.regularOpeningHours ?? regularIn(openingTime);
  if (open24x7 === true || (regular !== undefined && isRoundTheClock(regular))) return { open24x7: true };
  const schedule = scheduleOf(regular ?? []);
  if (schedule.length > 0) return { open24x7: false, regularSchedule: schedule };
  return open24x7 === undefined ? undefined : { open24x7 };
}

export function scheduleOf(regular: RegularHours): NonNullable<OpeningHoursType['regularSchedule']> {
  return regular.flatMap(({ daymask, period }) => {
    const days = daysOf(daymask);
    return days.length === 0 || period.length === 0 ? [] : [{ days, periods: period.map(timePeriodOf) }];
  });
}

function daysOf(daymask: number | string): string[] {
  const mask = Number(daymask);
  return Number.isInteger(mask) ? daysOfWeek.values.filter((_, day) => (mask & (dayBits[day] ?? 0)) !== 0) : [];
}

/** The end of the day is 24:00:00 in v2 and 00:00:00 in v3. */
function timePeriodOf({ from, to }: { readonly from: string; readonly to: string }): TimePeriod {
  return { from: from === '24:00:00' ? '00:00:00' : from, to: to === '24:00:00' ? '00:00:00' : to };
}

/** Weekly times as a sorted list of texts, the same for the same times however they are listed. */
export function timesOf(regular: RegularHours): string[] {
  const times = [...weekOf(scheduleOf(regular))].sort();
  return times.join() === wholeWeekTimes ? ['always'] : times;
}

const wholeWeekTimes = [...weekOf(wholeWeek)].sort().join();

function isRoundTheClock(regular: RegularHours): boolean {
  const open = regular
    .filter(({ period }) => period.some(({ from, to }) => from === '00:00:00' && to === '24:00:00'))
    .reduce((mask, { daymask }) => mask | Number(daymask), 0);
  return open === EVERY_DAY;
}

/** "0:00 - 24:00": the same every day. */
function regularIn(openingTime: string | undefined): RegularHours | undefined {
  const match = /^(\d{1,2}):(\d{2}) ?- ?(\d{1,2}):(\d{2})$/.exec(openingTime ?? '');
  if (match === null) return undefined;
  const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = match;
  const period = {
    from: `${fromHour.padStart(2, '0')}:${fromMinute}:00`,
    to: `${toHour.padStart(2, '0')}:${toMinute}:00`,
  };
  const valid = [period.from, period.to].every((time) => /^(?:[01]\d|2[0-3]):[0-5]\d:00$|^24:00:00$/.test(time));
  return valid ? [{ daymask: EVERY_DAY, period: [period] }] : undefined;
}

/** v3 says the hours of a place, v2 those of each of its connectors. */
export function hoursOfStation(connectors: readonly ConnectorInput[], tell: Tell): OpeningHoursType | undefined {
  let hours: OpeningHoursType | undefined;
  for (const [at, { connectorDetails }] of connectors.entries()) {
    const said = connectorDetails && openingHoursOf(connectorDetails);
    if (said === undefined) continue;
    hours ??= said;
    if (JSON.stringify(said) !== JSON.stringify(hours)) {
      tell('hours_differ', `/connectors/connector/${String(at)}/connectorDetails`, said);
    }
  }
  return hours;
}
