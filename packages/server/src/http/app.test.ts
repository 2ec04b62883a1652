import { describe, expect, test } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { createMetrics } from '../observe/metrics.ts';
import { memoryAtlas } from '../atlas/memory-atlas.ts';
import { Refused } from '../refusal/refused.ts';
import { answer } from './answer.ts';
import type { App } from './app.ts';
import { createApp } from './app.ts';
import { renderProblem } from './problem.ts';
import type { MountedSurface, RequestContext } from './surface.ts';

const now = new Date('2026-03-10T12:00:00Z');
const text = { 'content-type': 'text/plain' };

function surface(over: Partial<MountedSurface> = {}): MountedSurface {
  return {
    name: 'echo',
    paths: ['/v9/'],
    access: 'keys',
    handle: () => answer('hello', { headers: text }),
    refuse: (refused, context) =>
      answer(`echo refuses: ${refused.code} ${context.correlationId}`, { status: refused.entry.status, headers: text }),
    ...over,
  };
}

function appOf(surfaces: readonly MountedSurface[], over: Partial<Parameters<typeof createApp>[0]> = {}) {
  const recorded = recordedLog();
  let made = 0;
  const newId = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;
  const app = createApp({ surfaces, log: recorded.log, newId, now: () => now, ...over });
  return { app, recorded };
}

async function get(app: App, path: string, init?: RequestInit): Promise<Response> {
  return app.fetch(new Request(`http://localhost${path}`, init));
}

describe('correlation', () => {
  test('every answer has its own correlation id, the surface knows it, and X-Request-ID comes back', async () => {
    const seen: RequestContext[] = [];
    const { app } = appOf([
      surface({
        handle: (_request, context) => {
          seen.push(context);
          return answer('ok', { headers: text });
        },
      }),
    ]);
    const first = await get(app, '/v9/x', { headers: { 'x-request-id': 'mine-1' } });
    const second = await get(app, '/v9/x');
    expect(first.headers.get('x-correlation-id')).toBe(seen[0]?.correlationId);
    expect(first.headers.get('x-request-id')).toBe('mine-1');
    expect(second.headers.get('x-correlation-id')).not.toBe(first.headers.get('x-correlation-id'));
    expect(second.headers.has('x-request-id')).toBe(false);
  });

  test('X-Request-ID comes back cleaned and bounded', async () => {
    const { app } = appOf([surface()]);
    const response = await get(app, '/v9/x', { headers: { 'x-request-id': `a\tb\u00e9${'c'.repeat(500)}` } });
    expect(response.headers.get('x-request-id')).toMatch(/^abc{126}$/);
  });
});

describe('routing', () => {
  test('a prefix covers itself without the slash and all below, a path only itself', async () => {
    const whole = surface({ name: 'whole', paths: ['/ready'], handle: () => answer('ready', { headers: text }) });
    const { app } = appOf([surface(), whole]);
    expect(await (await get(app, '/v9')).text()).toBe('hello');
    expect(await (await get(app, '/v9/a/b?c=d')).text()).toBe('hello');
    expect(await (await get(app, '/ready')).text()).toBe('ready');
    expect((await get(app, '/ready/x')).status).toBe(404);
    expect((await get(app, '/v90/x')).status).toBe(404);
  });

  test('a path of no surface is a problem, a path unknown to its surface speaks its contract', async () => {
    const { app } = appOf([surface({ handle: () => undefined })]);
    const nowhere = await get(app, '/nowhere');
    expect(nowhere.status).toBe(404);
    expect(nowhere.headers.get('content-type')).toBe('application/problem+json');
    expect(await nowhere.json()).toMatchObject({
      code: 'path_unknown',
      status: 404,
      type: '/docs/errors#path_unknown',
    });
    const below = await get(app, '/v9/unknown');
    expect(below.status).toBe(404);
    expect(await below.text()).toContain('echo refuses: path_unknown');
  });
});

