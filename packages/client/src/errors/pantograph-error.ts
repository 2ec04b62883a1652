/** What every error of this client has. Compare `kind` where two copies of the package may meet, else `instanceof`. */
export type ErrorKind =
  | 'badRequest'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'rateLimited'
  | 'server'
  | 'connection'
  | 'timeout'
  | 'unexpectedAnswer'
  | 'truncated';

export abstract class PantographError extends Error {
  abstract readonly kind: ErrorKind;
  /** Written out, because bundlers shorten the names of classes. */
  abstract override readonly name: string;
  /** Without credentials. */
  readonly url: string;
  /** Requests that were sent for this call. */
  readonly attempts: number;

  constructor(message: string, { url, attempts, cause }: { url: string; attempts: number; cause?: unknown }) {
    super(message, cause === undefined ? undefined : { cause });
    this.url = url;
    this.attempts = attempts;
  }
}
