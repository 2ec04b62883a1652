/** From a path and a query to a body: addresses, credentials, attempts. The one place that talks to the network. */
import type { AnswerInfo, CallOptions, ClientOptions } from '../options.ts';
import type { Answered, Sent } from './attempt.ts';
import { attempt } from './attempt.ts';
import { platformClock } from './clock.ts';
import { credentialsOf } from './credentials.ts';
import type { Api } from './bases.ts';
import { basesOf } from './bases.ts';
import { resultsOf } from './results.ts';
import { retryDelay } from './retry-delay.ts';

export interface Question {
  readonly api: Api;
  /** Below the base of the API, without a slash in front. */
  readonly path: string;
  readonly query?: URLSearchParams;
  /** Makes it a POST. */
  readonly body?: { readonly type: string; readonly text: string };
}

export interface Told<Body> {
  readonly body: Body;
  readonly info: AnswerInfo;
}

/** The type of the body is what the API describes; it is not checked at run time. */
export type Transport = <Body>(question: Question, call?: CallOptions) => Promise<Told<Body>>;

const TIMEOUT_MILLISECONDS = 10_000;
const RETRIES = 3;

export function transportOf(options: ClientOptions): Transport {
  const bases = basesOf(options);
  const credentials = credentialsOf(options);
  const { clock = platformClock } = options;
  const timeoutMilliseconds = options.timeout ?? TIMEOUT_MILLISECONDS;
  // Called as a plain function: the platform's insists on having no other receiver.
  const fetcher: typeof fetch = (input, init) => (options.fetch ?? fetch)(input, init);

  async function sentFor(question: Question, requestId: string | undefined): Promise<Sent> {
    const { body } = question;
    const url = bases.url(question.api, question.path);
    for (const [name, value] of question.query ?? []) url.searchParams.append(name, value);
    const shownUrl = url.href;
    credentials.sign(url.searchParams);
    const headers = {
      accept: 'application/json',
      ...(await credentials.headers()),
      ...(requestId !== undefined && { 'x-request-id': requestId }),
      ...(body !== undefined && { 'content-type': body.type }),
    };
    const init = {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body !== undefined && { body: body.text }),
    };
    return { url: url.href, shownUrl, init };
  }

  return async <Body>(question: Question, call: CallOptions = {}): Promise<Told<Body>> => {
    const { signal, retries = options.retries ?? RETRIES, onAnswer = options.onAnswer } = call;
    for (let attempts = 1; ; attempts++) {
      signal?.throwIfAborted();
      const sent = await sentFor(question, call.requestId);
      try {
        const timeout = call.timeout ?? timeoutMilliseconds;
        const answered = await attempt(sent, { fetch: fetcher, timeout, signal, clock, attempts });
        const info = infoOf(answered, sent.shownUrl, attempts);
        onAnswer?.(info);
        return { body: answered.body as Body, info };
      } catch (error) {
        const delay = attempts > retries ? undefined : retryDelay(error, attempts, clock.random());
        if (delay === undefined) throw error;
        await clock.wait(delay, signal);
      }
    }
  };
}

function infoOf({ status, headers }: Answered, url: string, attempts: number): AnswerInfo {
  return {
    url,
    status,
    attribution: headers.get('x-attribution') ?? undefined,
    correlationId: headers.get('x-correlation-id') ?? undefined,
    requestId: headers.get('x-request-id') ?? undefined,
    results: resultsOf(headers.get('x-results')),
    attempts,
  };
}
