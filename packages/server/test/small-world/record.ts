/** Short ways to write records that are complete. */
import type { LocationExtension, LocationRecord, TariffRecord } from '@pantograph/model/location';
import { contentIdOf } from '@pantograph/model/location';
import type { Connector, Evse, Location, Tariff } from '@pantograph/model/ocpi';

/** The newest `last_updated` of this world, a Tuesday. */
export const WORLD_TIME = '2026-03-10T12:00:00Z';

export const CITY_DATA = 'citydata';
export const DEMO = 'demo';

type Given<T, Required extends keyof T> = Partial<T> & Pick<T, Required>;

export function connector(id: string, standard: string, given: Partial<Connector> = {}): Connector {
  return { id, standard, last_updated: WORLD_TIME, ...given };
}

/** Type 2 socket, 230 V, three phases. */
export function type2(id: string, amperes: number, given: Partial<Connector> = {}): Connector {
  return connector(id, 'IEC_62196_T2', {
    format: 'SOCKET',
    power_type: 'AC_3_PHASE',
    max_voltage: 230,
    max_amperage: amperes,
    max_electric_power: Math.round((3 * 230 * amperes) / 1000) * 1000,
    ...given,
  });
}

export function ccs(id: string, watts: number, given: Partial<Connector> = {}): Connector {
  return connector(id, 'IEC_62196_T2_COMBO', {
    format: 'CABLE',
    power_type: 'DC',
    max_voltage: 920,
    max_amperage: Math.round(watts / 700),
    max_electric_power: watts,
    ...given,
  });
}

export function evse(uid: string, status: Evse['status'], connectors: Connector[], given: Partial<Evse> = {}): Evse {
  return { uid, status, connectors, last_updated: WORLD_TIME, ...given };
}

export function location(
  given: Given<Location, 'id' | 'country_code' | 'party_id' | 'country' | 'city' | 'address' | 'time_zone' | 'evses'>,
  at: readonly [latitude: number, longitude: number],
  more: { readonly source?: string; readonly extension?: LocationExtension } = {},
): LocationRecord {
  const key = {
    source: more.source ?? CITY_DATA,
    countryCode: given.country_code,
    partyId: given.party_id,
    id: given.id,
  };
  return {
    contentId: contentIdOf(key),
    key,
    location: {
      publish: true,
      coordinates: { latitude: String(at[0]), longitude: String(at[1]) },
      last_updated: WORLD_TIME,
      ...given,
    },
    extension: more.extension ?? {},
    notices: [],
  };
}

export function tariff(
  given: Given<Tariff, 'id' | 'elements'>,
  more: {
    readonly source?: string;
    readonly party?: readonly [countryCode: string, partyId: string];
    readonly extension?: TariffRecord['extension'];
  } = {},
): TariffRecord {
  const [countryCode, partyId] = more.party ?? ['NL', 'VLT'];
  return {
    key: { source: more.source ?? CITY_DATA, countryCode, partyId, id: given.id },
    tariff: {
      country_code: countryCode,
      party_id: partyId,
      currency: 'EUR',
      tax_included: 'NO',
      last_updated: WORLD_TIME,
      ...given,
    },
    extension: more.extension ?? {},
    notices: [],
  };
}
