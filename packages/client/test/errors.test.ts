/** One class for each kind of failure, whichever contract's body it came in. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  ApiError,
  BadRequestError,
  ConnectionError,
  ForbiddenError,
  NotFoundError,
  PantographError,
  RateLimitedError,
  ServerError,
  TimeoutError,
  UnauthorizedError,
  UnexpectedAnswerError,
  createClient,
} from '../src/index.ts';
import { json, scriptedClient } from './client-under-test.ts';

const bodies = {
  v3: {
    title: 'Bad Request',
    code: 'E629400',
    cause: 'querystring/fields/2 must be equal to one of the allowed values',
    action: 'Send fields as one or more of address, evses.',
    correlationId: 'from-body',
  },
  gateway: {
    error: 'Bad Request',
    error_description: 'querystring/fields/2 must be equal to one of the allowed values',
  },
  v2: {
    Type: 'Bad Request',
    Message: [
      'querystring/fields/2 must be equal to one of the allowed values',
      'Send fields.',
      'Correlation id: from-body',
    ],
  },
  problem: { title: 'Bad Request', detail: 'querystring/fields/2 must be equal to one of the allowed values' },
} as const;

async function failureOf(answer: Response | Error, options = {}): Promise<PantographError> {
  const { client } = scriptedClient([answer], { retries: 0, ...options });
  const failure: unknown = await client.health().then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof PantographError)) throw new Error('no error of the client', { cause: failure });
  return failure;
}

describe.each(Object.entries(bodies))('a refusal in the body of %s', (form, body) => {
  it.each([
    [400, BadRequestError, 'badRequest'],
    [401, UnauthorizedError, 'unauthorized'],
    [403, ForbiddenError, 'forbidden'],
    [404, NotFoundError, 'notFound'],
    [405, BadRequestError, 'badRequest'],
    [415, BadRequestError, 'badRequest'],
    [429, RateLimitedError, 'rateLimited'],
    [500, ServerError, 'server'],
    [503, ServerError, 'server'],
  ])('with %d', async (status, Kind, kind) => {
    const failure = await failureOf(json(body, { status, headers: { 'x-request-id': 'mine' } }));
    expect(failure).toBeInstanceOf(Kind);
    expect(failure).toBeInstanceOf(ApiError);
    expect(failure).toMatchObject({
      kind,
      name: Kind.name,
      status,
      title: 'Bad Request',
      cause: 'querystring/fields/2 must be equal to one of the allowed values',
      requestId: 'mine',
      attempts: 1,
    });
    expect(failure.message).toContain(`${String(status)} Bad Request: querystring/fields/2`);
    if (form === 'v3') expect(failure).toMatchObject({ code: 'E629400', action: bodies.v3.action });
    if (form === 'v3' || form === 'v2') expect(failure).toMatchObject({ correlationId: 'from-body' });
  });
});

it('the correlation id of the header counts, and the time to come back', async () => {
  const headers = { 'x-correlation-id': 'from-header', 'retry-after': '120' };
  const failure = await failureOf(json(bodies.v3, { status: 429, headers }));
  expect(failure).toMatchObject({ correlationId: 'from-header', retryAfterSeconds: 120 });
});

it.each(['<html>Bad gateway</html>', '', 'null', '[1]', '"text"'])(
  'an error of a proxy on the way is one all the same: %s',
  async (text) => {
    const failure = await failureOf(new Response(text, { status: 502 }));
    expect(failure).toBeInstanceOf(ServerError);
    expect(failure).toMatchObject({ status: 502, title: undefined, cause: undefined });
  },
);

it('an answer that is no JSON is none', async () => {
  const failure = await failureOf(new Response('<html>', { headers: { 'content-type': 'text/html' } }));
  expect(failure).toBeInstanceOf(UnexpectedAnswerError);
  expect(failure.message).toContain('text/html');
});

it('a station that is asked for and not in the answer is no answer either', async () => {
  const { client } = scriptedClient([json({ hasMore: false, evStations: { evStation: [] } })]);
  await expect(client.v2.pool('x')).rejects.toBeInstanceOf(UnexpectedAnswerError);
});

it('no answer is a connection error, with what the platform threw', async () => {
  const cause = new TypeError('fetch failed');
  const failure = await failureOf(cause);
  expect(failure).toBeInstanceOf(ConnectionError);
  expect(failure).toMatchObject({ kind: 'connection', cause });
});

it('an answer that does not come in time is a timeout, also where its body stops half-way', async () => {
  const never = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) });
  const { client } = scriptedClient(
    [(request) => new Response(never.pipeThrough(new TransformStream(), { signal: request.signal }))],
    { retries: 0, timeout: 20 },
  );
  await expect(client.health()).rejects.toBeInstanceOf(TimeoutError);
});

it('no credential is in an error', async () => {
  const failure = await failureOf(json({}, { status: 404 }), { apiKey: 'pan_secret' });
  expect(failure.url).toBe('http://pantograph.test/v3/health');
  expect(inspect(failure)).not.toContain('secret');
});

it.each([
  [{ baseUrl: 'localhost:8080' }, 'baseUrl'],
  [{ baseUrl: 'ftp://x' }, 'baseUrl'],
  [{ lookupUrl: 'http://x/v3?apiKey=1' }, 'lookupUrl'],
  [{ baseUrl: 'http://x', apiKey: 'a', token: 'b' }, 'not both'],
])('options that cannot be meant are refused at once: %j', (options, says) => {
  expect(() => createClient(options)).toThrow(says);
});

it('an API without an address is refused when it is asked', async () => {
  const client = createClient({ lookupUrl: 'http://x/v3' });
  await expect(client.browse({ at: '0,0' })).rejects.toThrow('searchUrl');
  await expect(client.v2.roamings()).rejects.toThrow('legacyUrl');
});
