/** What is remembered of a source from one pull to the next. */
import { z } from 'zod';

const Instant = z.string();

/** Of a file: what the server calls the version that was read last. */
const Validators = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
});
export type Validators = z.infer<typeof Validators>;

const Finding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'repair', 'warning', 'info']),
  count: z.number(),
  /** The first one, in words. */
  message: z.string(),
});
export type PullFinding = z.infer<typeof Finding>;

const LastPull = z.object({
  mode: z.enum(['full', 'changes']),
  /** `unmodified`: the source has nothing newer than what was read before. */
  outcome: z.enum(['complete', 'incomplete', 'unmodified']),
  startedAt: Instant,
  finishedAt: Instant,
  objects: z.number(),
  added: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  quarantined: z.number(),
  removed: z.number(),
  findings: z.array(Finding),
});
export type LastPull = z.infer<typeof LastPull>;

/** Instants are UTC, ISO 8601. */
export const PullState = z.object({
  lastPull: LastPull.optional(),
  /** Pulls in a row that did not come to their end. */
  failures: z.number().default(0),
  /** Start of the last full pull that came to its end. */
  lastFullAt: Instant.optional(),
  /** Up to when, by the clock of the source, all changes are known. */
  knownUntil: Instant.optional(),
  /** When the source last stood by all that it says. */
  confirmedAt: Instant.optional(),
  tokenForm: z.enum(['raw', 'base64']).optional(),
  validators: z.record(z.string(), Validators).default({}),
});
export type PullState = z.infer<typeof PullState>;

export const noPullYet: PullState = { failures: 0, validators: {} };
