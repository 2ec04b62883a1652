/** Contract v2, connectorDetails: opening hours. Annual openings are named there without a shape. */
import { z } from 'zod';

/** `HH:MM:SS`; a whole day is 00:00:00 to 24:00:00. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$|^24:00:00$/);

const OpeningPeriod = z.object({ from: TimeOfDay, to: TimeOfDay });

const RegularOpeningHours = z.object({
  /** Sum of 1 Sunday, 2 Monday, 4 Tuesday, 8 Wednesday, 16 Thursday, 32 Friday, 64 Saturday. Documented as text, recorded as a number. */
  daymask: z.union([z.int().min(1).max(127), z.string()]),
  period: z.array(OpeningPeriod),
});

export const OpeningHours = z.object({
  regularOpeningHours: z.array(RegularOpeningHours).optional(),
  annualOpenings: z.array(z.unknown()).optional(),
});
export type OpeningHours = z.infer<typeof OpeningHours>;
