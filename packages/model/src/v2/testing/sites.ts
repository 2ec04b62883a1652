/** Sites for the tests of this room. */
import type { Site, TariffRecord } from '../../location/index.ts';
import { contentIdOf } from '../../location/index.ts';
import type { Connector, Evse, Tariff } from '../../ocpi/index.ts';

export const now = new Date('2026-03-10T12:00:00Z');
const LAST_UPDATED = '2026-03-01T08:00:00Z';

export function connector(id: string, standard: string, given: Partial<Connector> = {}): Connector {
  return { id, standard, last_updated: LAST_UPDATED, ...given };
}

/** Type 2 socket, three phases of 230 V and 32 A. */
export function type2(id: string, given: Partial<Connector> = {}): Connector {
  return connector(id, 'IEC_62196_T2', {
    format: 'SOCKET',
    power_type: 'AC_3_PHASE',
    max_voltage: 230,
    max_amperage: 32,
    max_electric_power: 22_080,
    ...given,
  });
}

export function evse(uid: string, status: Evse['status'], connectors: Connector[], given: Partial<Evse> = {}): Evse {
  return { uid, status, connectors, last_updated: LAST_UPDATED, ...given };
}

export function adHoc(elements: Tariff['elements'], given: Partial<Tariff> = {}): TariffRecord {
  const id = given.id ?? 'ADHOC';
  return {
    key: { source: 'test', countryCode: 'DE', partyId: 'DMO', id },
    tariff: {
      country_code: 'DE',
      party_id: 'DMO',
      id,
      currency: 'EUR',
      type: 'AD_HOC_PAYMENT',
      tax_included: 'NO',
      elements,
      last_updated: LAST_UPDATED,
      ...given,
    },
    extension: {},
    notices: [],
  };
}

/** With as much as v2 has a word for. */
export const everything: Site = {
  contentId: contentIdOf({ source: 'test', countryCode: 'DE', partyId: 'DMO', id: 'LOC-1' }),
  source: { name: 'test' },
  location: {
    country_code: 'DE',
    party_id: 'DMO',
    id: 'LOC-1',
    publish: true,
    name: 'Rathausplatz',
    address: 'Rathausplatz 12a',
    city: 'Köln & Umland',
    postal_code: '50667',
    state: 'Nordrhein-Westfalen',
    country: 'DEU',
    coordinates: { latitude: '50.9384', longitude: '6.9599' },
    operator: { name: 'Strom <AG>', website: 'https://strom.example/?a=1&b=2' },
    suboperator: { name: 'Stadtwerke', website: 'https://stadtwerke.example' },
    help_phone: '+49 221 123456',
    time_zone: 'Europe/Berlin',
    opening_times: {
      twentyfourseven: false,
      regular_hours: [
        ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, period_begin: '06:00', period_end: '22:00' })),
        { weekday: 6, period_begin: '08:00', period_end: '12:00' },
        { weekday: 6, period_begin: '13:00', period_end: '00:00' },
      ],
      exceptional_closings: [{ period_begin: '2026-12-24T00:00:00Z', period_end: '2026-12-25T00:00:00Z' }],
    },
    evses: [
      evse('E1', 'AVAILABLE', [type2('1', { tariff_ids: ['ADHOC'] })], {
        evse_id: 'DE*DMO*E1',
        physical_reference: 'Säule A',
        capabilities: ['RESERVABLE', 'RFID_READER', 'CREDIT_CARD_PAYABLE', 'DEBIT_CARD_PAYABLE'],
        last_updated: '2026-03-10T11:59:58Z',
      }),
      evse('E2', 'CHARGING', [type2('1')], { last_updated: '2026-03-09T00:00:00.250Z' }),
    ],
    last_updated: LAST_UPDATED,
  },
  extension: {
    restrictions: ['customersOnly'],
    accessPoints: [{ lat: 50.9385, lng: 6.9601 }],
    eMobilityServiceProviders: [
      { name: 'CardOne', partnerId: '1f351b84-cca5-11ed-8155-42010aa40002', eMobilityIds: ['DE-CC1'] },
      { name: 'NoIds', partnerId: '2f351b84-cca5-11ed-8155-42010aa40002' },
    ],
    evses: { E1: { paymentSupports: ['onlinePaypal', 'operatorApp'] } },
  },
  statuses: new Map(),
  tariffs: new Map([
    [
      'adhoc',
      adHoc([
        {
          price_components: [{ type: 'ENERGY', price: 0.5, vat: 19, step_size: 100 }],
          restrictions: { start_time: '22:00', end_time: '06:00', day_of_week: ['SATURDAY', 'SUNDAY'] },
        },
        { price_components: [{ type: 'FLAT', price: 1, step_size: 1 }] },
      ]),
    ],
  ]),
};

export function siteWith(evses: Evse[], given: Partial<Site> = {}): Site {
  const { opening_times: _hours, ...location } = everything.location;
  return { ...everything, extension: {}, ...given, location: { ...location, evses } };
}
