/** A receiver of changes, and how the sending goes. */
import { z } from 'zod';

export const Webhook = z.object({
  /** What people call it; in no case differently spelt. */
  name: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/),
  url: z.string().max(2_000),
  /** Which changes, and what of each: as the query of `/changes` says it. */
  query: z.string().max(10_000),
  /** It may be reached at loopback and private addresses. */
  allowPrivate: z.boolean(),
  createdAt: z.string(),
});
export type Webhook = z.infer<typeof Webhook>;

/** Instants are UTC, ISO 8601. */
export const WebhookState = z.object({
  /** What it has: a cursor; or where to begin, which becomes a cursor as soon as a server sees it. */
  at: z.string(),
  delivered: z.number().default(0),
  records: z.number().default(0),
  lastDeliveryAt: z.string().optional(),
  /** In a row. */
  failures: z.number().default(0),
  failingSince: z.string().optional(),
  nextTryAt: z.string().optional(),
  lastProblem: z.string().optional(),
  /** Nothing is sent any more until somebody has it replayed. */
  disabledAt: z.string().optional(),
});
export type WebhookState = z.infer<typeof WebhookState>;

/** Where a webhook can begin that has no cursor yet. */
export const beginnings = ['now', 'start'] as const;
export type Beginning = (typeof beginnings)[number];

export function isBeginning(at: string): at is Beginning {
  return beginnings.some((beginning) => beginning === at);
}

/** Without any trouble there was. */
export function goingOnAt(at: string, { delivered, records, lastDeliveryAt }: WebhookState): WebhookState {
  return { at, delivered, records, failures: 0, ...(lastDeliveryAt !== undefined && { lastDeliveryAt }) };
}
