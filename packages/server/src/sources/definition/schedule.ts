/** When a source is pulled: `every 15 minutes`, `daily at 03:30, 15:30` (UTC), or `by hand`. */
import { z } from 'zod';
import { durationOf } from './duration.ts';

export type Schedule =
  | { readonly kind: 'every'; readonly milliseconds: number }
  /** Minutes after midnight UTC, ascending. */
  | { readonly kind: 'daily'; readonly minutes: readonly number[] }
  | { readonly kind: 'byHand' };

const SCHEDULE_FORM = '"every 15 minutes", "daily at 03:30" (UTC; several times with commas), or "by hand"';

const SHORTEST_MILLISECONDS = 10_000;
const DAY_MINUTES = 1440;
const MINUTE = 60_000;

/** `undefined` for what is no schedule. */
export function scheduleOf(text: string): Schedule | undefined {
  const wanted = text.trim();
  if (wanted === 'by hand') return { kind: 'byHand' };
  const every = /^every (?:(\d+ \w+)|(second|minute|hour|day))$/.exec(wanted);
  if (every !== null) {
    const milliseconds = durationOf(every[1] ?? `1 ${every[2] ?? ''}`);
    return milliseconds === undefined || milliseconds < SHORTEST_MILLISECONDS
      ? undefined
      : { kind: 'every', milliseconds };
  }
  const times = /^daily at (.+)$/.exec(wanted)?.[1]?.split(',').map(minutesOf);
  if (times === undefined || times.some(Number.isNaN)) return undefined;
  return { kind: 'daily', minutes: [...new Set(times)].sort((one, other) => one - other) };
}

function minutesOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time.trim()) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/**
 * The first moment after the last start at which the schedule asks for a pull; it may have gone by already. A source
 * that was never pulled is due at once. `undefined`: never.
 */
export function dueAfter(schedule: Schedule, lastStart: Date | undefined, now: Date): Date | undefined {
  if (schedule.kind === 'byHand') return undefined;
  if (lastStart === undefined) return now;
  if (schedule.kind === 'every') return new Date(lastStart.getTime() + schedule.milliseconds);
  const midnight = Math.floor(lastStart.getTime() / (DAY_MINUTES * MINUTE)) * DAY_MINUTES;
  const since = lastStart.getTime() / MINUTE - midnight;
  const next = schedule.minutes.find((minutes) => minutes > since) ?? DAY_MINUTES + (schedule.minutes[0] ?? 0);
  return new Date((midnight + next) * MINUTE);
}

export const ScheduleText = z.string(`must be ${SCHEDULE_FORM}`).transform((text, context): Schedule => {
  const schedule = scheduleOf(text);
  if (schedule !== undefined) return schedule;
  context.addIssue({ code: 'custom', message: `must be ${SCHEDULE_FORM}, at least 10 seconds apart` });
  return z.NEVER;
});
