/** Attempts, pauses, aborts, credentials, addresses. */
import { describe, expect, it } from 'vitest';
import { BadRequestError, RateLimitedError, ServerError, TruncatedError, createClient } from '../src/index.ts';
import { START, json, scriptedClient } from './client-under-test.ts';

const good = json({ status: 'ok' });
const busy = (status: number, headers = {}) => json({ title: 'Later' }, { status, headers });

describe('another attempt', () => {
  it.each([408, 429, 500, 502, 503, 504])('follows %d', async (status) => {
    const { client, requests, waits } = scriptedClient([busy(status), busy(status), good]);
    await expect(client.health()).resolves.toEqual({ status: 'ok' });
    expect(requests).toHaveLength(3);
    // Between a half and the whole of 250 and 500 ms; chance is a half here.
    expect(waits).toEqual([187.5, 375]);
  });

  it('follows a connection that failed', async () => {
    const { client, requests } = scriptedClient([new TypeError('fetch failed'), good]);
    await client.health();
    expect(requests).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 405, 413, 501])('does not follow %d', async (status) => {
    const { client, requests } = scriptedClient([busy(status), good]);
    await expect(client.health()).rejects.toMatchObject({ status, attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  it('comes as often as allowed, and no more', async () => {
    const { client, requests, waits } = scriptedClient([busy(503)], { retries: 8 });
    await expect(client.health()).rejects.toMatchObject({ attempts: 9 });
    await expect(client.health({ retries: 1 })).rejects.toMatchObject({ attempts: 2 });
    await expect(client.health({ retries: 0 })).rejects.toBeInstanceOf(ServerError);
    expect(requests).toHaveLength(9 + 2 + 1);
    expect(Math.max(...waits)).toBe(7500);
  });

  it.each([
    ['2', 2187.5],
    [new Date(START + 5000).toUTCString(), 5187.5],
    [new Date(START - 5000).toUTCString(), 187.5],
    ['soon', 187.5],
  ])('waits for what Retry-After says: %s', async (value, milliseconds) => {
    const { client, waits } = scriptedClient([busy(429, { 'retry-after': value }), good]);
    await client.health();
    expect(waits).toEqual([milliseconds]);
  });

  it('is not worth a pause of more than a minute', async () => {
    const { client, waits } = scriptedClient([busy(429, { 'retry-after': '61' }), good]);
    await expect(client.health()).rejects.toMatchObject({ retryAfterSeconds: 61 });
    await expect(client.health()).resolves.toBeDefined();
    expect(waits).toEqual([]);
    expect(RateLimitedError.prototype).toBeInstanceOf(Error);
  });
});

describe('an abort', () => {
  const reason = new Error('the user went away');

  it('before, during and between attempts rejects with the reason of the signal', async () => {
    const before = scriptedClient([good]);
    await expect(before.client.health({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(before.requests).toHaveLength(0);

    const aborting = new AbortController();
    const during = scriptedClient([
      (request) =>
        new Promise<Response>((_, reject) => {
          request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
          aborting.abort(reason);
        }),
    ]);
    await expect(during.client.health({ signal: aborting.signal })).rejects.toBe(reason);

    const waiting = new AbortController();
    const between = createClient({
      baseUrl: 'http://pantograph.test',
      fetch: () => {
        queueMicrotask(() => queueMicrotask(() => waiting.abort(reason)));
        return Promise.resolve(busy(503, { 'retry-after': '50' }));
      },
    });
    await expect(between.health({ signal: waiting.signal })).rejects.toBe(reason);
  });

  it('ends an iterator', async () => {
    const aborting = new AbortController();
    const { client, requests } = scriptedClient([json({ items: [{ id: 'a' }, { id: 'b' }], nextOffset: 2 })]);
    const seen: string[] = [];
    const walk = async () => {
      for await (const { id } of client.eachPlace({ at: '0,0', limit: 2 }, { signal: aborting.signal })) {
        seen.push(id);
        if (seen.length === 4) aborting.abort(reason);
      }
    };
    await expect(walk()).rejects.toBe(reason);
    expect([seen.length, requests.length]).toEqual([4, 2]);
  });
});

describe('a request', () => {
  it('has the key in its query, or a fresh token in its header', async () => {
    const withKey = scriptedClient([good], { apiKey: 'a b&c' });
    await withKey.client.health();
    expect(withKey.requests[0]?.url.search).toBe('?apiKey=a+b%26c');

    let made = 0;
    const withToken = scriptedClient([busy(503), good], { token: () => Promise.resolve(`t${String(++made)}`) });
    await withToken.client.health({ requestId: 'mine' });
    expect(withToken.requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer t1', 'Bearer t2']);
    expect(withToken.requests[0]?.headers.get('x-request-id')).toBe('mine');
  });

  it.each([
    [{ baseUrl: 'https://a.example/charging/' }, 'https://a.example/charging/v3/health'],
    [{ baseUrl: 'https://a.example', lookupUrl: 'https://evcp.example/v3' }, 'https://evcp.example/v3/health'],
  ])('goes to where its API stands: %j', async (options, url) => {
    const { client, requests } = scriptedClient([good], options);
    await client.health();
    expect(requests[0]?.url.href).toBe(url);
  });

  it('goes to the host of its endpoint, where there is one for each', async () => {
    const searchUrl = 'https://{endpoint}.search.example/v1/';
    const { client, requests } = scriptedClient([json({ items: [] })], { searchUrl });
    await client.browse({ at: { lat: -0.5, lng: 180 } });
    await client.lookup('here:pds:place:x');
    expect(requests.map(({ url }) => url.href)).toEqual([
      'https://browse.search.example/v1/browse?at=-0.5%2C180',
      'https://lookup.search.example/v1/lookup?id=here%3Apds%3Aplace%3Ax',
    ]);
    expect(() => createClient({ searchUrl: '{endpoint}' })).toThrow('searchUrl');
  });

  it('asks for 100 ids at a time, each once, and for no more than are taken', async () => {
    const { client, requests } = scriptedClient([
      (request) => {
        const ids = new URL(request.url).searchParams.get('ids')?.split(',') ?? [];
        return json({ items: ids.map((id) => ({ id: `here:evcp:charginglocation:${id}` })) });
      },
    ]);
    const ids = Array.from({ length: 250 }, (_, at) => `here:pds:place:${String(at % 240)}`);
    const { items, missingItems } = await client.locations(ids);
    expect([items.length, missingItems]).toEqual([240, []]);
    const counts = requests.map(({ url }) => url.searchParams.get('ids')?.split(',').length);
    expect(counts).toEqual([100, 100, 40]);
    for await (const { id } of client.eachLocation(ids)) if (id.endsWith(':7')) break;
    expect(requests).toHaveLength(4);
  });
});

describe('pages', () => {
  /** A service with so many places, paged as the contract says. */
  const service = (matched: number, says = true) =>
    scriptedClient([
      (request) => {
        const { searchParams } = new URL(request.url);
        const offset = Number(searchParams.get('offset'));
        const limit = Number(searchParams.get('limit'));
        const count = Math.max(0, Math.min(limit, matched - offset));
        const items = Array.from({ length: count }, (_, at) => ({ id: String(offset + at) }));
        const next = offset + count;
        const isMore = next < matched && next <= 99;
        const headers = says ? { 'x-results': `matched=${String(matched)}, returned=${String(count)}` } : {};
        return json({ items, ...(isMore && { nextOffset: next }) }, { headers });
      },
    ]);

  it.each([
    [0, undefined],
    [1, undefined],
    [99, undefined],
    [100, 1],
    [199, undefined],
    [199, 20],
    [150, 7],
  ])('reach all of %d places, in pages of %d', async (matched, limit) => {
    const { client } = service(matched);
    const ids: string[] = [];
    for await (const { id } of client.eachPlace({ at: '0,0', limit })) ids.push(id);
    expect(ids).toEqual(Array.from({ length: matched }, (_, at) => String(at)));
  });

  it.each([true, false])('end at 199, and say so (service tells how many there are: %s)', async (says) => {
    const { client } = service(300, says);
    let count = 0;
    const walk = async () => {
      for await (const _ of client.eachPlace({ q: 'x', at: '0,0' })) count++;
    };
    const failure: unknown = await walk().catch((error: unknown) => error);
    expect(count).toBe(199);
    expect(failure).toBeInstanceOf(TruncatedError);
    expect(failure).toMatchObject({ kind: 'truncated', reached: 199, matched: says ? 300 : undefined });
  });

  it('a refusal half-way reaches whoever iterates', async () => {
    const page = json({ items: [{ id: 'a' }], nextOffset: 1 });
    const { client } = scriptedClient([page, busy(400)]);
    const iterator = client.eachPlace({ at: '0,0' });
    await iterator.next();
    await expect(iterator.next()).rejects.toBeInstanceOf(BadRequestError);
  });
});
