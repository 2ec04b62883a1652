/** When a location is open. Source: OCPI 2.3.0 mod_locations, Hours: regular hours are local time, exceptions are instants. */
import type { Location } from '../ocpi/index.ts';
import { instantsOfLocal, localClock } from './local-time.ts';

/** What decides whether a location is open. */
export type OpeningTimes = Pick<Location, 'opening_times' | 'time_zone'>;

/** One stretch of regular opening. `end` past 86 400 reaches into the next day. */
export interface OpeningPeriod {
  /** 1 = Monday. */
  readonly weekday: number;
  /** Seconds after local midnight of that weekday. */
  readonly begin: number;
  readonly end: number;
}

export interface OpeningChange {
  readonly at: Date;
  /** The state from `at` on; `undefined` where it is not known. */
  readonly open: boolean | undefined;
}

const DAY_SECONDS = 86_400;
const DAYS_AHEAD = 8;
const WEEK_MS = 7 * DAY_SECONDS * 1000;

/**
 * Regular hours as stretches. An end at or before its begin is on the next day: "00:00" to "00:00" is a whole day.
 * "23:59" is how feeds that know no "24:00" write the end of a day, and is taken so.
 */
export function regularPeriods(location: OpeningTimes): readonly OpeningPeriod[] {
  return (location.opening_times?.regular_hours ?? []).map((hours) => {
    const begin = secondsOf(hours.period_begin);
    const end = hours.period_end === '23:59' ? DAY_SECONDS : secondsOf(hours.period_end);
    return { weekday: hours.weekday, begin, end: end > begin ? end : end + DAY_SECONDS };
  });
}

function secondsOf(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
}

/**
 * Exceptional closings win over exceptional openings, those over regular hours. `undefined` is unknown: no hours,
 * hours that are neither round the clock nor listed, or listed hours in a zone that does not exist.
 */
export function isOpenAt(location: OpeningTimes, instant: Date): boolean | undefined {
  const hours = location.opening_times;
  if (hours === undefined) return undefined;
  if (covers(hours.exceptional_closings, instant)) return false;
  if (hours.twentyfourseven || covers(hours.exceptional_openings, instant)) return true;
  if (hours.regular_hours === undefined || hours.regular_hours.length === 0) return undefined;
  const clock = localClock(location.time_zone, instant);
  if (clock === undefined) return undefined;
  const yesterday = clock.weekday === 1 ? 7 : clock.weekday - 1;
  return regularPeriods(location).some(
    ({ weekday, begin, end }) =>
      (weekday === clock.weekday && begin <= clock.secondOfDay && clock.secondOfDay < end) ||
      (weekday === yesterday && clock.secondOfDay + DAY_SECONDS < end),
  );
}

type Exceptions = readonly { readonly period_begin: string; readonly period_end: string }[] | undefined;

function covers(exceptions: Exceptions, instant: Date): boolean {
  return (
    exceptions?.some(
      (period) =>
        Date.parse(period.period_begin) <= instant.getTime() && instant.getTime() < Date.parse(period.period_end),
    ) ?? false
  );
}

/** The first moment after `instant` at which {@link isOpenAt} answers differently; `undefined` where it never will. */
export function nextOpeningChange(location: OpeningTimes, instant: Date): OpeningChange | undefined {
  const now = instant.getTime();
  const exceptions = exceptionalInstants(location).filter((at) => at > now);
  const soon = [...exceptions, ...regularInstants(location, instant)];
  const first = firstChange(location, instant, soon);
  if (exceptions.length === 0 || (first !== undefined && first.at.getTime() <= now + WEEK_MS)) return first;
  // Regular hours repeat weekly, so the week after every exception is all that is left to look at.
  const late = exceptions.flatMap((from) => regularInstants(location, new Date(from)));
  return firstChange(location, instant, [...soon, ...late]);
}

/** Of the moments at which something may change. */
function firstChange(location: OpeningTimes, instant: Date, moments: readonly number[]): OpeningChange | undefined {
  const now = isOpenAt(location, instant);
  for (const moment of moments.filter((at) => at > instant.getTime()).sort((a, b) => a - b)) {
    const at = new Date(moment);
    const open = isOpenAt(location, at);
    if (open !== now) return { at, open };
  }
  return undefined;
}

function exceptionalInstants({ opening_times: hours }: OpeningTimes): readonly number[] {
  return [...(hours?.exceptional_openings ?? []), ...(hours?.exceptional_closings ?? [])].flatMap((period) => [
    Date.parse(period.period_begin),
    Date.parse(period.period_end),
  ]);
}

function regularInstants(location: OpeningTimes, from: Date): readonly number[] {
  if (location.opening_times?.twentyfourseven === true) return [];
  const clock = localClock(location.time_zone, from);
  if (clock === undefined) return [];
  return regularPeriods(location)
    .flatMap(({ weekday, begin, end }) => {
      // The last such weekday that may still be running, and the ones after it.
      const first = clock.day - 1 + ((weekday - clock.weekday + 1 + 7) % 7);
      const days = first + 7 <= clock.day + DAYS_AHEAD ? [first, first + 7] : [first];
      return days.flatMap((day) =>
        [begin, end].flatMap((second) => [...instantsOfLocal(location.time_zone, day, second)]),
      );
    })
    .map((at) => at.getTime());
}
