/** OCPI 2.3.0 mod_locations, Hours. Regular hours are local time, exceptional periods UTC instants; closings win. */
import { z } from 'zod';
import { DateTime, LocalTime } from './text.ts';

/** `period_end` may be "24:00" in feeds; it is kept as "00:00", the end of the day. */
export const RegularHours = z.object({
  weekday: z.int().min(1).max(7),
  period_begin: LocalTime,
  period_end: LocalTime,
});

export const ExceptionalPeriod = z.object({ period_begin: DateTime, period_end: DateTime });

export const Hours = z.object({
  twentyfourseven: z.boolean(),
  regular_hours: z.array(RegularHours).optional(),
  exceptional_openings: z.array(ExceptionalPeriod).optional(),
  exceptional_closings: z.array(ExceptionalPeriod).optional(),
});
export type Hours = z.infer<typeof Hours>;
