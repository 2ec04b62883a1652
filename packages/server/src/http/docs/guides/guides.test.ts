/** The guides as a server shows them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { docsSurface } from '../docs-surface.ts';

const api = {
  name: 'v3',
  title: 'Lookup',
  document: () => JSON.stringify({ openapi: '3.1.0', info: { title: 'L', version: '1' } }),
};
const context = { correlationId: 'id', now: new Date(0) };

function asking(directory?: string) {
  const surface = docsSurface([api], directory);
  return async (path: string) => {
    const response = await surface.handle(new Request(`http://localhost${path}`), context);
    return { status: response?.status, headers: response?.headers, text: (await response?.text()) ?? '' };
  };
}

const get = asking();

describe('the guides of this tree', () => {
  test('/docs/migrating shows how to move, and leads to the guide of the vendor', async () => {
    const { status, headers, text } = await get('/docs/migrating');
    expect(status).toBe(200);
    expect(headers?.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toContain('<title>Moving from v2 to v3</title>');
    expect(text).toContain('<h2 id="1-gateway-keep-v2-running">');
    expect(text).toContain('<pre><code class="language-sh">npx pantograph gateway');
    expect(text).toContain('<a href="https://docs.here.com/ev-products/docs/evapi-v3-migration-guide">');
    expect(text).toMatch(/<table>[^]*<td><code>brand<\/code><\/td>/);
    expect((await get('/docs/migrating/')).text).toBe(text);
    expect((await get('/docs/migrating.md')).text).toBe(text);
  });

  test('the page of an API leads there', async () => {
    expect((await get('/docs')).text).toContain('<a href="/docs/migrating">');
  });

  test('an API goes before the guide of its name, which keeps its ending', async () => {
    expect((await get('/docs/v3')).text).toContain('<title>L</title>');
    expect((await get('/docs/v3.md')).text).toContain('<title>v3 lookup</title>');
  });

  test('every link leads somewhere, with its anchor', async () => {
    const start = 'http://localhost/docs/migrating.md';
    const pages = new Map<string, string>();
    const open = [start];
    const links: [from: string, to: string][] = [];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const { status, text } = await get(new URL(at).pathname);
      expect([at, status]).toEqual([at, 200]);
      pages.set(at, text);
      for (const [, href = ''] of text.matchAll(/<a href="([^"]+)"/g)) {
        const url = new URL(href, at);
        if (url.origin !== 'http://localhost') continue;
        links.push([at, url.href]);
        const target = url.origin + url.pathname;
        if (!pages.has(target) && !open.includes(target)) open.push(target);
      }
    }
    for (const [from, to] of links) {
      const { hash, origin, pathname } = new URL(to);
      if (hash === '') continue;
      expect([from, to, pages.get(origin + pathname)?.includes(`id="${hash.slice(1)}"`)]).toEqual([from, to, true]);
    }
    expect(pages.size).toBeGreaterThan(30);
    expect(links.length).toBeGreaterThan(100);
  });

  test.each(['/docs/migrating.md.md', '/docs/../docs/migrating.mdx', '/docs/decisions', '/docs/%2e%2e/README'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).status).toBeUndefined();
    },
  );
});

describe('a text of whatever kind', () => {
  const directory = mkdtempSync(join(tmpdir(), 'pantograph-guides-'));
  afterAll(() => {
    rmSync(directory, { recursive: true });
  });
  writeFileSync(
    join(directory, 'migrating.md'),
    [
      '# A `code` & <b>title</b>',
      '<!-- rules: made by a tool -->',
      '<script>alert(1)</script>',
      '[bad](javascript:alert(1)) [mail](mailto:x@example.org) [out](../README.md) [gone](gone.md#x)',
      '![a picture](images/map.png)',
      '',
      '## Twice',
      '',
      '## Twice',
    ].join('\n'),
  );
  const shown = asking(directory);

  test('brings no HTML, no script and no link that leads nowhere', async () => {
    const { text } = await shown('/docs/migrating');
    const main = text.slice(text.indexOf('<main'));
    expect(main).not.toMatch(/<(?:script|b|img)\b|href="(?:javascript|mailto)|made by a tool/);
    expect(main).toContain('&lt;script&gt;');
    expect(main).toContain('<span>out</span> <span>gone</span>');
    expect(main).toContain('a picture');
    expect(main).toContain('<h2 id="twice">Twice</h2>\n<h2 id="twice-1">');
    expect(text).toContain('<title>A code &amp; &lt;b&gt;title&lt;/b&gt;</title>');
  });

  test('where there is none, clients that were led here are led to the vendor', async () => {
    const { status, headers } = await asking(join(directory, 'nothing'))('/docs/migrating');
    expect(status).toBe(307);
    expect(headers?.get('location')).toMatch(/^https:\/\/docs\.here\.com\//);
  });
});