describe('requests that no surface should see', () => {
  const never = surface({
    handle: () => {
      throw new Error('was asked');
    },
  });

  test.each([
    ['/v9/x?q=%ff', 'q'],
    ['/v9/x?a=1&q=%zz', 'q'],
    ['/v9/x?q=a%00b', 'q'],
    ['/v9/x?q=%', 'q'],
    ['/v9/x?%ff=1', '(unreadable name)'],
  ])('%s is a 400 that names the parameter', async (path, parameter) => {
    const { app, recorded } = appOf([{ ...never, refuse: renderProblem }]);
    const response = await get(app, path);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'request_malformed', parameter });
    expect(recorded.text()).not.toContain('was asked');
  });

  test('a broken path is a 400, and a URL beyond the limit a 414, in the contract of the surface', async () => {
    const { app } = appOf([never]);
    expect(await (await get(app, '/v9/%ff')).text()).toContain('request_malformed');
    const long = await get(app, `/v9/x?route=${'a'.repeat(33_000)}`);
    expect(long.status).toBe(414);
    expect(await long.text()).toContain('request_too_long');
  });

  test('a route of 2,000 points still gets through', async () => {
    const { app } = appOf([surface()]);
    expect((await get(app, `/v9/x?route=${'a'.repeat(24_000)}`)).status).toBe(200);
  });

  test('a body beyond 1 MiB is a 413, declared or not; a smaller one arrives whole', async () => {
    const { app } = appOf([
      surface({ handle: async (request) => answer(String((await request.text()).length), { headers: text }) }),
    ]);
    const post = (body: BodyInitLike) => get(app, '/v9/x', { method: 'POST', body, duplex: 'half' });
    expect(await (await post('x'.repeat(1024 * 1024))).text()).toBe('1048576');
    expect((await post('x'.repeat(1024 * 1024 + 1))).status).toBe(413);
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
      },
    });
    expect((await post(endless)).status).toBe(413);
    expect(pulled).toBeLessThan(30);
  });

  test('a body that breaks off is a 400 and no fault of ours', async () => {
    const { app, recorded } = appOf([surface()]);
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error('connection lost'));
      },
    });
    const response = await get(app, '/v9/x', { method: 'POST', body: broken, duplex: 'half' });
    expect(response.status).toBe(400);
    expect(recorded.lines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

type BodyInitLike = string | ReadableStream<Uint8Array>;

describe('our own faults', () => {
  test.each([
    ['thrown', (): Response => explode()],
    ['rejected', () => Promise.reject<Response>(new Error('database at /secret/path is gone'))],
  ])('%s: 500 in the contract of the surface, logged once, nothing shown', async (_, handle) => {
    const { app, recorded } = appOf([surface({ handle })]);
    const response = await get(app, '/v9/x?apiKey=pan_0123456789ab_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopq');
    const correlationId = response.headers.get('x-correlation-id') ?? '';
    expect(response.status).toBe(500);
    expect(await response.text()).toBe(`echo refuses: internal_error ${correlationId}`);
    const faults = recorded.lines().filter(({ msg }) => msg === 'request failed');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ correlationId, method: 'GET' });
    expect(recorded.text()).not.toContain('abcdefghijklmnopqrstuvwxyz');
  });

  test('a renderer that fails too gives a problem', async () => {
    const { app } = appOf([surface({ handle: explode, refuse: explode })]);
    const response = await get(app, '/v9/x');
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ code: 'internal_error' });
  });

  test('a body that breaks while it is read is a 500 as well', async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('half way')) });
    const { app } = appOf([surface({ handle: () => new Response(broken, { headers: text }) })]);
    expect((await get(app, '/v9/x')).status).toBe(500);
  });

  test('a surface that takes too long is a 503', async () => {
    const { app } = appOf([surface({ handle: () => new Promise<Response>(() => undefined) })], { answerTimeout: 5 });
    const response = await get(app, '/v9/x');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('unavailable');
  });

  function explode(): never {
    throw new Error('database at /secret/path is gone');
  }
});

