/** docs/prices.md says what is so. */
import { readFileSync } from 'node:fs';
import { assumptions, sessionAssumptions, unknownPrices } from '@pantograph/model/tariff';
import { expect, it } from 'vitest';
import { askPrices } from '../../test/ask-prices.ts';

const page = readFileSync(new URL('../../../../docs/prices.md', import.meta.url), 'utf8');

it('has a worked example that the server agrees with', async () => {
  const [, query = ''] = /^\/v1\/prices\?(\S+)$/m.exec(page) ?? [];
  const [, shown = ''] = /```json\n([^`]+)```/.exec(page) ?? [];
  const { status, body } = await askPrices(query);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    items: [
      {
        connectorGroups: [
          {
            session: { energy: 20, power: 22, charged: '2026-03-10T21:24:33Z', end: '2026-03-11T01:24:33Z' },
            prices: [JSON.parse(shown) as object],
          },
        ],
      },
    ],
  });
});

it('has a row for each reason, and names what is assumed', () => {
  for (const [code, reason] of Object.entries(unknownPrices)) {
    expect(page.replace(/ +/g, ' ')).toContain(`| \`${code}\` | ${reason} |`);
  }
  for (const code of [...assumptions, ...sessionAssumptions]) expect(page).toContain(`\`${code}\``);
});
