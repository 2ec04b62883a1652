/** Tariffs of the small world: one of each kind v3 knows, and those that are hard to carry over. */
import type { TariffRecord } from '@pantograph/model/location';
import { chargeCardOne } from './companies.ts';
import { tariff } from './record.ts';

const adhoc = tariff({
  id: 'T-ADHOC',
  type: 'AD_HOC_PAYMENT',
  elements: [{ price_components: [{ type: 'ENERGY', price: 0.39, vat: 21, step_size: 1 }] }],
});

/** The operator's: cheaper at night, with a fee for staying after four hours. */
const cpo = tariff({
  id: 'T-CPO',
  type: 'REGULAR',
  tariff_alt_text: [{ language: 'en', text: '0.35 per kWh, 0.25 at night' }],
  elements: [
    {
      price_components: [{ type: 'ENERGY', price: 0.25, vat: 21, step_size: 1 }],
      restrictions: { start_time: '22:00', end_time: '06:00', day_of_week: ['MONDAY', 'TUESDAY', 'WEDNESDAY'] },
    },
    {
      price_components: [{ type: 'PARKING_TIME', price: 6, vat: 21, step_size: 60 }],
      restrictions: { min_duration: 14_400 },
    },
    { price_components: [{ type: 'ENERGY', price: 0.35, vat: 21, step_size: 1 }] },
  ],
});

const card = tariff(
  {
    id: 'T-CARD',
    elements: [
      {
        price_components: [
          { type: 'FLAT', price: 0.5, step_size: 1 },
          { type: 'ENERGY', price: 0.45, vat: 21, step_size: 1000 },
        ],
      },
    ],
  },
  { extension: { name: 'Basic', eMobilityServiceProvider: chargeCardOne } },
);

const free = tariff(
  {
    id: 'T-FREE',
    type: 'AD_HOC_PAYMENT',
    elements: [{ price_components: [{ type: 'FLAT', price: 0, step_size: 1 }] }],
  },
  { party: ['DE', 'STW'] },
);

/** Restrictions that v3 has no condition for. */
const odd = tariff(
  {
    id: 'T-ODD',
    elements: [
      {
        price_components: [{ type: 'ENERGY', price: 0.6, vat: 19, step_size: 1 }],
        restrictions: { min_kwh: 20, min_power: 50, reservation: 'RESERVATION' },
      },
      { price_components: [{ type: 'TIME', price: 2.4, step_size: 300 }] },
    ],
  },
  { party: ['DE', 'STW'] },
);

/** Of another party of the same feed, and the only one of its id there. */
const shared = tariff(
  { id: 'T-SHARED', elements: [{ price_components: [{ type: 'ENERGY', price: 0.59, vat: 19, step_size: 1 }] }] },
  { party: ['DE', 'HLD'] },
);

const twice = (['ONE', 'TWO'] as const).map((partyId) =>
  tariff(
    { id: 'T-TWICE', elements: [{ price_components: [{ type: 'ENERGY', price: 0.1, step_size: 1 }] }] },
    { party: ['DE', partyId] },
  ),
);

export const smallWorldTariffs: readonly TariffRecord[] = [adhoc, cpo, card, free, odd, shared, ...twice];
