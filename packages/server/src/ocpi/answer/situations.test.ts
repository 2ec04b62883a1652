import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { refusalCatalogue } from '../../refusal/catalogue.ts';
import type { RefusalCode } from '../../refusal/catalogue.ts';
import { Refused } from '../../refusal/refused.ts';
import { refuseInOcpi } from './refuse.ts';
import { situations } from './situations.ts';

const page = readFileSync(fileURLToPath(new URL('../../../../../docs/ocpi.md', import.meta.url)), 'utf8');

it('docs/ocpi.md has every situation with its codes, and no other', () => {
  const written = /<!-- situations:.*-->\n([^]*?)<!-- end of situations -->/.exec(page)?.[1]?.trim();
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [heads, , ...rows] = (written ?? '').split('\n').map(cells);
  expect(heads).toEqual(['HTTP', 'status_code', 'when']);
  expect(rows).toEqual(Object.values(situations).map(({ http, code, when }) => [String(http), String(code), when]));
});

it('HTTP errors are only for what OCPI keeps them for', () => {
  const allowed = new Set([200, 201, 400, 401, 404, 405, 413, 429, 500, 503]);
  for (const { http, code } of Object.values(situations)) {
    expect(allowed.has(http)).toBe(true);
    expect(code === 1000).toBe(http < 300 && code < 2000);
  }
});

it.each(Object.keys(refusalCatalogue) as RefusalCode[])("the edge's %s has an OCPI body", async (code) => {
  const request = new Request('http://a.example/ocpi/', { headers: { 'x-correlation-id': 'mine' } });
  const context = { correlationId: 'edge', now: new Date('2026-03-10T12:00:00Z') };
  const response = refuseInOcpi(new Refused(code, { cause: 'The cause' }), context, request);
  const body = (await response.json()) as Record<string, unknown>;
  expect(body).toMatchObject({ timestamp: '2026-03-10T12:00:00.000Z' });
  expect(String(body['status_message'])).toContain('The cause');
  expect([2, 3]).toContain(Math.floor(Number(body['status_code']) / 1000));
  expect(response.headers.get('x-correlation-id')).toBe('mine');
});
