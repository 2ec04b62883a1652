/** v3 opening hours to OCPI's: exceptional days, which v3 states as local days, become instants. */
import { utcOffsetSeconds } from '@pantograph/model/location';
import type { Hours } from '@pantograph/model/ocpi';
import type { OpeningHoursType, TimePeriod } from '@pantograph/model/v3';
import { daysOfWeek } from '@pantograph/model/vocabulary';
import type { Tell } from '../report/ledger.ts';

interface Stretch {
  readonly begin: number;
  readonly end: number;
}

const DAY_SECONDS = 86_400;
const WHOLE_DAY: Stretch = { begin: 0, end: DAY_SECONDS };

/** @param path of the hours in v3 */
export function openingTimesOf(
  hours: OpeningHoursType,
  timeZone: string | undefined,
  path: string,
  tell: Tell,
): Hours | undefined {
  const week = weekOf(hours);
  const exceptional = exceptionsOf(hours, week, timeZone, `${path}/exceptions`, tell);
  const regular = hours.open24x7 === true ? [] : regularHoursOf(week);
  const said = hours.open24x7 !== undefined || regular.length > 0 || exceptional !== undefined;
  if (!said) return undefined;
  return {
    twentyfourseven: hours.open24x7 === true,
    regular_hours: regular.length === 0 ? undefined : regular,
    ...exceptional,
  };
}

/** Monday first. */
function weekOf({ open24x7, regularSchedule = [] }: OpeningHoursType): readonly Stretch[][] {
  return daysOfWeek.values.map((day) =>
    open24x7 === true
      ? [WHOLE_DAY]
      : regularSchedule.filter(({ days }) => days.includes(day)).flatMap(({ periods }) => periods.map(stretchOf)),
  );
}

function stretchOf({ from = '00:00:00', to = '00:00:00' }: TimePeriod): Stretch {
  return { begin: secondsOf(from), end: to === '00:00:00' ? DAY_SECONDS : secondsOf(to) };
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Minutes are all that OCPI has; an end of 00:00 is that of the day. */
function regularHoursOf(week: readonly Stretch[][]): NonNullable<Hours['regular_hours']> {
  return week.flatMap((day, at) =>
    day.map(({ begin, end }) => ({
      weekday: at + 1,
      period_begin: clock(begin),
      period_end: clock(end % DAY_SECONDS),
    })),
  );
}

function clock(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(11, 16);
}

function exceptionsOf(
  { exceptions = [] }: OpeningHoursType,
  week: readonly Stretch[][],
  timeZone: string | undefined,
  path: string,
  tell: Tell,
): Pick<Hours, 'exceptional_openings' | 'exceptional_closings'> | undefined {
  const openings: Instants[] = [];
  const closings: Instants[] = [];
  for (const [at, { date, periods = [], closed: isClosed }] of exceptions.entries()) {
    if (isClosed === true && periods.length > 0) tell('hours_exceptions', `${path}/${String(at)}/closed`, date);
    if (isClosed !== true && periods.length === 0) {
      tell('hours_exceptions', `${path}/${String(at)}`, date);
      continue;
    }
    const midnight = Date.parse(`${date}T00:00:00Z`);
    const open = periods.map(stretchOf);
    const closed = without(week[(new Date(midnight).getUTCDay() + 6) % 7] ?? [], open);
    const opened = open.flatMap((stretch) => instantsOf(midnight, stretch, timeZone) ?? []);
    // A day that is closed as always, and one that says nothing.
    if (open.length === 0 && closed.length === 0) tell('hours_exceptions', `${path}/${String(at)}`, date);
    const shut = closed.flatMap((stretch) => instantsOf(midnight, stretch, timeZone) ?? []);
    if (opened.length < open.length || shut.length < closed.length)
      tell('hours_exceptions', `${path}/${String(at)}`, date);
    openings.push(...opened);
    closings.push(...shut);
  }
  if (openings.length === 0 && closings.length === 0) return undefined;
  return {
    exceptional_openings: openings.length === 0 ? undefined : openings,
    exceptional_closings: closings.length === 0 ? undefined : closings,
  };
}

interface Instants {
  readonly period_begin: string;
  readonly period_end: string;
}

function instantsOf(midnight: number, { begin, end }: Stretch, timeZone: string | undefined): Instants | undefined {
  const period_begin = instantOf(midnight, begin, timeZone);
  const period_end = instantOf(midnight, end, timeZone);
  return period_begin === undefined || period_end === undefined ? undefined : { period_begin, period_end };
}

/** @param midnight of the local day, as if it were in UTC; `undefined` without a zone that is known */
function instantOf(midnight: number, seconds: number, timeZone: string | undefined): string | undefined {
  const wanted = midnight + seconds * 1000;
  const first = timeZone === undefined ? undefined : utcOffsetSeconds(timeZone, new Date(wanted));
  if (first === undefined || timeZone === undefined) return undefined;
  // The offset may change between the two guesses.
  const guess = new Date(wanted - first * 1000);
  const second = utcOffsetSeconds(timeZone, guess) ?? first;
  return new Date(wanted - second * 1000).toISOString().replace('.000Z', 'Z');
}

function without(periods: readonly Stretch[], gaps: readonly Stretch[]): Stretch[] {
  let left = [...periods];
  for (const gap of gaps) {
    left = left
      .flatMap(({ begin, end }) => [
        { begin, end: Math.min(end, gap.begin) },
        { begin: Math.max(begin, gap.end), end },
      ])
      .filter(({ begin, end }) => begin < end);
  }
  return left;
}
