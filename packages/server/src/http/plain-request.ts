/** Which requests of a connection are read as they stand, without becoming a `Request` (`ReadySurface`). */
import type { IncomingMessage } from 'node:http';
import type { Asked } from './asked.ts';

/** No escapes in the path and no dot but one before an extension, nothing in the query that a URL parser would write differently. */
const plainTarget = /^\/[\w/:-]*(?:\w\.[a-z]+)?(?:\?[\w\-.~:,;=&%+*()!$@/[\]]*)?$/;
/** The usual form, by which an absolute URL reads as its parts were sent. */
const plainHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;

/** Nobody else looks at one of these: a body, and what changes the protocol. */
const unusual = ['content-length', 'transfer-encoding', 'expect', 'upgrade'];

/** `undefined`: there is something about the request that only the usual way knows to handle. */
export function plainRequest(incoming: IncomingMessage): (Asked & { readonly target: string }) | undefined {
  const { method, url: target, headers, rawHeaders } = incoming;
  if ((method !== 'GET' && method !== 'HEAD') || target === undefined || !plainTarget.test(target)) return undefined;
  const { host } = headers;
  if (host === undefined || !plainHost.test(host)) return undefined;
  // Repeated headers are joined, or not, by rules of their own.
  if (Object.keys(headers).length * 2 !== rawHeaders.length) return undefined;
  if (unusual.some((name) => headers[name] !== undefined)) return undefined;
  const get = (name: string): string | null => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  };
  return { method, target, url: `http://${host}${target}`, headers: { get } };
}
