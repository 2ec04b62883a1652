/** One OCPI request of ours to a peer, and what came back of it. OCPI 2.3.0, transport. */
import type { OutboundFetch } from '../outbound/index.ts';
import { OutboundError, readBounded } from '../outbound/index.ts';
import type { TokenForm } from './peer.ts';
import { authorization } from './token.ts';

export interface PeerRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly token: string;
  readonly form: TokenForm;
  readonly body?: unknown;
  /** OCPI-to and OCPI-from, on functional modules of 2.2 and later. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PeerAnswer {
  readonly http: number;
  /** OCPI's own, which counts even where HTTP says 200. */
  readonly code: number;
  readonly message?: string;
  readonly data?: unknown;
  readonly headers: Headers;
}

/** The peer could not be asked, or what it answered is no OCPI. */
export class PeerUnusable extends Error {
  override readonly name = 'PeerUnusable';
}

/** What is asked for here: versions, credentials, answers to a push. */
const MAX_BYTES = 1024 * 1024;

/** Rejects with `PeerUnusable`. A refusal, by HTTP or by OCPI, is an answer. */
export async function callPeer(fetch: OutboundFetch, request: PeerRequest, newId: () => string): Promise<PeerAnswer> {
  const { method = 'GET', url, token, form, body, headers = {} } = request;
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...headers,
        authorization: authorization(token, form),
        accept: 'application/json',
        'x-request-id': newId(),
        'x-correlation-id': newId(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return answerIn(await readBounded(response, MAX_BYTES), response, url);
  } catch (error) {
    if (error instanceof OutboundError) throw new PeerUnusable(error.message, { cause: error });
    if (error instanceof PeerUnusable) throw error;
    throw new PeerUnusable(`${shownUrl(url)} broke off its answer`, { cause: error });
  }
}

function answerIn(text: string, { status, headers }: Response, url: string): PeerAnswer {
  let envelope: unknown;
  try {
    envelope = JSON.parse(text);
  } catch (error) {
    // Refusals need no body; successes do.
    if (status >= 400) return { http: status, code: 2000, headers };
    throw new PeerUnusable(`${shownUrl(url)} answered ${String(status)} with something that is no JSON`, {
      cause: error,
    });
  }
  const { status_code, status_message, data } = asRecord(envelope);
  if (typeof status_code !== 'number') {
    if (status >= 400) return { http: status, code: 2000, headers };
    throw new PeerUnusable(`${shownUrl(url)} answered ${String(status)} without a status_code`);
  }
  const message = typeof status_message === 'string' ? { message: status_message.slice(0, 500) } : {};
  return { http: status, code: status_code, ...message, data, headers };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

export function isSuccess({ http, code }: PeerAnswer): boolean {
  return http < 300 && code >= 1000 && code < 2000;
}

/** `404, OCPI 2003 (unknown location)` */
export function shownAnswer({ http, code, message }: PeerAnswer): string {
  return `HTTP ${String(http)}, OCPI ${String(code)}${message === undefined ? '' : ` (${message})`}`;
}

function shownUrl(url: string): string {
  return url.replace(/\?.*$/s, '').slice(0, 200);
}
