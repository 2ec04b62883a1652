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

/** A stretch of time, milliseconds since 1970, its end exclusive. */
export interface Span {
  readonly begin: number;
  readonly end: number;
}

type Exceptions = readonly { readonly period_begin: string; readonly period_end: string }[] | undefined;

/** When any of them holds: in order and apart, so that what overlaps a thousand times costs no more than once. */
export function unitedExceptions(exceptions: Exceptions): readonly Span[] {
  const spans = (exceptions ?? [])
    .map(({ period_begin, period_end }) => ({ begin: Date.parse(period_begin), end: Date.parse(period_end) }))
    .filter(({ begin, end }) => begin < end)
    .sort((one, other) => one.begin - other.begin);
  const united: { begin: number; end: number }[] = [];
  for (const span of spans) {
    const last = united.at(-1);
    if (last === undefined || last.end < span.begin) united.push(span);
    else last.end = Math.max(last.end, span.end);
  }
  return united;
}

function covers(spans: readonly Span[], at: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.begin ?? Infinity) <= at;
}

interface Schedule {
  readonly hours: NonNullable<OpeningTimes['opening_times']>;
  readonly timeZone: string;
  readonly openings: readonly Span[];
  readonly closings: readonly Span[];
  readonly periods: readonly OpeningPeriod[];
}

function scheduleOf(location: OpeningTimes): Schedule | undefined {
  const { opening_times: hours, time_zone: timeZone } = location;
  if (hours === undefined) return undefined;
  const [openings, closings] = [hours.exceptional_openings, hours.exceptional_closings].map(unitedExceptions);
  return { hours, timeZone, openings: openings ?? [], closings: closings ?? [], periods: regularPeriods(location) };
}

/**
 * Exceptional closings win over exceptional openings, those over regular hours. `undefined` is unknown: no hours,
 * hours that are neither round the clock nor listed, or listed hours in a zone that does not exist.
 */
export function isOpenAt(location: OpeningTimes, instant: Date): boolean | undefined {
  const schedule = scheduleOf(location);
  return schedule && stateAt(schedule, instant.getTime());
}

function stateAt({ hours, timeZone, openings, closings, periods }: Schedule, at: number): boolean | undefined {
  if (covers(closings, at)) return false;
  if (hours.twentyfourseven || covers(openings, at)) return true;
  if (periods.length === 0) return undefined;
  const clock = localClock(timeZone, new Date(at));
  if (clock === undefined) return undefined;
  const yesterday = clock.weekday === 1 ? 7 : clock.weekday - 1;
  return periods.some(
    ({ weekday, begin, end }) =>
      (weekday === clock.weekday && begin <= clock.secondOfDay && clock.secondOfDay < end) ||
      (weekday === yesterday && clock.secondOfDay + DAY_SECONDS < end),
  );
}

/** The first moment after `instant` at which {@link isOpenAt} answers differently; `undefined` where it never will. */
export function nextOpeningChange(location: OpeningTimes, instant: Date): OpeningChange | undefined {
  const schedule = scheduleOf(location);
  if (schedule === undefined) return undefined;
  const now = stateAt(schedule, instant.getTime());
  const exceptions = [...schedule.openings, ...schedule.closings]
    .flatMap(({ begin, end }) => [begin, end])
    .filter((at) => at > instant.getTime())
    .sort((one, other) => one - other);
  let from = instant.getTime();
  for (const until of [...exceptions, Infinity]) {
    // Regular hours repeat weekly: what does not happen in the first week after an exception does not before the next.
    const regular = regularInstants(schedule, from).filter((at) => at > from && at < until);
    for (const at of [...regular.sort((one, other) => one - other), until]) {
      const open = at === Infinity ? now : stateAt(schedule, at);
      if (open !== now) return { at: new Date(at), open };
    }
    from = until;
  }
  return undefined;
}

function regularInstants({ hours, timeZone, periods }: Schedule, from: number): number[] {
  if (hours.twentyfourseven || periods.length === 0) return [];
  const clock = localClock(timeZone, new Date(from));
  if (clock === undefined) return [];
  return periods
    .flatMap(({ weekday, begin, end }) => {
      // The last such weekday that may still be running, and the ones after it.
      const first = clock.day - 1 + ((weekday - clock.weekday + 1 + 7) % 7);
      const days = first + 7 <= clock.day + DAYS_AHEAD ? [first, first + 7] : [first];
      return days.flatMap((day) => [begin, end].flatMap((second) => [...instantsOfLocal(timeZone, day, second)]));
    })
    .map((at) => at.getTime());
}
