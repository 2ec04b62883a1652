/** What callers and upstreams do that a gateway has to live with. */
import { ErrorBody } from '@pantograph/model/v2';
import { presentProviders } from '@pantograph/model/v3';
import { describe, expect, it } from 'vitest';
import { smallWorld } from '../../test/small-world.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { bothWays } from './testing/both-ways.ts';
import type { UpstreamFetch } from './testing/fetch-transport.ts';

const atlas = memoryAtlas(smallWorld());
const near = 'stations.json?prox=52.0116,4.3571,3000';

/** An upstream that answers everything with this. */
function answering(response: () => Response): { wire: () => UpstreamFetch; calls: () => number } {
  let calls = 0;
  const upstream: UpstreamFetch = () => {
    calls++;
    return Promise.resolve(response());
  };
  return { wire: () => upstream, calls: () => calls };
}

function refusing(status: number, body: string, headers: Record<string, string> = {}) {
  return answering(() => new Response(body, { status, headers }));
}

/** An upstream that never answers, and hears when nobody waits any more. */
function hanging() {
  let under = 0;
  let most = 0;
  const upstream: UpstreamFetch = (_, { signal }) => {
    most = Math.max(most, ++under);
    return new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => {
        under--;
        reject(new DOMException('aborted', 'AbortError'));
      });
    });
  };
  return { wire: () => upstream, under: () => under, most: () => most };
}

async function refused(told: Promise<{ readonly text: string }>) {
  const { Type, Message } = ErrorBody.parse(JSON.parse((await told).text));
  return `${Type}: ${Message.join(' ')}`;
}

describe("the caller's credentials", () => {
  it.each([
    ['as a key', `${near}&apiKey=s3cret`, {}, 'apiKey=s3cret', null],
    ['as the older pair', `${near}&app_id=me&app_code=s3cret`, {}, 'app_id=me&app_code=s3cret', null],
    ['as a token', near, { authorization: 'Bearer s3cret' }, '', 'Bearer s3cret'],
    ['as none', near, {}, '', null],
  ])('are passed on %s, and never logged', async (_, path, headers, query, authorization) => {
    const seen: { url: string; authorization: string | null }[] = [];
    const { askGateway, logged } = bothWays({
      atlas,
      wire: (upstream) => (url, init) => {
        seen.push({ url, authorization: new Headers(init.headers).get('authorization') });
        return upstream(url, init);
      },
    });
    const { status } = await askGateway(path, { headers });
    expect(status).toBe(200);
    expect(seen.map(({ url }) => new URL(url).pathname)).toEqual(['/v1/browse', '/v3/locations']);
    for (const request of seen) {
      expect(request.url.endsWith(query)).toBe(true);
      expect(request.url.includes('s3cret')).toBe(query.includes('s3cret'));
      expect(request.authorization).toBe(authorization);
    }
    expect(logged()).not.toContain('s3cret');
  });

  it('part what is kept: nobody is answered from what another was', async () => {
    const { askGateway, asked } = bothWays({ atlas, settings: { cacheSeconds: 60 } });
    await askGateway(`${near}&apiKey=one`);
    await askGateway(`${near}&apiKey=one`);
    expect(asked).toHaveLength(2);
    await askGateway(`${near}&apiKey=two`);
    expect(asked).toHaveLength(4);
  });
});

