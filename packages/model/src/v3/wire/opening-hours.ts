/** Contract v3: OpeningHoursType, TimePeriod. */
import { z } from 'zod';
import { component } from './component.ts';
import { DayOfWeek } from './enumerations.ts';

const TimeOfDay = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$/)
  .meta({ default: '00:00:00' });

export const TimePeriod = component(
  'TimePeriod',
  z.object({
    from: TimeOfDay.optional(),
    to: TimeOfDay.describe('Exclusive; 00:00:00 is the end of the day.').optional(),
  }),
  'Local time of the location.',
);
export type TimePeriod = z.infer<typeof TimePeriod>;

export const OpeningHoursType = component(
  'OpeningHoursType',
  z.object({
    open24x7: z.boolean().optional(),
    chargingWhenClosed: z.boolean().optional(),
    regularSchedule: z
      .array(z.object({ days: z.array(DayOfWeek).min(1).max(7), periods: z.array(TimePeriod) }))
      .optional(),
    exceptions: z
      .array(z.object({ date: z.iso.date(), periods: z.array(TimePeriod).optional(), closed: z.boolean().optional() }))
      .describe('Whole days that differ from the regular schedule, from today on, at most a year ahead.')
      .optional(),
  }),
);
export type OpeningHoursType = z.infer<typeof OpeningHoursType>;
