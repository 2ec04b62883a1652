/** CORS: every surface may be read from any page; credentials are keys that the page itself sends, never cookies. */

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

export function isPreflight(request: Request): boolean {
  return (
    request.method === 'OPTIONS' &&
    request.headers.has('origin') &&
    request.headers.has('access-control-request-method')
  );
}

export function preflightAnswer(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
      'access-control-allow-headers': 'Authorization, Content-Type, If-None-Match, Last-Event-ID, X-Request-ID',
      'access-control-max-age': '86400',
    },
  });
}
