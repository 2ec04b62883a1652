import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordedLog } from '../../test/recorded-log.ts';
import { createApp } from '../http/app.ts';
import { readBuiltPage } from './built-page.ts';
import type { PageSettings } from './page-surface.ts';
import { pageSurface } from './page-surface.ts';

const script = 'export const page = "'.padEnd(4000, '.');
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-page-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), '<meta name="pantograph-settings" content="{}" />');
  writeFileSync(join(directory, 'assets', 'main-1.js'), script);
  writeFileSync(join(directory, 'assets', 'main-1.js.br'), brotliCompressSync(script));
  writeFileSync(join(directory, 'assets', 'map-1.svg'), '<svg/>');
});
afterAll(() => rmSync(directory, { recursive: true }));

async function get(path: string, headers: Record<string, string> = {}, settings?: PageSettings): Promise<Response> {
  const page = readBuiltPage(directory);
  if (page === undefined) throw new Error('there is no page');
  const { log } = recordedLog();
  const app = createApp({ surfaces: [pageSurface(page, settings)], log, newId: () => 'id', now: () => new Date(0) });
  return app.fetch(new Request(`http://page.example${path}`, { headers }));
}

describe('the page', () => {
  it('may use this server and nothing else, and is asked for anew each time', async () => {
    const response = await get('/');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toMatch(/unsafe|https:|\*/);
  });

  it('is told its settings; a style from elsewhere widens the policy to https', async () => {
    const styleUrl = 'https://maps.example/style.json?a="1"&b';
    const response = await get('/', {}, { styleUrl, eventsPath: '/events' });
    const text = await response.text();
    const content = /content="([^"]*)"/.exec(text)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? '';
    expect(JSON.parse(content)).toEqual({ styleUrl, eventsPath: '/events' });
    expect(response.headers.get('content-security-policy')).toContain("connect-src 'self' https:;");
  });

  it('comes with files that are kept for ever, compressed beforehand for those who take it', async () => {
    const plain = await get('/assets/main-1.js');
    expect(await plain.text()).toBe(script);
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const coded = await get('/assets/main-1.js', { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(coded.headers.get('content-encoding')).toBe('br');
    expect(coded.headers.get('vary')).toContain('Accept-Encoding');
    expect(brotliDecompressSync(await coded.bytes()).toString()).toBe(script);
    const declined = await get('/assets/main-1.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(declined.headers.get('content-encoding')).not.toBe('br');
  });

  it('gives its scripts its own policy, which workers go by', async () => {
    const [page, worker] = await Promise.all([get('/'), get('/assets/main-1.js')]);
    expect(worker.headers.get('content-security-policy')).toBe(page.headers.get('content-security-policy'));
  });

  it('has no file but its own', async () => {
    for (const path of ['/assets/main-1.js.br', '/assets/../index.html', '/assets/none.js', '/assets/']) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await get('/assets/map-1.svg')).headers.get('content-type')).toBe('image/svg+xml');
  });

  it('is absent where it was not built', () => {
    expect(readBuiltPage(join(directory, 'assets'))).toBeUndefined();
    expect(readBuiltPage(undefined)).toBeUndefined();
  });
});
