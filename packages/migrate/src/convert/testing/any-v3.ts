/** Any v3 location in OCPI's spelling that the contract allows; for tests. */
import type { ChargingLocation, Evse, Tariff } from '@pantograph/model/v3';
import {
  accessRestrictions,
  connectorFormats,
  daysOfWeek,
  energySources,
  evseCapabilities,
  facilities,
  parkingConditions,
  parkingTypes,
  paymentSupports,
  powerTypes,
  statuses,
  tariffDimensions,
  v3Standards,
} from '@pantograph/model/vocabulary';
import fc from 'fast-check';

const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);
const uuid = fc.uuid();
const position = fc.record({ lat: degrees(80), lng: degrees(170) });

function degrees(most: number): fc.Arbitrary<number> {
  return fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((value) => value / 1e5);
}

function optional<T>(
  required: readonly (keyof T & string)[],
  model: { [K in keyof T]: fc.Arbitrary<T[K]> },
): fc.Arbitrary<T> {
  return fc.record(model, { requiredKeys: [...required] as never });
}

function subset<T>(values: readonly T[], max = 3): fc.Arbitrary<T[]> {
  return fc.subarray([...values], { minLength: 1, maxLength: Math.min(max, values.length) });
}

const company = optional<NonNullable<ChargingLocation['operator']>>(['name', 'partnerId'], {
  name: word,
  partnerId: uuid,
  website: fc.constant('https://cpo.example/'),
  eMobilityIds: fc.constantFrom(['DE-ABC'], ['NL-XYZ', 'NL-AB1']),
  logo: fc.constant({ url: 'https://cpo.example/logo.png' }),
});

const clock = fc
  .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 11, max: 23 }))
  .map(([from, to]) => ({ from: `${two(from)}:00:00`, to: `${two(to)}:30:00` }));

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const schedule = fc.uniqueArray(
  fc.record({ days: subset(daysOfWeek.values, 4), periods: fc.array(clock, { maxLength: 2 }) }),
  {
    maxLength: 3,
  },
);

const openingHours = optional<NonNullable<ChargingLocation['openingHours']>>([], {
  open24x7: fc.boolean(),
  chargingWhenClosed: fc.boolean(),
  regularSchedule: schedule,
  exceptions: fc.constantFrom(
    [{ date: '2026-12-24', closed: true }],
    [{ date: '2026-12-26', periods: [{ from: '10:00:00', to: '12:00:00' }] }],
  ),
});

const component = optional<Tariff['elements'][number]['components'][number]>(['dimension', 'price'], {
  dimension: fc.constantFrom(...tariffDimensions.values),
  price: fc.integer({ min: 0, max: 400 }).map((cents) => cents / 100),
  vat: fc.constantFrom(19, 21, 7.7),
  step: fc.constantFrom(1, 60, 300),
});

const condition = optional<NonNullable<Tariff['elements'][number]['condition']>>([], {
  days: subset(daysOfWeek.values),
  time: clock,
  duration: fc.constantFrom({ min: 3600 }, { max: 7200 }),
  date: fc.constant({ from: '2026-01-01' }),
});

const tariff = optional<Tariff>(['partner', 'partnerId', 'currency', 'elements'], {
  partner: word,
  partnerId: uuid,
  currency: fc.constantFrom('EUR', 'GBP'),
  elements: fc.array(
    optional<Tariff['elements'][number]>(['components'], {
      components: fc.uniqueArray(component, { minLength: 1, maxLength: 2, selector: ({ dimension }) => dimension }),
      condition,
    }),
    { minLength: 1, maxLength: 2 },
  ),
  name: word,
  type: fc.constantFrom('adhoc', 'emsp', 'cpo'),
});

const connector = optional<Evse['connectors'][number]>(['id', 'standard'], {
  id: word,
  standard: fc.constantFrom('IEC_62196_T2', 'IEC_62196_T2_COMBO', 'CHADEMO', 'IEC_60309_2_THREE_32', ...v3Standards),
  format: fc.constantFrom(...connectorFormats.values),
  powerType: fc.constantFrom(...powerTypes.values),
  maxVoltage: fc.constantFrom(230, 240, 400, 920),
  maxCurrent: fc.constantFrom(16, 32, 63, 200),
  maxPower: fc.constantFrom(3_700, 11_040, 22_080, 150_000),
  termsAndConditionsUrl: fc.constant('https://cpo.example/terms'),
  tariffIndexes: fc.subarray([0, 1], { minLength: 1 }),
});

