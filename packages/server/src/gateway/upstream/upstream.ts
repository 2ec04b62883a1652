/** Requests to v3 and Search: in the caller's name, so many at a time, for so long, and with v2's words for what fails. */
import { Refused } from '../../refusal/refused.ts';
import type { UpstreamCaller } from './caller.ts';
import { gone, inFlight } from './in-flight.ts';
import { pauses } from './pauses.ts';
import { readText } from './read-text.ts';
import { refusalOfUpstream } from './refusal-of-upstream.ts';

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

export interface UpstreamAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Throws `Refused` for every answer but 200, and 404 where it may be missing. */
export type Upstream = (request: UpstreamRequest, caller: UpstreamCaller, now: Date) => Promise<UpstreamAnswer>;

/** The global `fetch` fits. */
export type UpstreamFetch = (url: string, init: RequestInit) => Promise<Response>;

export interface UpstreamOptions {
  readonly fetch: UpstreamFetch;
  readonly maxInFlight: number;
  /** Milliseconds from request to the end of the answer. */
  readonly timeout: number;
}

/** 100 locations with everything stay far below. */
const MOST_BYTES = 32 * 1024 * 1024;

export function createUpstream({ fetch, maxInFlight, timeout }: UpstreamOptions): Upstream {
  const limited = inFlight(maxInFlight);
  const paused = pauses();

  async function ask(request: UpstreamRequest, caller: UpstreamCaller): Promise<{ response: Response; text: string }> {
    const { name, form } = request;
    const signal = AbortSignal.any([caller.signal, AbortSignal.timeout(timeout)]);
    try {
      const response = await fetch(addressOf(request.url, caller), {
        headers: {
          accept: 'application/json',
          // Compression costs more than it saves where nothing goes over a network.
          ...(isOnThisMachine(request.url) ? { 'accept-encoding': 'identity' } : {}),
          ...(caller.authorization === undefined ? {} : { authorization: caller.authorization }),
          ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        // Credentials are for whom the operator named, not for whom that one names.
        redirect: 'error',
        signal,
        ...(form === undefined ? {} : { method: 'POST', body: form }),
      });
      return { response, text: await readText(response, MOST_BYTES) };
    } catch (error) {
      if (caller.signal.aborted) throw gone();
      if (signal.aborted)
        throw new Refused('unavailable', { cause: `${name} gave no answer within ${String(timeout / 1000)} seconds` });
      throw unreachable(name, error);
    }
  }

  return async (request, caller, now) => {
    const { name, url, mayBeMissing = false } = request;
    const { host } = new URL(url);
    const left = paused.left(caller.digest, host, now);
    if (left > 0) {
      const cause = `${name} behind this gateway asked for a pause`;
      throw new Refused('too_many_requests', { cause, retryAfter: left });
    }
    const { response, text } = await limited(() => ask(request, caller), caller.signal);
    const { status, headers } = response;
    if (status === 200 || (mayBeMissing && status === 404))
      return { status, headers, body: parsed(name, status, text) };
    const sentCredentials = caller.authorization !== undefined || caller.parameters.length > 0;
    const refused = refusalOfUpstream({ name, status, headers, body: text, sentCredentials }, now);
    if (status === 429) paused.pause(caller.digest, host, refused.details.retryAfter ?? 0, now);
    throw refused;
  };
}

function isOnThisMachine(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
}

function addressOf(url: string, { parameters }: UpstreamCaller): string {
  if (parameters.length === 0) return url;
  const pairs = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

function parsed(name: string, status: number, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (status === 404) return undefined;
    throw new Refused('unavailable', { cause: `${name} behind this gateway answered something other than JSON` });
  }
}

/** What `fetch` rejects with says "fetch failed", and why in its cause; never the URL, which may hold a key. */
function unreachable(name: string, error: unknown): unknown {
  if (error instanceof Refused || !(error instanceof Error)) return error;
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new Refused('unavailable', { cause: `${name} behind this gateway cannot be reached${code}` });
}
