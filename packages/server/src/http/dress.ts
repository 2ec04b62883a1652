/** What the edge adds to every answer: correlation, caching, coding, CORS and safety headers. */
import type { Answer } from './answer.ts';
import { answerOf } from './answer.ts';
import type { ContentCoding } from './content-coding.ts';
import { chooseCoding, encode, isWorthCoding } from './content-coding.ts';
import { corsHeaders } from './cross-origin.ts';
import { codedTag, entityTag, matchesTag } from './entity-tag.ts';
import type { RequestContext } from './surface.ts';

const always = {
  ...corsHeaders,
  'x-content-type-options': 'nosniff',
  // URLs may hold an apiKey.
  'referrer-policy': 'no-referrer',
} as const;

/** Documents that a browser renders get this where their surface says nothing else. */
const inert = "default-src 'none'; frame-ancestors 'none'";

type Headers = Record<string, string>;

export interface Outcome {
  readonly response: Response;
  /** The answer was given for credentials, so that no shared cache may keep it. */
  readonly isPrivate: boolean;
  /** Stands above what the surface set. */
  readonly headers?: Readonly<Record<string, string>>;
}

export function dress(outcome: Outcome, request: Request, context: RequestContext): Response | Promise<Response> {
  const { response } = outcome;
  const whole = answerOf(response);
  if (whole === undefined) {
    const headers = completed(Object.fromEntries(response.headers), response.status, context, outcome);
    return new Response(request.method === 'HEAD' ? null : response.body, { status: response.status, headers });
  }
  if (whole instanceof Promise) return whole.then((read) => dressAnswer(read, request, context, outcome));
  return dressAnswer(whole, request, context, outcome);
}

function dressAnswer(
  { status, headers: own, body }: Answer,
  request: Request,
  context: RequestContext,
  outcome: Outcome,
): Response | Promise<Response> {
  const headers = completed(own, status, context, outcome);
  if (status === 204 || status === 304) return new Response(null, { status, headers });
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  let coding: ContentCoding | undefined;
  if (isWorthCoding(headers['content-type'], bytes.byteLength) && headers['content-encoding'] === undefined) {
    headers['vary'] = headers['vary'] === undefined ? 'Accept-Encoding' : `${headers['vary']}, Accept-Encoding`;
    coding = chooseCoding(request.headers.get('accept-encoding'));
  }
  if (status === 200 && (request.method === 'GET' || request.method === 'HEAD')) {
    const tag = headers['etag'] ?? entityTag(bytes);
    headers['etag'] = coding === undefined ? tag : codedTag(tag, coding);
    const known = request.headers.get('if-none-match');
    if (known !== null && matchesTag(known, headers['etag'])) {
      delete headers['content-type'];
      return new Response(null, { status: 304, headers });
    }
  }
  if (coding !== undefined) {
    headers['content-encoding'] = coding;
    return encode(bytes, coding).then((coded) => finished(coded, status, headers, request.method));
  }
  return finished(bytes, status, headers, request.method);
}

function finished(bytes: Uint8Array, status: number, headers: Headers, method: string): Response {
  if (method !== 'HEAD') return new Response(bytes as Uint8Array<ArrayBuffer>, { status, headers });
  headers['content-length'] = String(bytes.byteLength);
  return new Response(null, { status, headers });
}

function completed(
  own: Readonly<Record<string, string>>,
  status: number,
  context: RequestContext,
  { isPrivate, headers: above }: Outcome,
): Headers {
  const headers: Headers = { ...always, 'x-correlation-id': context.correlationId, ...own, ...above };
  if (context.requestId !== undefined) headers['x-request-id'] = context.requestId;
  // Statuses are live: kept copies are asked for again, and the ETag makes that cheap.
  const cacheControl = headers['cache-control'] ?? (status < 400 ? 'no-cache' : 'no-store');
  headers['cache-control'] = isPrivate ? `private, ${cacheControl.replace(/\bpublic, */, '')}` : cacheControl;
  const type = headers['content-type'];
  if (type !== undefined && !type.includes('json')) headers['content-security-policy'] ??= inert;
  return headers;
}
