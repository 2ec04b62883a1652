/** Random places, changes and questions, for tests. Few distinct values each, so that they meet: ties, shared ids, borders. */
import { statuses } from '@pantograph/model/vocabulary';
import type { LocationExtension, OpeningTimes, Position } from '@pantograph/model/location';
import type { Connector, Evse, Location } from '@pantograph/model/ocpi';
import fc from 'fast-check';
import { connector, evse, location } from '../small-world/record.ts';
import type { PlaceRecord } from '../../src/atlas/build-site.ts';

/** Corners of the earth, a town, and anywhere. */
export const anyPosition: fc.Arbitrary<Position> = fc.oneof(
  { weight: 4, arbitrary: near({ lat: 52, lng: 4 }, 0.05) },
  { weight: 2, arbitrary: near({ lat: -17, lng: 180 }, 2) },
  { weight: 1, arbitrary: near({ lat: 90, lng: 0 }, 2) },
  { weight: 1, arbitrary: near({ lat: -90, lng: 0 }, 2) },
  { weight: 2, arbitrary: degrees(-90, 90).chain((lat) => degrees(-180, 180).map((lng) => ({ lat, lng }))) },
  {
    weight: 1,
    arbitrary: fc.record({ lat: fc.constantFrom(-90, 0, 52, 90), lng: fc.constantFrom(-180, -90, 0, 4, 180) }),
  },
);

function near(centre: Position, spread: number): fc.Arbitrary<Position> {
  const offset = fc.integer({ min: -20, max: 20 }).map((step) => (step * spread) / 20);
  return fc.tuple(offset, offset).map(([north, east]) => ({
    lat: Math.max(-90, Math.min(90, round(centre.lat + north))),
    lng: round(((centre.lng + east + 540) % 360) - 180),
  }));
}

function degrees(min: number, max: number): fc.Arbitrary<number> {
  return fc.double({ min, max, noNaN: true }).map(round);
}

/** Plain decimals, as OCPI has them. */
function round(value: number): number {
  return Math.round(value * 1e5) / 1e5;
}

export const standards = [
  'IEC_62196_T2',
  'IEC_62196_T2_COMBO',
  'CHADEMO',
  'IEC_60309_2_three_32',
  'SEAWATER_PLUG',
  'FOG_PLUG',
];
export const watts = [3700, 11_000, 22_000, 50_000, 350_000];
export const companies = ['Voltstad', 'Stromwerk', 'Äther & Søn'];
export const words = ['plein', 'straße', 'nord', 'noord', '12', '1'];
export const vehicles = ['car', 'truck', 'twoWheeler'];
export const payments = ['creditCard', 'onlineApplePay', 'rfidReader'];
export const countries = ['NLD', 'DEU', 'FJI'];

const company = fc.constantFrom(...companies).map((name) => ({ name }));
const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
const anyStatus = fc.constantFrom(...statuses.map(({ status }) => status));
export const height = fc.constantFrom(200, 300, 400);

const anyConnector: fc.Arbitrary<Connector> = fc
  .record(
    {
      standard: fc.constantFrom(...standards),
      max_electric_power: fc.constantFrom(...watts),
      power_type: fc.constantFrom('AC_1_PHASE', 'AC_3_PHASE', 'DC'),
      capabilities: fc.constant<string[]>(['ISO_15118_2_PLUG_AND_CHARGE']),
    },
    { requiredKeys: ['standard'] },
  )
  .map(({ standard, ...given }) => connector('1', standard, given));

const anyEvses: fc.Arbitrary<Evse[]> = fc
  .array(
    fc.record(
      {
        status: anyStatus,
        connectors: fc.array(anyConnector, { maxLength: 3 }),
        capabilities: fc.subarray(['RFID_READER', 'CREDIT_CARD_PAYABLE']),
        parking: fc.constantFrom<{ parking_id: string }[][]>(
          [{ parking_id: 'low' }],
          [{ parking_id: 'low' }, { parking_id: 'high' }],
        ),
      },
      { requiredKeys: ['status', 'connectors'] },
    ),
    { maxLength: 4 },
  )
  .map((evses) => evses.map(({ status, connectors, ...given }, at) => evse(uidOf(at), status, connectors, given)));

/** The first two share a 16-bit hash in the index. */
export function uidOf(at: number): string {
  return ['E-170', 'E-233'][at] ?? `EVSE ${at}`;
}

const hours: fc.Arbitrary<NonNullable<OpeningTimes['opening_times']>> = fc.constantFrom(
  { twentyfourseven: true },
  { twentyfourseven: false, regular_hours: [{ weekday: 2, period_begin: '08:00', period_end: '18:00' }] },
  { twentyfourseven: false, regular_hours: [{ weekday: 1, period_begin: '20:00', period_end: '10:00' }] },
);

const anyExtension: fc.Arbitrary<LocationExtension> = fc.record(
  {
    supportedVehicles: fc.subarray(vehicles),
    eMobilityServiceProviders: fc.subarray(companies).map((names) => names.map((name) => ({ name, partnerId: name }))),
    operatorPartnerId: fc.constantFrom('p-1', 'p-2'),
    vehicleLimitations: fc.record({ height, length: height }, { requiredKeys: [] }),
    truckRestrictions: fc.constant({ noClearanceHeight: true }),
    evses: fc.constant({ [uidOf(0)]: { paymentSupports: ['onlineApplePay'] } }),
  },
  { requiredKeys: [] },
);

const anyLocation: fc.Arbitrary<
  Partial<Location> & Pick<Location, 'address' | 'city' | 'country' | 'time_zone' | 'evses'>
> = fc.record(
  {
    address: text,
    city: text,
    country: fc.constantFrom(...countries),
    time_zone: fc.constantFrom('Europe/Amsterdam', 'Pacific/Fiji'),
    evses: anyEvses,
    name: text,
    postal_code: text,
    operator: company,
    suboperator: company,
    opening_times: hours,
    publish: fc.constantFrom(true, true, true, false),
    parking_places: fc.constant([
      { id: 'low', vehicle_types: ['VAN'], max_vehicle_height: 250 },
      { id: 'high', vehicle_types: ['RIGID'], max_vehicle_height: 420, max_vehicle_weight: 20_000 },
    ]),
  },
  { requiredKeys: ['address', 'city', 'country', 'time_zone', 'evses'] },
);

/** One of so many ids, so that places get changed. */
export function anyPlace(ids: number): fc.Arbitrary<PlaceRecord> {
  return fc
    .record({ id: fc.nat({ max: ids - 1 }), at: anyPosition, given: anyLocation, extension: anyExtension })
    .map(({ id, at, given, extension }) => {
      const record = location({ ...given, id: `P${id}`, country_code: 'NL', party_id: 'RND' }, [at.lat, at.lng], {
        extension,
      });
      const statusOf = ({ uid, status, last_updated: time }: Evse) => ({
        uid,
        status,
        observedAt: time,
        receivedAt: time,
      });
      return { ...record, statuses: given.evses.map(statusOf) };
    });
}

export const anyStatusChange = fc.record({ evse: fc.nat({ max: 4 }), status: anyStatus });
