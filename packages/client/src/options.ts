/** What a client is made with, and what a single call may say otherwise. */
import type { Clock } from './transport/clock.ts';

/** What is known of a good answer beside its body. */
export interface AnswerInfo {
  /** Without credentials. */
  readonly url: string;
  readonly status: number;
  /** Credits that the sources of the data ask to be shown. */
  readonly attribution: string | undefined;
  /** Made for this request by the server. */
  readonly correlationId: string | undefined;
  /** The caller's own, sent back. */
  readonly requestId: string | undefined;
  /** How much there is beyond this page, where the server says. */
  readonly results: { readonly matched: number; readonly returned: number } | undefined;
  /** 1 where the first attempt was answered. */
  readonly attempts: number;
}

export interface CallOptions {
  /** Ends the call, waiting between attempts included; it rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt; default 10000. */
  readonly timeout?: number | undefined;
  /** Attempts beyond the first; default 3. */
  readonly retries?: number | undefined;
  /** Sent as `X-Request-ID`. */
  readonly requestId?: string | undefined;
  /** Called for every good answer. */
  readonly onAnswer?: ((info: AnswerInfo) => void) | undefined;
}

export interface ClientOptions extends Omit<CallOptions, 'signal' | 'requestId'> {
  /** Origin, or origin and path, below which `/v3`, `/v1` and `/ev` stand. */
  readonly baseUrl?: string | undefined;
  /** Base of v3, such as `https://evcp.hereapi.com/v3`. */
  readonly lookupUrl?: string | undefined;
  /** Base of discovery; `{endpoint}` stands for browse, discover, …: `https://{endpoint}.search.hereapi.com/v1`. */
  readonly searchUrl?: string | undefined;
  /** Base of v2, such as `https://ev-v2.cc.api.here.com/ev`. */
  readonly legacyUrl?: string | undefined;
  /** Sent in the query. Not together with `token`. */
  readonly apiKey?: string | undefined;
  /** Sent as a bearer token; a function is asked for every attempt. */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** Default the platform's. */
  readonly fetch?: typeof fetch | undefined;
  /** Time and chance; for tests. */
  readonly clock?: Clock | undefined;
}
