/** Plain requests on a connection that node:http reads. */
import type { IncomingMessage } from 'node:http';
import type { PlainRequest } from './plain-request.ts';
import { bodyText, plainHeaders, plainRequest } from './plain-request.ts';
import { readBody } from './request-body.ts';

export function plainIncoming(incoming: IncomingMessage): PlainRequest | undefined {
  const { method = '', url = '', headers, rawHeaders } = incoming;
  if (Object.keys(headers).length * 2 !== rawHeaders.length) return undefined;
  const plain = plainHeaders((name) => {
    const value = headers[name];
    return typeof value === 'string' ? value : null;
  });
  const body = (maxBytes: number): Promise<string> => readBody(incoming, maxBytes).then(bodyText);
  return plain && plainRequest(method, url, plain, body);
}
