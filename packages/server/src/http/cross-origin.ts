/** CORS: every surface may be read from any page; credentials are keys that the page itself sends, never cookies. */

import type { Answer } from './answer.ts';
import type { Asked } from './asked.ts';

/** What pages may read besides the body. */
const exposed = [
  'X-Correlation-ID',
  'X-Request-ID',
  'X-Attribution',
  'ETag',
  'Link',
  'Retry-After',
  'X-Total-Count',
  'X-Limit',
  'X-Results',
  'X-Cursor',
  'X-More',
  'Deprecation',
  'Sunset',
].join(', ');

export const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposed,
} as const;

export function isPreflight({ method, headers }: Asked): boolean {
  return (
    method === 'OPTIONS' && headers.get('origin') !== null && headers.get('access-control-request-method') !== null
  );
}

export const preflightAnswer: Answer = {
  status: 204,
  headers: {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
    'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match, Last-Event-ID, X-Request-ID',
    'access-control-max-age': '86400',
  },
  body: null,
};
