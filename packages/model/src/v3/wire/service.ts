/** Contract v3: HealthResponse, VersionResponse, and the two error envelopes. */
import { z } from 'zod';
import { component } from './component.ts';

export const HealthResponse = component(
  'HealthResponse',
  z.object({ status: z.enum(['ok', 'fail']).optional(), message: z.string().optional() }),
);

export type HealthResponse = z.infer<typeof HealthResponse>;

export const VersionResponse = component(
  'VersionResponse',
  z.object({ apiVersion: z.string(), serviceVersion: z.string().optional() }),
);

export type VersionResponse = z.infer<typeof VersionResponse>;

export const ErrorResponse = component(
  'ErrorResponse',
  z.object({
    title: z.string(),
    status: z.int(),
    code: z.string(),
    cause: z.string(),
    action: z.string(),
    correlationId: z.string(),
  }),
  'Of the statuses 400, 404, 500 and 503.',
);
export type ErrorResponse = z.infer<typeof ErrorResponse>;

export const GenericErrorResponse = component(
  'GenericErrorResponse',
  z.object({ error: z.string(), error_description: z.string().optional(), status: z.int().optional() }),
  'Of all other statuses.',
);
export type GenericErrorResponse = z.infer<typeof GenericErrorResponse>;