describe("an upstream's errors are v2's", () => {
  it.each([
    [
      400,
      400,
      '{"title":"Bad","cause":"at is out of range"}',
      'BadRequest: Search behind this gateway answered 400: at is out of range.',
    ],
    [
      401,
      401,
      '{"error":"Unauthorized","error_description":"No credentials found"}',
      'Unauthorized: Search behind this gateway answered 401: No credentials found.',
    ],
    [403, 403, '{"error":"Forbidden"}', 'Forbidden: Search behind this gateway answered 403: Forbidden.'],
    [404, 503, 'nothing here', 'ServiceUnavailable: Search behind this gateway answered 404.'],
    [500, 503, '<html>', 'ServiceUnavailable: Search behind this gateway answered 500.'],
    [503, 503, '', 'ServiceUnavailable: Search behind this gateway answered 503.'],
  ])('%i is %i', async (status, shown, body, message) => {
    const { askGateway } = bothWays({ atlas, ...refusing(status, body) });
    const told = await askGateway(near);
    expect(told.status).toBe(shown);
    expect(await refused(Promise.resolve(told))).toContain(message);
    const xml = await askGateway(near.replace('.json', '.xml'));
    expect(xml.text).toContain('<Type>');
  });

  it('asks for credentials where none were sent, and says that they are wrong where some were', async () => {
    const { askGateway } = bothWays({ atlas, ...refusing(401, '{}') });
    expect((await askGateway(near)).headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(await refused(askGateway(near))).toMatch(/Send a key as apiKey=.*app_id= and app_code=/);
    expect(await refused(askGateway(`${near}&apiKey=wrong`))).toMatch(
      /of the service behind this gateway.*app_id= and app_code=/,
    );
  });

  it('hides secrets that an upstream repeats', async () => {
    const { askGateway } = bothWays({ atlas, ...refusing(400, '{"cause":"bad URL ?apiKey=s3cret"}') });
    expect((await askGateway(`${near}&apiKey=s3cret`)).text).not.toContain('s3cret');
  });

  it.each([
    ['no JSON', () => new Response('<html>')],
    ['no places', () => Response.json({ items: [{ id: 1 }] })],
    ['an endless body', () => new Response(endless())],
    ['a connection that breaks', () => new Response(broken())],
  ])('answers 503 to %s', async (_, response) => {
    const { askGateway } = bothWays({ atlas, ...answering(response) });
    expect((await askGateway(near)).status).toBe(503);
  });

  it.each([
    ['stations/x.json', 'v3 behind this gateway answered something other than locations'],
    ['pools/x.json', 'v3 behind this gateway answered something other than locations'],
    ['roamings.json', 'v3 behind this gateway answered something other than countries'],
    [near, 'Search behind this gateway answered something other than places'],
  ])('answers 503 where %s is answered with something else', async (path, message) => {
    for (const body of ['{"foo":1}', '[]', '7', '"x"', '{"items":{"id":"x"}}']) {
      const { askGateway } = bothWays({ atlas, ...refusing(200, body) });
      const told = await askGateway(path);
      expect([body, told.status]).toEqual([body, 503]);
      expect(told.text).toContain(message);
    }
  });

  it('answers 404 where v3 says no more than that the station is missing', async () => {
    const { askGateway } = bothWays({
      atlas,
      wire: () => (url) => Promise.resolve(url.includes('?') ? Response.json({ missingItems: ['x'] }) : missing()),
    });
    expect((await askGateway('stations/x.json')).status).toBe(404);
  });

  it('answers 503 where nobody listens', async () => {
    const fetchNothing: UpstreamFetch = () => Promise.reject(new TypeError('fetch failed'));
    const { askGateway, logged } = bothWays({ atlas, wire: () => fetchNothing });
    expect(await refused(askGateway(near))).toContain('cannot be reached');
    expect(logged()).not.toContain('request failed');
  });
});

describe('429', () => {
  it('is passed on with its Retry-After, and the upstream is left alone for so long', async () => {
    const limited = refusing(429, '{}', { 'retry-after': '7' });
    const { askGateway } = bothWays({ atlas, ...limited });
    for (let times = 0; times < 3; times++) {
      const { status, headers } = await askGateway(`${near}&apiKey=one`);
      expect(status).toBe(429);
      expect(headers.get('retry-after')).toBe('7');
    }
    expect(limited.calls()).toBe(1);
    await askGateway(`${near}&apiKey=two`);
    expect(limited.calls()).toBe(2);
  });
});

describe('requests under way', () => {
  it('are no more than allowed; who finds the queue full is told to come back', async () => {
    const upstream = hanging();
    const callers = Array.from({ length: 12 }, () => new AbortController());
    const { askGateway } = bothWays({ atlas, settings: { maxInFlight: 3 }, ...upstream });
    const asked = callers.map(({ signal }) => askGateway(near, { signal }));
    const full = await Promise.all(asked.slice(9));
    expect(full.map(({ status }) => status)).toEqual([503, 503, 503]);
    expect(full[0]?.headers.get('retry-after')).toBe('1');
    expect(upstream.most()).toBe(3);
    for (const caller of callers) caller.abort();
    await Promise.all(asked);
    expect(upstream.under()).toBe(0);
  });

  it('end with their time', async () => {
    const { askGateway } = bothWays({ atlas, settings: { timeout: 20 }, ...hanging() });
    expect(await refused(askGateway(near))).toContain('gave no answer within 0.02 seconds');
  });

  it('are bounded for each request: what is too large is refused, and says so', async () => {
    const crowded = (url: string): Response => {
      const [lat = 0, lng = 0] = (new URL(url).searchParams.get('at') ?? '').split(',').map(Number);
      const items = Array.from({ length: 100 }, (_, at) => ({
        id: `${url.length}-${lat}-${lng}-${at}`,
        position: { lat, lng },
      }));
      return Response.json({ items, nextOffset: 100 });
    };
    let calls = 0;
    const upstream: UpstreamFetch = (url) => {
      calls++;
      return Promise.resolve(crowded(url));
    };
    const { askGateway } = bothWays({ atlas, settings: { mostPerRequest: 30 }, wire: () => upstream });
    expect(await refused(askGateway('stations/count.json?prox=52,4,100000'))).toContain(
      'BadRequest: The area holds more stations',
    );
    expect(calls).toBeLessThanOrEqual(31);
  });
});

describe('a vanished station', () => {
  it('is not found, for the reason that v3 gives', async () => {
    const { ask } = bothWays({
      atlas: { ...atlas, removal: () => ({ removedAt: '2026-03-01T00:00:00.000Z', reason: 'closed' }) },
    });
    const { own, gateway } = await ask('stations/gone.json');
    expect(own.text).toContain('it was removed at 2026-03-01T00:00:00.000Z, closed');
    expect(gateway).toMatchObject({ status: 404, text: own.text });
  });
});

describe('terms of sources', () => {
  it('are passed on', async () => {
    const { ask } = bothWays({ atlas });
    const { own, gateway } = await ask(near);
    expect(own.headers.get('x-attribution')).not.toBeNull();
    expect(gateway.headers.get('x-attribution')).toBe(own.headers.get('x-attribution'));
  });

  it('are those of the providers in the list, and none where it is empty', async () => {
    const { own, gateway } = await bothWays({ atlas }).ask('roamings.json');
    expect(own.headers.get('x-attribution')).toContain('City Data Office');
    expect(gateway.headers.get('x-attribution')).toContain(own.headers.get('x-attribution'));
    const world = smallWorld();
    const takesNoCard = memoryAtlas({
      ...world,
      locations: world.locations.filter((place) => presentProviders(place).length === 0),
    });
    const empty = await bothWays({ atlas: takesNoCard }).ask('roamings.json');
    expect(empty.own.headers.get('x-attribution')).toBeNull();
    expect(empty.gateway.headers.get('x-attribution')).toBeNull();
    expect(empty.gateway.text).toBe(empty.own.text);
  });
});

function missing(): Response {
  return Response.json({}, { status: 404 });
}

function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(1024 * 1024).fill(32);
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
}

function broken(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.error(new TypeError('terminated')) });
}
