/** What the edge adds to every answer: correlation, caching, coding, CORS and safety headers. */
import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';
import type { ContentCoding } from './content-coding.ts';
import { chooseCoding, encode, isWorthCoding } from './content-coding.ts';
import { corsHeaders } from './cross-origin.ts';
import { codedTag, entityTag, matchesTag } from './entity-tag.ts';
import { giveBack } from './lent-memory.ts';
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
  readonly answer: Answer;
  /** The answer was given for credentials, so that no shared cache may keep it. */
  readonly isPrivate: boolean;
  /** Stands above what the surface set. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** As it goes out, with its length where that is known; `null` for HEAD, 204 and 304. */
export type Reply = Answer;

export function dress(outcome: Outcome, asked: Asked, context: RequestContext): Reply | Promise<Reply> {
  const { status, body } = outcome.answer;
  const headers = completed(outcome, context);
  if (body instanceof ReadableStream) return { status, headers, body: asked.method === 'HEAD' ? null : body };
  if (status === 204 || status === 304) return empty(status, headers, body);
  const bytes = typeof body === 'string' ? Buffer.from(body) : (body ?? nothing);
  let coding: ContentCoding | undefined;
  if (isWorthCoding(headers['content-type'], bytes.byteLength) && headers['content-encoding'] === undefined) {
    headers['vary'] = headers['vary'] === undefined ? 'Accept-Encoding' : `${headers['vary']}, Accept-Encoding`;
    coding = chooseCoding(asked.headers.get('accept-encoding'));
  }
  if (status === 200 && (asked.method === 'GET' || asked.method === 'HEAD')) {
    const tag = headers['etag'] ?? entityTag(bytes);
    headers['etag'] = coding === undefined ? tag : codedTag(tag, coding);
    const known = asked.headers.get('if-none-match');
    if (known !== null && matchesTag(known, headers['etag'])) {
      delete headers['content-type'];
      return empty(304, headers, bytes);
    }
  }
  if (coding === undefined) return finished(status, headers, bytes, asked.method);
  headers['content-encoding'] = coding;
  return encode(bytes, coding).then((coded) => {
    giveBack(bytes);
    return finished(status, headers, coded, asked.method);
  });
}

const nothing = new Uint8Array();

function finished(status: number, headers: Headers, bytes: Uint8Array, method: string): Reply {
  headers['content-length'] = String(bytes.byteLength);
  return method === 'HEAD' ? empty(status, headers, bytes) : { status, headers, body: bytes };
}

function empty(status: number, headers: Headers, unsent: string | Uint8Array | null): Reply {
  if (unsent instanceof Uint8Array) giveBack(unsent);
  return { status, headers, body: null };
}

function completed({ answer, isPrivate, headers: above }: Outcome, context: RequestContext): Headers {
  const headers: Headers = { ...always, 'x-correlation-id': context.correlationId, ...answer.headers, ...above };
  if (context.requestId !== undefined) headers['x-request-id'] = context.requestId;
  // Statuses are live: kept copies are asked for again, and the ETag makes that cheap.
  const cacheControl = headers['cache-control'] ?? (answer.status < 400 ? 'no-cache' : 'no-store');
  headers['cache-control'] = isPrivate ? `private, ${cacheControl.replace(/\bpublic, */, '')}` : cacheControl;
  const type = headers['content-type'];
  if (type !== undefined && !type.includes('json')) headers['content-security-policy'] ??= inert;
  return headers;
}
