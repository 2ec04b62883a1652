/** Contract v2, errors. Upper-case initials as recorded; `Message` is a list. */
import { z } from 'zod';

export const ErrorBody = z.object({ Type: z.string(), Message: z.array(z.string()) });
export type ErrorBody = z.infer<typeof ErrorBody>;
