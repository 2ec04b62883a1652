/** v2's three ways to say when a station is open, from weekly hours. */
import type { DayPeriod, WeeklyHours } from '../facts/weekly-hours.ts';
import { isRoundTheClock } from '../facts/weekly-hours.ts';
import type { OpeningHours } from '../wire/opening-hours.ts';

/** Monday first, as weekly hours are; Sunday is the lowest bit. */
const dayBits = [2, 4, 8, 16, 32, 64, 1] as const;

export interface PresentedHours {
  readonly open24x7: boolean | undefined;
  readonly openingTime: string | undefined;
  readonly openingHours: OpeningHours | undefined;
}

/** @param asNumber the day mask as recorded, else as text, as documented. */
export function presentHours(hours: WeeklyHours | undefined, asNumber: boolean): PresentedHours {
  if (hours === undefined) return { open24x7: undefined, openingTime: undefined, openingHours: undefined };
  const days = isRoundTheClock(hours) ? hours.map(() => [{ begin: 0, end: 86_400 }]) : hours;
  return {
    open24x7: isRoundTheClock(hours),
    openingTime: openingTimeOf(days),
    openingHours: { regularOpeningHours: presentWeek(days, asNumber) },
  };
}

/** Days with the same periods share one entry, in the order of the week; closed days have none. */
export function presentWeek(
  days: readonly (readonly DayPeriod[])[],
  asNumber: boolean,
): NonNullable<OpeningHours['regularOpeningHours']> {
  const entries = new Map<string, { mask: number; periods: readonly DayPeriod[] }>();
  for (const [index, periods] of days.entries()) {
    if (periods.length === 0) continue;
    const key = JSON.stringify(periods);
    const entry = entries.get(key) ?? { mask: 0, periods };
    entry.mask |= dayBits[index] ?? 0;
    entries.set(key, entry);
  }
  return [...entries.values()].map(({ mask, periods }) => ({
    daymask: asNumber ? mask : String(mask),
    period: periods.map(({ begin, end }) => ({ from: clock(begin), to: clock(end) })),
  }));
}

/** "0:00 - 24:00": one period, the same every day; anything else does not fit this field. */
function openingTimeOf(days: readonly (readonly DayPeriod[])[]): string | undefined {
  const [first] = days;
  const [period, another] = first ?? [];
  if (period === undefined || another !== undefined) return undefined;
  if (days.some((day) => JSON.stringify(day) !== JSON.stringify(first))) return undefined;
  return `${shortClock(period.begin)} - ${shortClock(period.end)}`;
}

function clock(seconds: number): string {
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => twoDigits(Math.floor(part))).join(':');
}

function shortClock(seconds: number): string {
  return `${String(Math.floor(seconds / 3600))}:${twoDigits(Math.floor(seconds / 60) % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
