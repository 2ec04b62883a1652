/** One request and its whole answer, within a time. */
import { apiErrorOf } from '../errors/api-error.ts';
import { ConnectionError, TimeoutError, UnexpectedAnswerError } from '../errors/failures.ts';
import { readRefusal } from '../errors/read-refusal.ts';
import type { Clock } from './clock.ts';

export interface Sent {
  readonly url: string;
  /** For errors: without credentials. */
  readonly shownUrl: string;
  readonly init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: string };
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

interface Around {
  readonly fetch: typeof fetch;
  readonly timeout: number;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
  /** This one's number, from 1. */
  readonly attempts: number;
}

/** Rejects with an error of ours, or with the reason of the signal. */
export async function attempt(sent: Sent, { fetch, timeout, signal, clock, attempts }: Around): Promise<Answered> {
  const failed = { url: sent.shownUrl, attempts };
  const inTime = AbortSignal.timeout(timeout);
  const { response, text } = await read().catch((cause: unknown) => {
    signal?.throwIfAborted();
    if (inTime.aborted) throw new TimeoutError(`No whole answer within ${String(timeout)} ms`, failed);
    throw new ConnectionError(`No answer: ${cause instanceof Error ? cause.message : String(cause)}`, {
      ...failed,
      cause,
    });
  });
  const { status, headers } = response;
  if (!response.ok) throw apiErrorOf(readRefusal(status, headers, text, clock.now()), failed);
  try {
    return { status, headers, body: JSON.parse(text) as unknown };
  } catch (cause) {
    const type = headers.get('content-type') ?? 'no content type';
    throw new UnexpectedAnswerError(`The answer is no JSON: ${type}`, { ...failed, cause });
  }

  async function read(): Promise<{ response: Response; text: string }> {
    signal?.throwIfAborted();
    const either = signal === undefined ? inTime : AbortSignal.any([signal, inTime]);
    const response = await fetch(sent.url, { ...sent.init, signal: either });
    return { response, text: await response.text() };
  }
}
