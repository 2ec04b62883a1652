/** Berlin: fast chargers, trucks, scooters, prices, and the demo source. */
import type { LocationRecord } from '@pantograph/model/location';
import { partnerIdOf } from '@pantograph/model/location';
import { chargeCardOne, demoPower, stromwerk } from './companies.ts';
import { DEMO, ccs, connector, evse, location, type2 } from './record.ts';

const berlin = {
  country_code: 'DE',
  party_id: 'STW',
  country: 'DEU',
  city: 'Berlin',
  time_zone: 'Europe/Berlin',
};

/** One standard at three powers; plug and charge; green energy; its tariff lies with another party of the feed. */
const hub = location(
  {
    ...berlin,
    id: 'BER-HUB',
    name: 'Alexanderplatz',
    address: 'Alexanderstraße 7',
    postal_code: '10178',
    operator: stromwerk,
    parking_type: 'PARKING_LOT',
    help_phone: '+493012345678',
    facilities: ['MALL', 'METRO_STATION', 'WIFI'],
    opening_times: { twentyfourseven: true },
    energy_mix: {
      is_green_energy: true,
      energy_sources: [
        { source: 'WIND', percentage: 70 },
        { source: 'SOLAR', percentage: 30 },
      ],
      environ_impact: [{ category: 'CARBON_DIOXIDE', amount: 12.5 }],
      supplier_name: 'Stromwerk',
      energy_product_name: 'Stromwerk Wind',
    },
    evses: [
      evse(
        'HUB-1',
        'AVAILABLE',
        [ccs('1', 350_000, { capabilities: ['ISO_15118_2_PLUG_AND_CHARGE'], tariff_ids: ['T-SHARED'] })],
        {
          evse_id: 'DE*STW*EHUB1',
          capabilities: ['CREDIT_CARD_PAYABLE', 'DEBIT_CARD_PAYABLE', 'PED_TERMINAL'],
        },
      ),
      evse('HUB-2', 'BLOCKED', [ccs('1', 350_000, { tariff_ids: ['T-SHARED'] })], { evse_id: 'DE*STW*EHUB2' }),
      evse('HUB-3', 'CHARGING', [ccs('1', 150_000), type2('2', 32)], { evse_id: 'DE*STW*EHUB3' }),
      evse('HUB-4', 'INOPERATIVE', [ccs('1', 75_000)], { evse_id: 'DE*STW*EHUB4' }),
    ],
  },
  [52.5219, 13.4132],
  {
    extension: {
      supportedVehicles: ['car'],
      eMobilityServiceProviders: [chargeCardOne],
      operatorPartnerId: partnerIdOf('Stromwerk'),
      facilityTypes: ['mall', 'metroStation', 'toilets'],
    },
  },
);

/** For lorries: megawatt charging in drive-through bays with limits, and one bay that must be reserved. */
const trucks = location(
  {
    ...berlin,
    id: 'BER-TRUCKS',
    address: 'Am Autohof 1',
    city: 'Ludwigsfelde',
    operator: stromwerk,
    parking_type: 'ALONG_MOTORWAY',
    evses: [
      evse(
        'TRUCK-1',
        'AVAILABLE',
        [
          connector('1', 'MCS', {
            format: 'CABLE',
            power_type: 'DC',
            max_voltage: 1250,
            max_amperage: 800,
            max_electric_power: 1_000_000,
          }),
          ccs('2', 400_000),
        ],
        { parking: [{ parking_id: 'BAY-1', evse_position: 'LEFT' }] },
      ),
      evse('TRUCK-2', 'AVAILABLE', [ccs('1', 400_000)], { parking: [{ parking_id: 'BAY-2' }] }),
    ],
    parking_places: [
      {
        id: 'BAY-1',
        vehicle_types: ['RIGID', 'SEMI_TRACTOR', 'TRUCK_WITH_TRAILER'],
        max_vehicle_weight: 40_000,
        max_vehicle_height: 420,
        max_vehicle_length: 1875,
        drive_through: true,
        direction: 'PARALLEL',
        dangerous_goods_allowed: false,
      },
      {
        id: 'BAY-2',
        vehicle_types: ['RIGID', 'VAN'],
        max_vehicle_height: 300,
        reservation_required: true,
        roofed: true,
      },
    ],
  },
  [52.3013, 13.2572],
  {
    extension: {
      supportedVehicles: ['truck'],
      isPullThrough: true,
      vehicleLimitations: { weight: 40_000, height: 420, width: 260, length: 1875, permittedTrailers: 1 },
      truckRestrictions: {
        truckAccess: ['medium', 'heavy'],
        hazardousGoodsRestricted: true,
        overnightParking: true,
        amenities: ['shower', 'toilet', 'truckParking'],
      },
    },
  },
);

/** For scooters and bicycles only. */
const scooters = location(
  {
    ...berlin,
    id: 'BER-SCOOTERS',
    address: 'Kastanienallee 80',
    operator: stromwerk,
    evses: [
      evse('SCOOTER-1', 'AVAILABLE', [
        connector('1', 'DOMESTIC_F', {
          format: 'SOCKET',
          power_type: 'AC_1_PHASE',
          max_voltage: 230,
          max_amperage: 10,
          max_electric_power: 2300,
        }),
      ]),
    ],
  },
  [52.5391, 13.4101],
  { extension: { supportedVehicles: ['twoWheeler'] } },
);

/** References to tariffs that are free, odd, missing, and there twice. */
const prices = location(
  {
    ...berlin,
    id: 'BER-PRICES',
    address: 'Kantstraße 130',
    operator: stromwerk,
    evses: [
      evse('PRICES-1', 'AVAILABLE', [
        type2('1', 32, { tariff_ids: ['T-FREE'] }),
        type2('2', 16, { tariff_ids: ['T-ODD'] }),
      ]),
      evse('PRICES-2', 'AVAILABLE', [
        type2('1', 32, { tariff_ids: ['T-NOWHERE'] }),
        type2('2', 16, { tariff_ids: ['T-TWICE'] }),
      ]),
    ],
  },
  [52.5061, 13.3189],
);

/** Same id as the hub but for its case and from another source, so another place. One EVSE went two months ago. */
const demo = location(
  {
    ...berlin,
    id: 'ber-hub',
    address: 'Karl-Liebknecht-Straße 3',
    operator: demoPower,
    evses: [
      evse('DEMO-1', 'AVAILABLE', [type2('1', 32)]),
      evse('DEMO-2', 'REMOVED', [type2('1', 32)], { last_updated: '2026-01-09T08:00:00Z' }),
    ],
  },
  [52.5212, 13.4098],
  { source: DEMO },
);

export const berlinLocations: readonly LocationRecord[] = [hub, trucks, scooters, prices, demo];
