/** Plain types of OCPI 2.3.0 (types, chapter "Types"). Lengths are not enforced: long values are accepted on input, always. */
import { z } from 'zod';

/** RFC 3339 in UTC with a `Z`, seconds or milliseconds. What feeds send otherwise is repaired before it gets here. */
export const DateTime = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/);

/** `YYYY-MM-DD`, local to the location. */
export const LocalDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `HH:MM`, 24 h, local to the location. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** OCPI 2.3.0 types, DisplayText. */
export const DisplayText = z.object({ language: z.string(), text: z.string() });
export type DisplayText = z.infer<typeof DisplayText>;
