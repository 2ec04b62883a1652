import { expect, it } from 'vitest';
import { tariffGaps } from './index.ts';
import { tariff } from './testing/site.ts';

const energy = { price_components: [{ type: 'ENERGY', price: 0.4, step_size: 1 } as const] };

it.each([
  ['nothing of a whole one', {}, []],
  [
    'limits of the price, without which it is shown',
    { min_price: { before_taxes: 1 }, max_price: { before_taxes: 30 } },
    [{ code: 'tariff_partly_in_v3', path: '/min_price', parameters: { fields: 'min_price, max_price' } }],
  ],
  [
    'restrictions that keep it out, once each',
    {
      max_price: { before_taxes: 30 },
      elements: [50, 100].map((min_power) => ({ ...energy, restrictions: { min_power, max_kwh: 5 } })),
    },
    [
      {
        code: 'tariff_not_in_v3',
        path: '/elements/0/restrictions/max_kwh',
        parameters: { fields: 'max_kwh, min_power, max_price' },
      },
    ],
  ],
])('tells of a tariff %s', (_, change, notices) => {
  expect(tariffGaps(tariff('T', change))).toEqual(notices);
});
