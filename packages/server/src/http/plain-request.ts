/**
 * Which requests are plain: read as they stand, without becoming a `Request` (`ReadySurface`, `AskedSurface`). There is
 * nothing about them that two readers could take for two things.
 */
import type { Asked } from './asked.ts';

/** No escapes in the path and no dot but between letters and digits, nothing in the query that a URL parser would write differently. */
const plainTarget = /^\/(?:[\w/:*-]|(?<=\w)\.(?=\w))*(?:\?[\w\-.~:,;=&%+*()!$@/[\]]*)?$/;
/** The usual form, by which an absolute URL reads as its parts were sent. */
const plainHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;
const plainLength = /^\d{1,9}$/;

/** Nobody else looks at one of these: a body of unknown length, and what changes the protocol. */
const unusual = ['transfer-encoding', 'expect', 'upgrade'];

export interface PlainRequest extends Asked {
  /** Path and query. */
  readonly target: string;
  /** Of a PUT or PATCH. Rejects with `Refused` where there is more than this of it. */
  readonly body?: (maxBytes: number) => Promise<string>;
}

/** Of which no name stands there twice: repeated headers are joined, or not, by rules of their own. */
export interface PlainHeaders {
  get(name: string): string | null;
  /** `http://` and the Host. */
  readonly origin: string;
  /** Bytes of the body, where there is one. */
  readonly length: number | undefined;
}

/** @param get of names in lower case, each sent at most once */
export function plainHeaders(get: (name: string) => string | null): PlainHeaders | undefined {
  const host = get('host');
  if (host === null || !plainHost.test(host)) return undefined;
  if (unusual.some((name) => get(name) !== null)) return undefined;
  const length = get('content-length');
  if (length !== null && !plainLength.test(length)) return undefined;
  return { get, origin: `http://${host}`, length: length === null ? undefined : Number(length) };
}

/**
 * @param body reads it, where the request has one
 * @returns `undefined`: there is something about the request that only the usual way knows to handle
 */
export function plainRequest(
  method: string,
  target: string,
  headers: PlainHeaders,
  body: (maxBytes: number) => Promise<string>,
): PlainRequest | undefined {
  const hasBody = method === 'PUT' || method === 'PATCH';
  if (!hasBody && method !== 'GET' && method !== 'HEAD') return undefined;
  if (hasBody !== (headers.length !== undefined)) return undefined;
  if (!plainTarget.test(target)) return undefined;
  const plain = { method, target, url: headers.origin + target, headers };
  return hasBody ? { ...plain, body } : plain;
}

const utf8 = new TextDecoder();

export function bodyText(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
