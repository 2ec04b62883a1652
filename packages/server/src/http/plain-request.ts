/** Which requests of a connection are read as they stand, without becoming a `Request` (`ReadySurface`). */
import type { IncomingMessage } from 'node:http';
import type { Asked } from './asked.ts';
import { readBody } from './request-body.ts';

/** No escapes in the path and no dot but between letters and digits, nothing in the query that a URL parser would write differently. */
const plainTarget = /^\/(?:[\w/:*-]|(?<=\w)\.(?=\w))*(?:\?[\w\-.~:,;=&%+*()!$@/[\]]*)?$/;
/** The usual form, by which an absolute URL reads as its parts were sent. */
const plainHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;

/** Nobody else looks at one of these: a body of unknown length, and what changes the protocol. */
const unusual = ['transfer-encoding', 'expect', 'upgrade'];

export interface PlainRequest extends Asked {
  /** Path and query. */
  readonly target: string;
  /** Of a PUT or PATCH. Rejects with `Refused` where there is more than this of it. */
  readonly body?: (maxBytes: number) => Promise<string>;
}

/** `undefined`: there is something about the request that only the usual way knows to handle. */
export function plainRequest(incoming: IncomingMessage): PlainRequest | undefined {
  const { method, url: target, headers, rawHeaders } = incoming;
  const hasBody = method === 'PUT' || method === 'PATCH';
  if (!hasBody && method !== 'GET' && method !== 'HEAD') return undefined;
  if (target === undefined || !plainTarget.test(target)) return undefined;
  const { host } = headers;
  if (host === undefined || !plainHost.test(host)) return undefined;
  // Repeated headers are joined, or not, by rules of their own.
  if (Object.keys(headers).length * 2 !== rawHeaders.length) return undefined;
  if (unusual.some((name) => headers[name] !== undefined)) return undefined;
  if (hasBody !== (headers['content-length'] !== undefined)) return undefined;
  const get = (name: string): string | null => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  };
  const plain = { method, target, url: `http://${host}${target}`, headers: { get } };
  return hasBody ? { ...plain, body: (maxBytes) => readText(incoming, maxBytes) } : plain;
}

const utf8 = new TextDecoder();

async function readText(incoming: IncomingMessage, maxBytes: number): Promise<string> {
  return utf8.decode(await readBody(incoming, maxBytes));
}
