/** OCPI locations as a source would send them, small and whole. */

export interface Sent {
  readonly id: string;
  readonly status?: string;
  readonly lastUpdated?: string;
  readonly name?: string;
}

export function sentLocation({ id, status = 'AVAILABLE', lastUpdated = '2026-03-01T00:00:00Z', name = id }: Sent) {
  return {
    country_code: 'NL',
    party_id: 'ABC',
    id,
    publish: true,
    name,
    address: 'Markt 1',
    city: 'Delft',
    country: 'NLD',
    coordinates: { latitude: '52.01160', longitude: '4.35710' },
    time_zone: 'Europe/Amsterdam',
    evses: [
      {
        uid: `${id}-1`,
        status,
        connectors: [
          {
            id: '1',
            standard: 'IEC_62196_T2',
            format: 'SOCKET',
            power_type: 'AC_3_PHASE',
            max_voltage: 230,
            max_amperage: 16,
            max_electric_power: 11_000,
            last_updated: lastUpdated,
          },
        ],
        last_updated: lastUpdated,
      },
    ],
    last_updated: lastUpdated,
  };
}

/** `L1`, `L2` and so on. */
export function sentLocations(count: number): ReturnType<typeof sentLocation>[] {
  return Array.from({ length: count }, (_, index) => sentLocation({ id: `L${String(index + 1)}` }));
}
