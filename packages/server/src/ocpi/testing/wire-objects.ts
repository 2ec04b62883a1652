/** Objects as peers send them, small and complete. */
export const pushedAt = '2026-03-10T10:00:00Z';

export function connector(id = '1', more: object = {}): Record<string, unknown> {
  return {
    id,
    standard: 'IEC_62196_T2',
    format: 'SOCKET',
    power_type: 'AC_3_PHASE',
    max_voltage: 230,
    max_amperage: 16,
    last_updated: pushedAt,
    ...more,
  };
}

export function evse(uid: string, more: object = {}): Record<string, unknown> {
  return { uid, status: 'AVAILABLE', connectors: [connector()], last_updated: pushedAt, ...more };
}

export function location(id: string, more: object = {}): Record<string, unknown> {
  return {
    country_code: 'NL',
    party_id: 'ABC',
    id,
    publish: true,
    name: 'Market',
    address: 'Markt 1',
    city: 'Delft',
    country: 'NLD',
    coordinates: { latitude: '52.0116', longitude: '4.3571' },
    evses: [evse('E1'), evse('E2')],
    time_zone: 'Europe/Amsterdam',
    last_updated: pushedAt,
    ...more,
  };
}

export function tariff(id: string, more: object = {}): Record<string, unknown> {
  return {
    country_code: 'NL',
    party_id: 'ABC',
    id,
    currency: 'EUR',
    elements: [{ price_components: [{ type: 'ENERGY', price: 0.4, vat: 21, step_size: 1 }] }],
    last_updated: pushedAt,
    ...more,
  };
}
