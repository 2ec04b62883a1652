/** Errors of calls that no HTTP status tells of. */
import { PantographError } from './pantograph-error.ts';

/** There was no answer; `cause` is what the platform threw. */
export class ConnectionError extends PantographError {
  override readonly name = 'ConnectionError';
  readonly kind = 'connection';
}

/** There was no whole answer in the time for an attempt. */
export class TimeoutError extends PantographError {
  override readonly name = 'TimeoutError';
  readonly kind = 'timeout';
}

/** There was an answer that is none of this API: no JSON, as a rule. */
export class UnexpectedAnswerError extends PantographError {
  override readonly name = 'UnexpectedAnswerError';
  readonly kind = 'unexpectedAnswer';
}

/** More places match than paging can reach. Thrown behind the last one that was reached. */
export class TruncatedError extends PantographError {
  override readonly name = 'TruncatedError';
  readonly kind = 'truncated';
  readonly reached: number;
  /** `undefined` where the server does not say. */
  readonly matched: number | undefined;

  constructor({ url, reached, matched }: { url: string; reached: number; matched: number | undefined }) {
    const whole = matched === undefined ? 'more' : String(matched);
    super(`Paging ends at ${String(reached)} places, and ${whole} match: ask for a smaller area or fewer kinds`, {
      url,
      attempts: 1,
    });
    this.reached = reached;
    this.matched = matched;
  }
}
