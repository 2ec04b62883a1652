/** Requests to v3 and Search: in the caller's name, so many at a time, for so long, and with v2's words for what fails. */
import { Refused } from '../../refusal/refused.ts';
import type { UpstreamCaller } from './caller.ts';
import { gone, inFlight } from './in-flight.ts';
import { pauses } from './pauses.ts';
import { refusalOfUpstream } from './refusal-of-upstream.ts';
import type { Transport, TransportAnswer } from './transport.ts';

export interface UpstreamRequest {
  /** For messages. */
  readonly name: 'v3' | 'Search';
  /** Without credentials. */
  readonly url: string;
  /** Of a POST, as a form. */
  readonly form?: string;
  /** A 404 is an answer here. */
  readonly mayBeMissing?: boolean;
}

/** Throws `Refused` for every answer but 200, and 404 where it may be missing. */
export type Upstream = (request: UpstreamRequest, caller: UpstreamCaller, now: Date) => Promise<TransportAnswer>;

export interface UpstreamOptions {
  readonly send: Transport;
  readonly maxInFlight: number;
  /** Milliseconds from request to the end of the answer. */
  readonly timeout: number;
}

/** 100 locations with everything stay far below. */
const MOST_BYTES = 32 * 1024 * 1024;

export function createUpstream({ send, maxInFlight, timeout }: UpstreamOptions): Upstream {
  const limited = inFlight(maxInFlight);
  const paused = pauses();

  async function ask({ name, url, form }: UpstreamRequest, caller: UpstreamCaller): Promise<TransportAnswer> {
    const patience = new AbortController();
    const giveUp = (): void => patience.abort();
    const timer = setTimeout(giveUp, timeout);
    caller.signal.addEventListener('abort', giveUp, { once: true });
    try {
      return await send({
        url: addressOf(url, caller),
        headers: {
          accept: 'application/json',
          ...(caller.authorization === undefined ? {} : { authorization: caller.authorization }),
          ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        signal: patience.signal,
        mostBytes: MOST_BYTES,
        ...(form === undefined ? {} : { form }),
      });
    } catch (error) {
      if (caller.signal.aborted) throw gone();
      if (patience.signal.aborted)
        throw new Refused('unavailable', { cause: `${name} gave no answer within ${String(timeout / 1000)} seconds` });
      throw unreachable(name, error);
    } finally {
      clearTimeout(timer);
      caller.signal.removeEventListener('abort', giveUp);
    }
  }

  return async (request, caller, now) => {
    const { name, url, mayBeMissing = false } = request;
    const host = hostOf(url);
    const left = paused.left(caller.digest, host, now);
    if (left > 0) {
      const cause = `${name} behind this gateway asked for a pause`;
      throw new Refused('too_many_requests', { cause, retryAfter: left });
    }
    const answer = await limited(() => ask(request, caller), caller.signal);
    const { status } = answer;
    if (status === 200 || (mayBeMissing && status === 404)) return answer;
    const sentCredentials = caller.authorization !== undefined || caller.parameters.length > 0;
    const refused = refusalOfUpstream({ name, answer, sentCredentials }, now);
    if (status === 429) paused.pause(caller.digest, host, refused.details.retryAfter ?? 0, now);
    throw refused;
  };
}

/** What an upstream answered as JSON; `Refused` where it is none. */
export function jsonOf(name: UpstreamRequest['name'], text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Refused('unavailable', { cause: `${name} behind this gateway answered something other than JSON` });
  }
}

/** With its port. */
function hostOf(url: string): string {
  return url.split('/', 3)[2] ?? '';
}

function addressOf(url: string, { parameters }: UpstreamCaller): string {
  if (parameters.length === 0) return url;
  const pairs = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

/** Why, by its code; never the URL, which may hold a key. */
function unreachable(name: string, error: unknown): unknown {
  if (error instanceof Refused || !(error instanceof Error)) return error;
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  return new Refused('unavailable', { cause: `${name} behind this gateway cannot be reached${code}` });
}
