/** The description of prices keeps up with what the surface takes and gives. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { askPrices } from '../../../test/ask-prices.ts';
import { smallWorld, smallWorldId } from '../../../test/small-world.ts';
import { memoryAtlas } from '../../atlas/memory-atlas.ts';
import { describedExamples, queryOf } from '../../http/docs/openapi/testing/described-examples.ts';
import type { ApiDocument } from '../../lookup/testing/answers-as-described.ts';
import { answerChecker } from '../../lookup/testing/answers-as-described.ts';
import { pricesDocument } from './document.ts';

const [site] = memoryAtlas(smallWorld()).sites();
const document = pricesDocument(site) as unknown as ApiDocument;
const described = describedExamples(document);
const checker = answerChecker(document);
const market = smallWorldId('DELFT-MARKT');
const parameters = described.operations.flatMap((operation) =>
  operation.parameters.filter((parameter) => parameter.in === 'query'),
);

async function checked(query: string, init: RequestInit = {}): Promise<number> {
  const { status, body } = await askPrices(query, init);
  checker.check('/prices', status, body);
  return status;
}

it('has examples that validate, and uses every schema', () => {
  expect(described.faults).toEqual([]);
  expect(described.examples).toBeGreaterThan(15);
  expect(described.unused).toEqual([]);
});

it('has requests that are answered as described', async () => {
  expect(described.requests).toHaveLength(2);
  for (const request of described.requests) expect(await checked(request.split('?')[1] ?? '')).toBe(200);
});

it('has parameters that the surface takes', async () => {
  expect(parameters).toHaveLength(10);
  for (const parameter of parameters) {
    if (parameter.name === 'id' || parameter.name === 'evse' || parameter.name === 'connector') continue;
    const query = new URLSearchParams([['id', market], ...queryOf(parameter)]).toString();
    expect([query, await checked(query)]).toEqual([query, 200]);
  }
  expect(await checked(`id=${market}&evse=MARKT-1&connector=1`)).toBe(200);
});

it('has the ranges that the surface keeps', async () => {
  for (const { name, schema } of parameters) {
    const { minimum, maximum } = schema as { minimum?: number; maximum?: number };
    if (maximum === undefined) continue;
    for (const [value, status] of [
      [maximum, 200],
      [maximum + 1, 400],
      [(minimum ?? 0) - 1, 400],
    ] as const) {
      const query = `id=${market}&${name}=${String(value)}`;
      expect([query, await checked(query)]).toEqual([query, status]);
    }
  }
});

it.each(['DELFT-MARKT', 'DELFT-GARAGE', 'BER-PRICES', 'BER-HUB', 'DELFT-EMPTY'])(
  'describes what is said of %s',
  async (id) => {
    const place = smallWorldId(id);
    for (const more of [
      '',
      '&energy=55.5&parking=600',
      '&duration=300',
      '&energy=0&parking=1',
      '&power=0.1&energy=30',
    ]) {
      expect(await checked(`id=${place}&tariff=all${more}`)).toBe(200);
    }
  },
);

it('describes refusals', async () => {
  expect(await checked('')).toBe(400);
  expect(await checked('id=unheard-of')).toBe(404);
  expect(await checked(`id=${market}`, { method: 'DELETE' })).toBe(405);
});

it('has a row in docs/prices.md for each parameter', () => {
  const page = readFileSync(new URL('../../../../../docs/prices.md', import.meta.url), 'utf8');
  expect(parameters.filter(({ name }) => !page.includes(`| \`${name}\``))).toEqual([]);
});

it('spec/golden/prices/openapi.json is this description (vitest -u writes it anew)', async () => {
  const text = await format(JSON.stringify(pricesDocument(undefined)), { parser: 'json', printWidth: 120 });
  const file = new URL('../../../../../spec/golden/prices/openapi.json', import.meta.url);
  await expect(text).toMatchFileSnapshot(fileURLToPath(file));
});
