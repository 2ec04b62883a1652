import { expect, it } from 'vitest';
import { tariffGaps } from './index.ts';
import { connector, evse, site, tariff } from './testing/site.ts';

it('names references that dangle and tariffs that v3 shows in part or not at all', () => {
  const energy = { price_components: [{ type: 'ENERGY', price: 0.4, step_size: 1 } as const] };
  const place = site({
    evses: [
      evse('E1', { connectors: [connector({ id: '1', tariff_ids: ['WHOLE', 'Gone'] }), connector({ id: '2' })] }),
      evse('E2', { status: 'REMOVED', connectors: [connector({ tariff_ids: ['gone-too'] })] }),
    ],
    tariffs: [
      tariff('WHOLE'),
      tariff('BOUNDED', { max_price: { before_taxes: 30 } }),
      tariff('POWER', { elements: [{ ...energy, restrictions: { min_power: 50 } }] }),
    ],
  });
  const { dangling, incomplete } = tariffGaps(place);
  expect(dangling).toEqual([{ evseUid: 'E1', connectorId: '1', tariffId: 'Gone' }]);
  expect([...incomplete].map(([id, { leftOut }]) => [id, leftOut])).toEqual([
    ['BOUNDED', false],
    ['POWER', true],
  ]);
  expect(incomplete.get('POWER')?.notices[0]?.path).toBe('/elements/0/restrictions/min_power');
});
