/** Around the market square of Delft: ordinary places, and one for every way in which a place can be out of the ordinary. */
import type { LocationRecord } from '@pantograph/model/location';
import { partnerIdOf } from '@pantograph/model/location';
import { statuses } from '@pantograph/model/vocabulary';
import { chargeCardOne, parkeerDelft, plugPass, voltstad } from './companies.ts';
import { ccs, connector, evse, location, type2 } from './record.ts';

const delft = {
  country_code: 'NL',
  party_id: 'VLT',
  country: 'NLD',
  city: 'Delft',
  state: 'Zuid-Holland',
  time_zone: 'Europe/Amsterdam',
};

/** Two AC EVSEs and one with two DC cables of which one can be used at a time; two tariffs, two charge cards. */
const market = location(
  {
    ...delft,
    id: 'DELFT-MARKT',
    name: 'Markt',
    address: 'Markt 87',
    postal_code: '2611 GS',
    operator: voltstad,
    parking_type: 'ON_STREET',
    help_phone: '+31152602500',
    facilities: ['RESTAURANT', 'CAFE', 'WIFI'],
    opening_times: { twentyfourseven: true },
    directions: [{ language: 'nl', text: 'Achter het stadhuis' }],
    images: [{ url: 'https://voltstad.example/markt.jpg', category: 'LOCATION', type: 'jpeg' }],
    evses: [
      evse('MARKT-1', 'AVAILABLE', [type2('1', 32, { tariff_ids: ['T-ADHOC', 'T-CPO'] })], {
        evse_id: 'NL*VLT*EMARKT1',
        physical_reference: 'A',
        capabilities: ['RFID_READER', 'REMOTE_START_STOP_CAPABLE', 'RESERVABLE'],
      }),
      evse('MARKT-2', 'CHARGING', [type2('1', 32, { tariff_ids: ['t-adhoc'] })], {
        evse_id: 'NL*VLT*EMARKT2',
        physical_reference: 'B',
        capabilities: ['RFID_READER'],
      }),
      evse(
        'MARKT-3',
        'AVAILABLE',
        [
          ccs('1', 50_000, { tariff_ids: ['T-ADHOC', 'T-CARD'] }),
          connector('2', 'CHADEMO', {
            format: 'CABLE',
            power_type: 'DC',
            max_voltage: 500,
            max_amperage: 125,
            max_electric_power: 50_000,
            tariff_ids: ['T-ADHOC'],
          }),
        ],
        {
          evse_id: 'NL*VLT*EMARKT3',
          physical_reference: 'C',
          floor_level: '0',
          coordinates: { latitude: '52.0117', longitude: '4.3572' },
          capabilities: ['CREDIT_CARD_PAYABLE', 'CONTACTLESS_CARD_SUPPORT', 'RFID_READER'],
        },
      ),
    ],
  },
  [52.0116, 4.3571],
  {
    extension: {
      supportedVehicles: ['car'],
      eMobilityServiceProviders: [chargeCardOne, plugPass],
      accessPoints: [{ lat: 52.0118, lng: 4.357 }],
      operatorPartnerId: partnerIdOf('Voltstad'),
      evses: { 'MARKT-3': { paymentSupports: ['onlineApplePay', 'operatorApp'] } },
    },
  },
);

/** A sub-operator; two identical sockets on one EVSE, which count once; closed at night and on Sundays. */
const station = location(
  {
    ...delft,
    id: 'DELFT-STATION',
    name: 'Stationsplein',
    address: 'Stationsplein 12',
    operator: voltstad,
    suboperator: parkeerDelft,
    parking_type: 'PARKING_GARAGE',
    facilities: ['TRAIN_STATION'],
    charging_when_closed: false,
    opening_times: {
      twentyfourseven: false,
      regular_hours: [
        ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, period_begin: '07:00', period_end: '22:00' })),
        { weekday: 6, period_begin: '09:00', period_end: '18:00' },
      ],
    },
    evses: [
      evse('STATION-1', 'RESERVED', [type2('1', 16), type2('2', 16)], { evse_id: 'NL*VLT*ESTATION1' }),
      evse('STATION-2', 'AVAILABLE', [type2('1', 16), type2('2', 32)], { evse_id: 'NL*VLT*ESTATION2' }),
    ],
  },
  [52.0067, 4.3563],
  {
    extension: {
      eMobilityServiceProviders: [plugPass],
      suboperatorPartnerId: partnerIdOf('Parkeer Delft'),
    },
  },
);

/** Unknown power and no live data; open past midnight, with a closed holiday and an open night. */
const garage = location(
  {
    ...delft,
    id: 'DELFT-GARAGE',
    name: 'Garage Phoenix',
    address: 'Phoenixstraat 29',
    operator: voltstad,
    parking_type: 'UNDERGROUND_GARAGE',
    opening_times: {
      twentyfourseven: false,
      regular_hours: [
        { weekday: 5, period_begin: '18:00', period_end: '02:00' },
        { weekday: 6, period_begin: '18:00', period_end: '00:00' },
      ],
      exceptional_openings: [{ period_begin: '2026-12-31T17:00:00Z', period_end: '2027-01-01T05:00:00Z' }],
      exceptional_closings: [{ period_begin: '2026-12-24T23:00:00Z', period_end: '2026-12-26T23:00:00Z' }],
    },
    evses: [
      evse('GARAGE-1', 'UNKNOWN', [connector('1', 'IEC_62196_T2', { format: 'SOCKET', power_type: 'AC_3_PHASE' })]),
      evse('GARAGE-2', 'UNKNOWN', [connector('1', 'IEC_62196_T2', { format: 'SOCKET' })]),
    ],
  },
  [52.0131, 4.3541],
  { extension: { restrictions: ['customersOnly'] } },
);

/** One EVSE in every status there is; its REMOVED one went on the day of this world. */
const statusTour = location(
  {
    ...delft,
    id: 'DELFT-STATUSES',
    address: 'Mekelweg 4',
    operator: voltstad,
    evses: statuses.map(({ status }) => evse(`TOUR-${status}`, status, [type2('1', 16)])),
  },
  [52.0022, 4.3736],
);

/** Nobody is known to run it; household and industrial sockets; broken. */
const nobody = location(
  {
    ...delft,
    id: 'DELFT-NOBODY',
    address: 'Oude Delft 1',
    evses: [
      evse('NOBODY-1', 'OUTOFORDER', [
        connector('1', 'DOMESTIC_F', { format: 'SOCKET', power_type: 'AC_1_PHASE', max_electric_power: 2300 }),
        connector('2', 'IEC_60309_2_single_16', {
          format: 'SOCKET',
          power_type: 'AC_1_PHASE',
          max_electric_power: 3680,
        }),
        connector('3', 'IEC_60309_2_three_32', {
          format: 'SOCKET',
          power_type: 'AC_3_PHASE',
          max_electric_power: 22_000,
        }),
      ]),
    ],
  },
  [52.0099, 4.3561],
);

/** Never shown to the public. */
const hidden = location(
  { ...delft, id: 'DELFT-HIDDEN', publish: false, address: 'Schieweg 15', operator: voltstad, evses: [] },
  [52.0001, 4.3601],
);

/** Announced, with nothing to plug into yet. */
const empty = location(
  { ...delft, id: 'DELFT-EMPTY', address: 'Westvest 9', operator: voltstad, evses: [] },
  [52.0083, 4.3539],
);

export const delftLocations: readonly LocationRecord[] = [market, station, garage, statusTour, nobody, hidden, empty];
