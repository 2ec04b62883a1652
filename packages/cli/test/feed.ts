/** Feeds small enough to write down. */
import { writeFileSync } from 'node:fs';

export function locationOf(id: string, status = 'AVAILABLE', lastUpdated = '2026-06-10T10:00:00Z') {
  return {
    country_code: 'NL',
    party_id: 'ABC',
    id,
    publish: true,
    address: 'Markt 1',
    city: 'Delft',
    country: 'NLD',
    coordinates: { latitude: '52.011600', longitude: '4.357100' },
    time_zone: 'Europe/Amsterdam',
    last_updated: lastUpdated,
    evses: [
      {
        uid: `${id}-1`,
        status,
        last_updated: lastUpdated,
        connectors: [
          {
            id: '1',
            standard: 'IEC_62196_T2',
            format: 'SOCKET',
            power_type: 'AC_3_PHASE',
            max_voltage: 230,
            max_amperage: 16,
            max_electric_power: 11_000,
            tariff_ids: ['day'],
            last_updated: lastUpdated,
          },
        ],
      },
    ],
  };
}

export const tariff = {
  country_code: 'NL',
  party_id: 'ABC',
  id: 'day',
  currency: 'EUR',
  tax_included: 'NO',
  elements: [{ price_components: [{ type: 'ENERGY', price: 0.3, vat: 21, step_size: 1 }] }],
  last_updated: '2026-06-10T10:00:00Z',
};

/** Has no id: cannot be kept. */
export const nameless = { country_code: 'NL', party_id: 'ABC', name: 'nobody knows which' };

export function writeLines(file: string, objects: readonly object[]): void {
  writeFileSync(file, ndjson(objects));
}

export function ndjson(objects: readonly object[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
}
