/** Errors that the server answered with: one class for each kind of status, whichever API it is. */
import { PantographError } from './pantograph-error.ts';

/** Of the three contracts' error bodies, by the names that v3 has for them. */
export interface Refusal {
  readonly status: number;
  readonly code?: string | undefined;
  readonly title?: string | undefined;
  readonly cause?: string | undefined;
  readonly action?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly requestId?: string | undefined;
  /** Of `Retry-After`. */
  readonly retryAfterSeconds?: number | undefined;
}

export abstract class ApiError extends PantographError {
  readonly status: number;
  /** As the server calls it, such as `parameter_invalid` or `E629400`. */
  readonly code: string | undefined;
  readonly title: string | undefined;
  /** What is wrong, in words. */
  override readonly cause: string | undefined;
  /** What to do about it, in words. */
  readonly action: string | undefined;
  /** Give it to the operator of the server when you ask about the error. */
  readonly correlationId: string | undefined;
  readonly requestId: string | undefined;
  /** When the server wants to be asked again; it says so with 429 and 503, if at all. */
  readonly retryAfterSeconds: number | undefined;

  constructor(refusal: Refusal, sent: { url: string; attempts: number }) {
    super(inWords(refusal), sent);
    this.status = refusal.status;
    this.code = refusal.code;
    this.title = refusal.title;
    this.cause = refusal.cause;
    this.action = refusal.action;
    this.correlationId = refusal.correlationId;
    this.requestId = refusal.requestId;
    this.retryAfterSeconds = refusal.retryAfterSeconds;
  }
}

/** The request cannot be answered as it is: 400, and any other 4xx without a class of its own. */
export class BadRequestError extends ApiError {
  override readonly name = 'BadRequestError';
  readonly kind = 'badRequest';
}

export class UnauthorizedError extends ApiError {
  override readonly name = 'UnauthorizedError';
  readonly kind = 'unauthorized';
}

export class ForbiddenError extends ApiError {
  override readonly name = 'ForbiddenError';
  readonly kind = 'forbidden';
}

export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
  readonly kind = 'notFound';
}

export class RateLimitedError extends ApiError {
  override readonly name = 'RateLimitedError';
  readonly kind = 'rateLimited';
}

export class ServerError extends ApiError {
  override readonly name = 'ServerError';
  readonly kind = 'server';
}

type Kind = new (refusal: Refusal, sent: { url: string; attempts: number }) => ApiError;

const classes = new Map<number, Kind>([
  [401, UnauthorizedError],
  [403, ForbiddenError],
  [404, NotFoundError],
  [429, RateLimitedError],
]);

export function apiErrorOf(refusal: Refusal, sent: { url: string; attempts: number }): ApiError {
  const { status } = refusal;
  const Kind = classes.get(status) ?? (status >= 500 ? ServerError : BadRequestError);
  return new Kind(refusal, sent);
}

function inWords({ status, title, cause, action, correlationId }: Refusal): string {
  const said = [cause, action].flatMap((part) => (part === undefined ? [] : [part.replace(/\.?$/, '.')])).join(' ');
  const id = correlationId === undefined ? '' : ` (correlation id ${correlationId})`;
  return `${String(status)} ${title ?? ''}${said === '' ? '' : `: ${said}`}${id}`;
}