describe('caching', () => {
  const json = { 'content-type': 'application/json' };

  test('a strong ETag of the body; the same body is not sent again', async () => {
    const { app } = appOf([surface({ handle: () => answer('{"a":1}', { headers: json }) })]);
    const first = await get(app, '/v9/x');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(first.headers.get('cache-control')).toBe('no-cache');
    for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await get(app, '/v9/x', { headers: { 'if-none-match': sent } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
      expect(again.headers.has('x-correlation-id')).toBe(true);
    }
    expect((await get(app, '/v9/x', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('another body has another ETag, and a surface may have its own', async () => {
    let body = 'a';
    const { app } = appOf([surface({ handle: () => answer(body, { headers: text }) })]);
    const before = (await get(app, '/v9/x')).headers.get('etag');
    body = 'b';
    expect((await get(app, '/v9/x')).headers.get('etag')).not.toBe(before);
    const own = appOf([surface({ handle: () => answer('a', { headers: { ...text, ETag: '"v7"' } }) })]).app;
    expect((await get(own, '/v9/x', { headers: { 'if-none-match': '"v7"' } })).status).toBe(304);
  });

  test('refusals are kept by nobody', async () => {
    const { app } = appOf([surface({ handle: () => undefined })]);
    const response = await get(app, '/v9/x');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.has('etag')).toBe(false);
  });

  test('a Response made without `answer` is dressed the same', async () => {
    const { app } = appOf([surface({ handle: () => Response.json({ a: 1 }) })]);
    const response = await get(app, '/v9/x');
    expect(response.headers.get('etag')).toMatch(/^"[\w-]{22}"$/);
    expect(await response.json()).toEqual({ a: 1 });
  });

  test('events are passed on as they come', async () => {
    let release: () => void = () => undefined;
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('data: 1\n\n'));
        release = () => controller.close();
      },
    });
    const { app } = appOf([
      surface({ handle: () => new Response(stream, { headers: { 'content-type': 'text/event-stream' } }) }),
    ]);
    const response = await get(app, '/v9/x');
    const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n');
    release();
    expect((await reader?.read())?.done).toBe(true);
    expect(response.headers.has('etag')).toBe(false);
  });
});

describe('HEAD and CORS', () => {
  test('HEAD is GET without the body, whatever the surface thinks of HEAD', async () => {
    const { app } = appOf([
      surface({
        handle: ({ method }) => answer(method, { status: method === 'GET' ? 200 : 405, headers: text }),
      }),
    ]);
    const head = await get(app, '/v9/x', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe('3');
    expect(head.headers.get('etag')).toBe((await get(app, '/v9/x')).headers.get('etag'));
    expect(await head.text()).toBe('');
  });

  test('a preflight is answered without asking the surface or for credentials', async () => {
    const { app } = appOf(
      [
        surface({
          handle: () => {
            throw new Error('was asked');
          },
        }),
      ],
      {
        access: {
          admit: () => {
            throw new Refused('credentials_missing', { cause: 'none' });
          },
        },
      },
    );
    const response = await get(app, '/v9/x', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization, x-request-id',
      },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('authorization');
    expect(response.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('x-request-id');
    expect(response.headers.has('x-correlation-id')).toBe(true);
  });

  test('pages may read every answer and its headers, errors too', async () => {
    const { app } = appOf([surface({ handle: () => undefined })]);
    for (const path of ['/v9/x', '/nowhere']) {
      const response = await get(app, path, { headers: { origin: 'https://app.example' } });
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-expose-headers')).toContain('X-Correlation-ID');
    }
  });

  test('OPTIONS that is no preflight is the surface’s business', async () => {
    const { app } = appOf([surface({ handle: ({ method }) => answer(method, { status: 405, headers: text }) })]);
    expect((await get(app, '/v9/x', { method: 'OPTIONS' })).status).toBe(405);
  });
});

describe('safety headers', () => {
  test('no sniffing and no referrer; what a browser renders can do nothing', async () => {
    const { app } = appOf([
      surface({ handle: () => answer('<a/>', { headers: { 'content-type': 'application/xml' } }) }),
    ]);
    const response = await get(app, '/v9/x');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('metrics', () => {
  test('count answers and refusals by surface', async () => {
    const metrics = createMetrics({ atlas: memoryAtlas({ sources: [], locations: [], tariffs: [] }) });
    const { app } = appOf(
      [surface({ handle: ({ url }) => (url.endsWith('/x') ? answer('x', { headers: text }) : undefined) })],
      {
        metrics,
      },
    );
    await get(app, '/v9/x');
    await get(app, '/v9/y');
    await get(app, '/nowhere');
    const shown = await metrics.exposition();
    expect(shown).toContain('pantograph_http_request_duration_seconds_count{surface="echo",status="200"} 1');
    expect(shown).toContain('pantograph_http_refusals_total{surface="echo",code="path_unknown"} 1');
    expect(shown).toContain('pantograph_http_refusals_total{surface="none",code="path_unknown"} 1');
    expect(shown).toContain('pantograph_atlas_locations 0');
    expect(shown).toContain('process_cpu_seconds_total');
  });
});
