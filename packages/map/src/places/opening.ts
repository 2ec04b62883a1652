/** Whether a place is open, and until when, on its own clock. */
import type { OpeningHours } from '../api/charging-location.ts';

export type Opening =
  | { readonly state: 'always' | 'unknown' }
  /** `until`: HH:MM; absent where nothing changes within a week. */
  | { readonly state: 'open' | 'closed'; readonly until?: string };

interface Stretch {
  /** Minutes since the beginning of today. */
  readonly from: number;
  readonly to: number;
}

const DAY = 1440;
const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

export function openingOf(hours: OpeningHours | undefined, timeZone: string | undefined, now: Date): Opening {
  if (hours?.open24x7 === true) return { state: 'always' };
  if (hours?.regularSchedule === undefined || timeZone === undefined) return { state: 'unknown' };
  const clock = clockIn(timeZone, now);
  if (clock === undefined) return { state: 'unknown' };
  const stretches = joined(stretchesAround(hours, clock.date));
  const current = stretches.find(({ from, to }) => from <= clock.minutes && clock.minutes < to);
  if (current !== undefined) {
    if (current.to >= 7 * DAY) return { state: 'always' };
    return { state: 'open', until: timeOf(current.to) };
  }
  const next = stretches.find(({ from }) => from > clock.minutes);
  return next === undefined ? { state: 'closed' } : { state: 'closed', until: timeOf(next.from) };
}

/** Yesterday, which may reach past midnight, and a week ahead. */
function stretchesAround(hours: OpeningHours, today: Date): readonly Stretch[] {
  const found: Stretch[] = [];
  for (let day = -1; day < 7; day++) {
    const date = new Date(today.getTime() + day * DAY * 60_000);
    for (const { from, to } of periodsOn(hours, date)) {
      const start = minutesOf(from, 0);
      const end = minutesOf(to, DAY);
      found.push({ from: day * DAY + start, to: day * DAY + (end <= start ? end + DAY : end) });
    }
  }
  return found.toSorted((a, b) => a.from - b.from);
}

function periodsOn(hours: OpeningHours, date: Date): readonly { readonly from?: string; readonly to?: string }[] {
  const name = date.toISOString().slice(0, 10);
  const exception = hours.exceptions?.find((each) => each.date === name);
  if (exception !== undefined) return exception.closed === true ? [] : (exception.periods ?? [{}]);
  const day = days[date.getUTCDay()];
  return (hours.regularSchedule ?? []).filter((each) => each.days.includes(day ?? '')).flatMap((each) => each.periods);
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const stretch of stretches) {
    const last = result.at(-1);
    if (last !== undefined && stretch.from <= last.to) {
      result[result.length - 1] = { from: last.from, to: Math.max(last.to, stretch.to) };
    } else result.push(stretch);
  }
  return result;
}

function clockIn(timeZone: string, now: Date): { readonly date: Date; readonly minutes: number } | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    }).formatToParts(now);
    const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value);
    const date = new Date(Date.UTC(part('year'), part('month') - 1, part('day')));
    return { date, minutes: part('hour') * 60 + part('minute') };
  } catch {
    // A time zone that this browser does not know.
    return undefined;
  }
}

function minutesOf(time: string | undefined, absent: number): number {
  if (time === undefined) return absent;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const minutes = hour * 60 + minute;
  return minutes === 0 ? absent : minutes;
}

function timeOf(minutes: number): string {
  const within = ((minutes % DAY) + DAY) % DAY;
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
