/** Stretches of one day, seconds after local midnight, end exclusive: 0 to 86 400. */
import type { TimePeriod } from '../wire/index.ts';

export interface DayPeriod {
  readonly begin: number;
  readonly end: number;
}

/** One entry per weekday, Monday first. */
export type Week = readonly (readonly DayPeriod[])[];

export const DAY_SECONDS = 86_400;
export const WHOLE_DAY: DayPeriod = { begin: 0, end: DAY_SECONDS };

/** In order, none touching the next. */
export function united(periods: readonly DayPeriod[]): DayPeriod[] {
  const merged: DayPeriod[] = [];
  for (const period of periods.filter(({ begin, end }) => begin < end).toSorted((a, b) => a.begin - b.begin)) {
    const last = merged.at(-1);
    if (last === undefined || last.end < period.begin) merged.push(period);
    else merged[merged.length - 1] = { begin: last.begin, end: Math.max(last.end, period.end) };
  }
  return merged;
}

/** What is left of `periods` without `gaps`. */
export function without(periods: readonly DayPeriod[], gaps: readonly DayPeriod[]): DayPeriod[] {
  let left = united(periods);
  for (const gap of gaps) {
    left = left.flatMap(({ begin, end }) => [
      { begin, end: Math.min(end, gap.begin) },
      { begin: Math.max(begin, gap.end), end },
    ]);
    left = left.filter(({ begin, end }) => begin < end);
  }
  return left;
}

export function timePeriod({ begin, end }: DayPeriod): TimePeriod {
  return { from: timeOfDay(begin), to: timeOfDay(end) };
}

/** The end of the day reads 00:00:00. */
function timeOfDay(second: number): string {
  return new Date((second % DAY_SECONDS) * 1000).toISOString().slice(11, 19);
}
