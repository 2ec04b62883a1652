/** How long to wait before the next attempt, if there is to be one. */
import { ApiError } from '../errors/api-error.ts';
import { ConnectionError, TimeoutError } from '../errors/failures.ts';

const FIRST_MILLISECONDS = 250;
const LONGEST_MILLISECONDS = 10_000;
/** A server that wants a longer pause than that is not worth waiting for within a call. */
const LONGEST_RETRY_AFTER_SECONDS = 60;

const passing = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Milliseconds; `undefined` where another attempt would not help. Half of it is chance, so that callers who were turned
 * away together do not come back together.
 * @param attempt that failed, from 1
 * @param chance from 0 up to 1
 */
export function retryDelay(error: unknown, attempt: number, chance: number): number | undefined {
  if (!mayPass(error)) return undefined;
  const asked = error instanceof ApiError ? error.retryAfterSeconds : undefined;
  if (asked !== undefined && asked > LONGEST_RETRY_AFTER_SECONDS) return undefined;
  const most = Math.min(FIRST_MILLISECONDS * 2 ** (attempt - 1), LONGEST_MILLISECONDS);
  return (asked ?? 0) * 1000 + most / 2 + (chance * most) / 2;
}

function mayPass(error: unknown): boolean {
  if (error instanceof ApiError) return passing.has(error.status);
  return error instanceof ConnectionError || error instanceof TimeoutError;
}
