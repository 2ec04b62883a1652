import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { answer } from './answer.ts';
import { createApp } from './app.ts';
import { chooseCoding } from './content-coding.ts';
import { renderProblem } from './problem.ts';

const large = JSON.stringify({
  items: Array.from({ length: 1_000 }, (_, index) => ({ id: index, name: `Place ${index}` })),
});

const app = createApp({
  surfaces: [
    {
      name: 'data',
      paths: ['/large', '/small', '/picture'],
      access: 'open',
      refuse: renderProblem,
      handle: ({ url }) =>
        answer(url.includes('small') ? '{}' : large, {
          headers: { 'content-type': url.includes('picture') ? 'image/png' : 'application/json' },
        }),
    },
  ],
  log: recordedLog().log,
  newId: () => 'id',
  now: () => new Date(0),
});

async function get(path: string, acceptEncoding?: string, more: Record<string, string> = {}): Promise<Response> {
  const headers = { ...more, ...(acceptEncoding === undefined ? {} : { 'accept-encoding': acceptEncoding }) };
  return app.fetch(new Request(`http://localhost${path}`, { headers }));
}

describe('chooseCoding', () => {
  test.each([
    [null, undefined],
    ['', undefined],
    ['identity', undefined],
    ['gzip', 'gzip'],
    ['gzip, deflate', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['gzip, deflate, br, zstd', 'zstd'],
    ['GZIP', 'gzip'],
    ['br;q=0.1, gzip;q=0.9', 'gzip'],
    ['zstd;q=0, gzip', 'gzip'],
    ['*', 'zstd'],
    ['*;q=0', undefined],
    ['identity;q=1, gzip;q=0.5', undefined],
    ['gzip;q=nonsense', undefined],
    ['compress, snappy', undefined],
  ])('%j chooses %j', (header, coding) => {
    expect(chooseCoding(header)).toBe(coding);
  });
});

describe('coded answers', () => {
  test.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
    ['zstd', zstdDecompressSync],
  ])('%s holds the same bytes', async (coding, decode) => {
    const response = await get('/large', coding);
    expect(response.headers.get('content-encoding')).toBe(coding);
    expect(response.headers.get('vary')).toBe('Accept-Encoding');
    const coded = new Uint8Array(await response.arrayBuffer());
    expect(coded.byteLength).toBeLessThan(large.length / 3);
    expect(decode(coded).toString()).toBe(large);
  });

  test('only where asked, worth it, and of a kind that shrinks; caches are told in any case', async () => {
    const plain = await get('/large');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toBe('Accept-Encoding');
    for (const path of ['/small', '/picture']) {
      const response = await get(path, 'gzip');
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(response.headers.get('vary')).toBeNull();
    }
  });

  test('another coding is another representation, with its own ETag', async () => {
    const plain = (await get('/large')).headers.get('etag') ?? '';
    const coded = (await get('/large', 'gzip')).headers.get('etag') ?? '';
    expect(coded).not.toBe(plain);
    expect((await get('/large', 'gzip', { 'if-none-match': coded })).status).toBe(304);
    expect((await get('/large', 'gzip', { 'if-none-match': plain })).status).toBe(200);
  });
});
