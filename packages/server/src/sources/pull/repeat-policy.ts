/** Which failures may pass by themselves, and how long to wait for that. */
import type { FeedFailure } from '@pantograph/feeds/json';

/** An answer that could not be had, or not to its end. What came before the break has been delivered. */
export class PageFailure extends Error {
  readonly failure: FeedFailure;
  /** HTTP status, where that was the trouble. */
  readonly status: number | undefined;
  /** Milliseconds that the other side asks for. */
  readonly retryAfter: number | undefined;
  /** False: the same would happen again. */
  readonly passing: boolean;

  constructor(failure: FeedFailure, more: { status?: number; retryAfter?: number | undefined; final?: boolean } = {}) {
    super(failure.message, { cause: failure });
    this.name = 'PageFailure';
    this.failure = failure;
    this.status = more.status;
    this.retryAfter = more.retryAfter;
    this.passing = more.final !== true && mayPass(failure, more.status);
  }
}

const passingStatuses: ReadonlySet<number> = new Set([408, 425, 429]);

/** HTML with 200 is what proxies answer while the server behind them starts anew. */
const passingCodes: ReadonlySet<string> = new Set([
  'source_unreadable',
  'source_cut_short',
  'gzip_cut_short',
  'gzip_damaged',
  'json_cut_short',
  'unknown_format',
  'empty_input',
]);

function mayPass({ notice }: FeedFailure, status: number | undefined): boolean {
  if (status !== undefined) return passingStatuses.has(status) || status >= 500;
  // OCPI 2.3.0, status codes: 2xxx is our fault, 3xxx theirs.
  if (notice.code === 'envelope_refused') return Number(notice.parameters?.['status_code']) >= 3000;
  return passingCodes.has(notice.code);
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 60_000;
const LONGEST_ASKED_FOR = 600_000;

/**
 * Milliseconds before the attempt is repeated: twice as long each time, with up to half of it left to chance, so that
 * all who were refused together do not come back together; longer where the other side asks for that.
 *
 * @param random from 0 up to 1
 */
export function waitBefore(repeat: number, { retryAfter }: PageFailure, random: () => number): number {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** repeat) * (1 - random() / 2);
  return Math.max(wait, Math.min(retryAfter ?? 0, LONGEST_ASKED_FOR));
}

/** RFC 9110, Retry-After: seconds, or a date. Milliseconds. */
export function retryAfterOf(headers: Headers, now: Date): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}
