/** Bodies that the API description shows. Made up; a test holds them against the schemas. */
import type { PricesResponse } from '@pantograph/model/tariff';

const partner = { partner: 'Demo CPO', partnerId: '3f6c1a52-8d0e-8b7a-9c41-5e2d70b9a614' };
const [start, night, end] = ['2026-03-10T20:30:00Z', '2026-03-10T21:00:00Z', '2026-03-10T21:30:00Z'];

/** An hour at 11 kW, half of it by night. */
export const examplePrices: PricesResponse = {
  asked: { start, energy: 11, parking: 0 },
  items: [
    {
      id: 'here:pds:place:pan0-6N1cT0qkYx3mWb7hR2sVfg',
      timeZone: 'Europe/Berlin',
      connectorGroups: [
        {
          standard: 'IEC_62196_T2',
          maxPower: 11,
          connectors: [{ evseUid: 'E1', connectorIds: ['1'] }],
          session: {
            start,
            charged: end,
            end,
            energy: 11,
            power: 11,
            duration: 60,
            parking: 0,
            assumed: ['constant_power', 'power_of_connector'],
          },
          prices: [
            {
              tariff: { id: 'ac-contract', ...partner, name: 'Contract', type: 'cpo' },
              currency: 'EUR',
              total: { exclVat: 3.58, inclVat: 4.25 },
              sum: { exclVat: 3.575, inclVat: 4.2543 },
              components: [
                {
                  dimension: 'ENERGY',
                  unit: 'kWh',
                  quantity: 5.5,
                  billed: 5.5,
                  step: 1,
                  price: { exclVat: 0.36, inclVat: 0.4284 },
                  vat: 19,
                  amount: { exclVat: 1.98, inclVat: 2.3562 },
                  periods: [{ from: start, to: night }],
                },
                {
                  dimension: 'ENERGY',
                  unit: 'kWh',
                  quantity: 5.5,
                  billed: 5.5,
                  step: 1,
                  price: { exclVat: 0.29, inclVat: 0.3451 },
                  vat: 19,
                  amount: { exclVat: 1.595, inclVat: 1.8981 },
                  periods: [{ from: night, to: end }],
                },
              ],
              notApplied: [
                {
                  dimension: 'PARKING_TIME',
                  unit: 'h',
                  price: { exclVat: 2.4, inclVat: 2.856 },
                  vat: 19,
                  restrictions: { min_duration: 14_400 },
                },
              ],
            },
            {
              tariff: { id: 'ac-lost' },
              unknown: {
                code: 'tariff_missing',
                reason: 'The connector refers to a tariff that its source has not sent, or has of several parties.',
              },
            },
          ],
        },
      ],
    },
  ],
  missingItems: [],
};
