/** Short ways to write what presenters are handed; for tests. */
import type { Site, TariffRecord } from '../../location/index.ts';
import { contentIdOf } from '../../location/index.ts';
import type { Connector, Evse, Location, Tariff } from '../../ocpi/index.ts';

/** A Tuesday. */
export const NOW = new Date('2026-03-10T12:00:00Z');
const SAID = '2026-03-10T11:00:00Z';

export function connector(given: Partial<Connector> = {}): Connector {
  return {
    id: '1',
    standard: 'IEC_62196_T2',
    format: 'SOCKET',
    power_type: 'AC_3_PHASE',
    max_voltage: 230,
    max_amperage: 32,
    max_electric_power: 22_000,
    last_updated: SAID,
    ...given,
  };
}

export function ccs(given: Partial<Connector> = {}): Connector {
  return connector({
    standard: 'IEC_62196_T2_COMBO',
    format: 'CABLE',
    power_type: 'DC',
    max_voltage: 920,
    max_amperage: 200,
    max_electric_power: 150_000,
    ...given,
  });
}

export function evse(uid: string, given: Partial<Evse> = {}): Evse {
  return { uid, status: 'AVAILABLE', connectors: [connector()], last_updated: SAID, ...given };
}

interface Given extends Partial<Location> {
  readonly extension?: Site['extension'];
  readonly observed?: Readonly<Record<string, string>>;
  readonly tariffs?: readonly TariffRecord[];
}

export function site({ extension = {}, observed = {}, tariffs = [], ...given }: Given = {}): Site {
  const location: Location = {
    country_code: 'NL',
    party_id: 'VLT',
    id: 'LOC-1',
    publish: true,
    address: 'Markt 11',
    city: 'Delft',
    country: 'NLD',
    coordinates: { latitude: '52.0116', longitude: '4.3571' },
    evses: [evse('E1')],
    operator: { name: 'Voltstad' },
    time_zone: 'Europe/Amsterdam',
    last_updated: SAID,
    ...given,
  };
  const { country_code: countryCode, party_id: partyId, id } = location;
  return {
    contentId: contentIdOf({ source: 'test', countryCode, partyId, id }),
    source: { name: 'test' },
    location,
    extension,
    statuses: new Map(
      location.evses.flatMap(({ uid, status }) => {
        const observedAt = observed[uid];
        return observedAt === undefined ? [] : [[uid, { uid, status, observedAt, receivedAt: observedAt }]];
      }),
    ),
    tariffs: new Map(tariffs.map((record) => [record.key.id.toLowerCase(), record])),
  };
}

export function tariff(
  id: string,
  given: Partial<Tariff> = {},
  extension: TariffRecord['extension'] = {},
): TariffRecord {
  return {
    key: { source: 'test', countryCode: 'NL', partyId: 'VLT', id },
    tariff: {
      country_code: 'NL',
      party_id: 'VLT',
      id,
      currency: 'EUR',
      elements: [{ price_components: [{ type: 'ENERGY', price: 0.4, vat: 21, step_size: 1 }] }],
      tax_included: 'NO',
      last_updated: SAID,
      ...given,
    },
    extension,
    notices: [],
  };
}