const evse = optional<Evse>(['uid', 'status', 'modified', 'connectors'], {
  uid: fc.constantFrom('E1', 'E2', 'E3', 'E4'),
  status: fc.constantFrom(...statuses.map((row) => row.status)),
  modified: fc.constantFrom('2026-03-01T10:00:00Z', '2026-03-01T11:00:00.250Z', '2026-03-02T10:00:00.000Z'),
  connectors: fc.uniqueArray(connector, { maxLength: 3, selector: ({ id }) => id }),
  id: fc.constant('here:evcp:evse:0a1b'),
  evseId: fc.constantFrom('DE*ABC*E1', 'NL*XYZ*E2*1'),
  capabilities: subset(evseCapabilities.values),
  floorLevel: fc.constantFrom('-1', '2'),
  physicalReference: word,
  location: position,
  paymentSupports: subset(
    paymentSupports.map((row) => row.support),
    4,
  ),
  reliability: fc.constant({ operational: 3 }),
  parking: fc.record(
    {
      conditions: subset(parkingConditions.rows.map((row) => row.ocpi)),
      noClearanceHeight: fc.boolean(),
      evsePosition: fc.constant('LEFT'),
      reservationRequired: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  statusInfo: fc.constant({
    observedAt: '2026-03-01T10:00:00Z',
    receivedAt: '2026-03-01T10:00:00Z',
    source: 'a',
    ageSeconds: 1,
  }),
});

export const anyV3: fc.Arbitrary<ChargingLocation> = optional<ChargingLocation>(['id', 'location'], {
  id: word.map((id) => `here:evcp:charginglocation:${id}`),
  location: position,
  supportedVehicles: subset(['car', 'truck']),
  name: word,
  accessPoints: fc.uniqueArray(position, { minLength: 1, maxLength: 2, selector: (point) => JSON.stringify(point) }),
  address: optional<NonNullable<ChargingLocation['address']>>([], {
    label: word,
    street: word,
    houseNumber: fc.constantFrom('1', '22 A'),
    state: word,
    county: word,
    city: word,
    district: word,
    subdistrict: word,
    block: word,
    subblock: word,
    countryCode: fc.constantFrom('DEU', 'USA', 'NLD'),
    postalCode: word,
    languageCode: fc.constant('de'),
  }),
  parkingType: fc.constantFrom(...parkingTypes.values),
  operator: company,
  suboperator: company,
  facilityTypes: subset([...facilities.values, 'bakery']),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York'),
  openingHours,
  cpoLocationId: word,
  energyMix: fc.record({
    isGreenEnergy: fc.boolean(),
    energySources: fc.constant([{ source: energySources.values[0] ?? '', percentage: 40 }]),
    supplier: word,
  }),
  connectorGroups: fc.constant([{ standard: 'IEC_62196_T2', maxPower: 11_000, connectorCount: 1 }]),
  restrictions: subset(accessRestrictions),
  eMobilityServiceProviders: fc.uniqueArray(company, { maxLength: 2, selector: ({ partnerId }) => partnerId }),
  supportPhoneNumber: fc.constantFrom('+4930123456', '+31201234567'),
  truckRestrictions: fc.constant({ trailerParking: true }),
  isPullThrough: fc.boolean(),
  vehicleLimitations: fc.constant({ height: 220 }),
  reservationRequired: fc.boolean(),
  evses: fc.uniqueArray(evse, { maxLength: 4, selector: ({ uid }) => uid }),
  predictions: fc.constant([]),
  tariffs: fc.array(tariff, { maxLength: 2 }),
  nearbyPlaces: fc.constant([{ placeId: 'x', categories: ['1'] }]),
  hasMoreNearbyPlaces: fc.boolean(),
});
