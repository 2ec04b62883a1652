/** OCPI objects as a faultless feed sends them, and feeds of them. */
export function feedLocation(id: string, more: Readonly<Record<string, unknown>> = {}) {
  const last_updated = '2026-03-01T00:00:00Z';
  return {
    country_code: 'NL',
    party_id: 'ABC',
    id,
    publish: true,
    name: 'Market',
    address: 'Markt 1',
    city: 'Delft',
    country: 'NLD',
    coordinates: { latitude: '52.011600', longitude: '4.357100' },
    evses: [
      {
        uid: `${id}-1`,
        status: 'AVAILABLE',
        connectors: [
          {
            id: '1',
            standard: 'IEC_62196_T2',
            format: 'SOCKET',
            power_type: 'AC_3_PHASE',
            max_voltage: 230,
            max_amperage: 16,
            max_electric_power: 11_000,
            last_updated,
          },
        ],
        last_updated,
      },
    ],
    time_zone: 'Europe/Amsterdam',
    last_updated,
    ...more,
  };
}

export function feedTariff(id: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    country_code: 'NL',
    party_id: 'ABC',
    id,
    currency: 'EUR',
    elements: [{ price_components: [{ type: 'ENERGY', price: 0.4, step_size: 1 }] }],
    tax_included: 'NO',
    last_updated: '2026-03-01T00:00:00Z',
    ...more,
  };
}

/** In pieces, as bytes come. */
export async function* bytesOf(content: unknown): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  for (let at = 0; at < bytes.length; at += 1000) yield await Promise.resolve(bytes.subarray(at, at + 1000));
}

export function linesOf(objects: readonly unknown[]): AsyncGenerator<Uint8Array, void, undefined> {
  return bytesOf(objects.map((object) => JSON.stringify(object)).join('\n'));
}
