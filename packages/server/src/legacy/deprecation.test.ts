import { describe, expect, it } from 'vitest';
import { noticeHeaders } from './answer/deprecation.ts';
import { legacyUnderTest } from './testing/legacy-under-test.ts';

const paths = [
  'stations.json?prox=52,4,10',
  'connectortypes.xml',
  'stations.json?prox=1',
  'pools/nothing.xml',
  'stations.yaml',
];

describe('deprecation headers', () => {
  it('are on every answer, refusals included', async () => {
    const deprecation = {
      since: new Date('2026-01-02T03:04:05Z'),
      sunset: new Date('2027-06-30T22:00:00Z'),
      link: '/docs/migrating?from=v2#first',
    };
    const v2 = legacyUnderTest({ legacy: { deprecation } });
    for (const path of paths) {
      const { headers } = await v2.ask(path);
      expect(headers.get('deprecation')).toBe('@1767323045');
      expect(headers.get('sunset')).toBe('Wed, 30 Jun 2027 22:00:00 GMT');
      expect(headers.get('link')).toBe(
        '</docs/migrating?from=v2#first>; rel="deprecation"; type="text/html", ' +
          '</docs/migrating?from=v2#first>; rel="sunset"; type="text/html"',
      );
    }
  });

  it('name no end by default, and our own page', async () => {
    const { headers } = await legacyUnderTest().ask('connectortypes.json');
    expect(headers.get('deprecation')).toMatch(/^@\d{10}$/);
    expect(headers.has('sunset')).toBe(false);
    expect(headers.get('link')).toBe('</docs/migrating>; rel="deprecation"; type="text/html"');
  });

  it('can be switched off', async () => {
    const v2 = legacyUnderTest({ legacy: { deprecation: false } });
    for (const path of paths) {
      const { headers } = await v2.ask(path);
      expect(['deprecation', 'sunset', 'link'].filter((name) => headers.has(name))).toEqual([]);
    }
  });

  it('cannot be broken out of by a link, and refuse what is none', () => {
    const since = new Date(0);
    const { link } = noticeHeaders({ since, link: '/a>; rel="x"\r\nSet-Cookie: y' });
    expect(link).toMatch(/^<\/a%3E;%20rel=%22x%22Set-Cookie:%20y>; rel="deprecation"; type="text\/html"$/);
    expect(() => noticeHeaders({ since, link: 'not a link' })).toThrow();
  });
});
