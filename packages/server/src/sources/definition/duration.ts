/** Spans of time as people write them: `15 minutes`, `1 day`. Inside, milliseconds. */
import { z } from 'zod';

const units: ReadonlyMap<string, number> = new Map([
  ['second', 1000],
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
]);

const FORM = /^(\d{1,6}) (second|minute|hour|day)s?$/;

export const DURATION_FORM = 'a whole number above 0 and a unit, such as "15 minutes", "6 hours" or "1 day"';

/** `undefined` for what is no span of time. */
export function durationOf(text: string): number | undefined {
  const [, count = '', unit = ''] = FORM.exec(text.trim()) ?? [];
  const milliseconds = Number(count) * (units.get(unit) ?? 0);
  return milliseconds > 0 ? milliseconds : undefined;
}

/** The largest unit that divides it. */
export function durationInWords(milliseconds: number): string {
  for (const [unit, size] of [...units].slice(1).reverse()) {
    const count = milliseconds / size;
    if (count >= 1 && Number.isInteger(count)) return `${String(count)} ${unit}${count === 1 ? '' : 's'}`;
  }
  const seconds = Math.round(milliseconds / 1000);
  return `${String(seconds)} second${seconds === 1 ? '' : 's'}`;
}

export const Duration = z.string(`must be ${DURATION_FORM}`).transform((text, context): number => {
  const milliseconds = durationOf(text);
  if (milliseconds !== undefined) return milliseconds;
  context.addIssue({ code: 'custom', message: `must be ${DURATION_FORM}` });
  return z.NEVER;
});
