/** Any v2 station, with what recordings, older documents and copies have in it; for tests. */
import { connectorTypes } from '@pantograph/model/vocabulary';
import fc from 'fast-check';

const word = fc.stringMatching(/^[A-Za-z0-9]{1,8}$/);

function some(
  model: Record<string, fc.Arbitrary<unknown>>,
  requiredKeys: readonly string[] = [],
): fc.Arbitrary<object> {
  return fc.record(model, { requiredKeys: [...requiredKeys] });
}

const contacts = some({
  phone: fc.array(
    some(
      { value: fc.constantFrom('+49 30 123456', '030 123456', '+31201234567'), label: fc.constantFrom('PHONE', 'FAX') },
      ['value'],
    ),
    { maxLength: 2 },
  ),
  website: fc.array(fc.record({ value: fc.constantFrom('https://a.example', 'https://b.example') }), { maxLength: 2 }),
});

const hours = fc.record(
  {
    regularOpeningHours: fc.array(
      fc.record({
        daymask: fc.oneof(fc.integer({ min: 1, max: 127 }), fc.constantFrom('62', '127')),
        period: fc.array(fc.constantFrom({ from: '00:00:00', to: '24:00:00' }, { from: '08:00:00', to: '18:00:00' }), {
          maxLength: 2,
        }),
      }),
      { maxLength: 2 },
    ),
    annualOpenings: fc.constant([{ from: '2026-12-24' }]),
  },
  { requiredKeys: [] },
);

const payments = some({
  creditCard: some({ accept: fc.boolean(), types: fc.constant({ type: ['VISA', 'AMEX'] }) }, ['accept']),
  debitCard: fc.record({ accept: fc.boolean() }),
  cash: some({ accept: fc.boolean(), currencies: fc.constant({ currency: ['EUR'] }) }, ['accept']),
  ePayment: some(
    { accept: fc.boolean(), types: fc.constantFrom({ type: ['PAYPAL', 'OTHER'] }, { type: ['online-google-pay'] }) },
    ['accept'],
  ),
  other: some({ accept: fc.boolean(), types: fc.constant({ type: ['app', 'LOAN'] }) }, ['accept']),
  subscription: some({ accept: fc.boolean(), provider: word }, ['accept']),
  note: word,
});

const pricing = some({
  pricingModel: fc.constantFrom('kWh', 'Session', 'TimeUnit', 'ParkAndCharge', 'TransactionFee', 'Subscription'),
  price: some(
    { value: fc.integer({ min: 0, max: 500 }).map((cents) => cents / 100), currency: fc.constantFrom('EUR', 'USD') },
    ['value'],
  ),
  unit: fc.constantFrom('hours', 'session', 'kWh'),
  timePeriod: word,
  timeConstraints: hours,
  descriptions: fc.subarray(['including 19 % VAT', 'charged per started 60 s', 'members pay less']),
});

const details = some({
  deviceName: word,
  reservable: fc.boolean(),
  reservationInformation: word,
  privateAccess: fc.boolean(),
  open24x7: fc.boolean(),
  openingTime: fc.constantFrom('0:00 - 24:00', '8:00 - 18:00', 'on request'),
  openingHours: hours,
  pay: fc.boolean(),
  paymentMethodDetails: payments,
  manufacturer: word,
  pricing: fc.array(pricing, { maxLength: 3 }),
});

const count = fc.integer({ min: 0, max: 4 });
const time = fc.constantFrom('2026-03-01T10:00:00.000Z', '2026-03-01T11:00:00.000+0100', 'yesterday');

const chargingPoint = some({
  chargeMode: fc.constantFrom('3', '4', 'Unspecified'),
  volts: fc.constantFrom(230, 398, 600),
  voltsRange: fc.constantFrom('380-480V AC', '200-240V AC', '600V DC', 'plenty'),
  phases: fc.constantFrom(1, 2, 3),
  amps: fc.constantFrom(16, 32, 63),
  ampsRange: fc.constantFrom('32A', '12A-80A', 'some'),
  numberOfConnectors: count,
  numberOfAvailable: count,
  numberOfInUse: count,
  numberOfOutOfService: count,
  numberOfReserved: count,
  lastUpdateTimestamp: time,
});

const status = some({
  cpoEvseId: fc.constantFrom('E1', 'E2', 'E3'),
  cpoEvseEMI3Id: fc.constantFrom('DE*ABC*E1', 'DE*ABC*E2'),
  cpoConnectorId: word,
  state: fc.constantFrom(
    'AVAILABLE',
    'UNAVAILABLE',
    'OCCUPIED',
    'OUT_OF_SERVICE',
    'OFFLINE',
    'RESERVED',
    'OTHER',
    'UNKNOWN',
    'SLEEPING',
  ),
  physicalReference: word,
});

const connectorType = fc.oneof(
  fc.constantFrom(...connectorTypes).map(({ id, name }) => ({ id: String(id), name })),
  fc.constantFrom(...connectorTypes).map(({ id }) => ({ id: String(id) })),
  fc.constantFrom(
    { name: 'IEC 62196-2 type 2 (Mennekes)' },
    { name: 'CCS2' },
    { id: '31', name: 'JEVS G 105 (CHAdeMO)' },
    { id: '999' },
  ),
);

const connector = some({
  supplierName: word,
  supplierContacts: contacts,
  connectorType,
  powerFeedType: fc.constant({ id: '1', name: 'Level 2' }),
  chargeCapacity: fc.constantFrom('380-480VAC, 3-phase at max. 32 A', '200-240VAC, 1-phase at max 16A', 'Other'),
  maxPowerLevel: fc.constantFrom(3.7, 11, 22.08, 150),
  customerChargeLevel: word,
  customerConnectorName: word,
  fixedCable: fc.boolean(),
  connectorDetails: details,
  chargingPoint,
  connectorStatuses: fc.record({ connectorStatus: fc.array(status, { maxLength: 3 }) }),
});

export const anyV2: fc.Arbitrary<object> = some(
  {
    id: word,
    pvId: word,
    lastUpdateTimestamp: time,
    timeZone: fc.constant('Europe/Berlin'),
    address: some({
      street: word,
      streetNumber: word,
      city: word,
      postalCode: word,
      region: word,
      country: fc.constantFrom('DEU', 'USA'),
    }),
    contacts,
    position: fc.record({ latitude: fc.constantFrom(52.5, -33.9), longitude: fc.constantFrom(13.4, 151.2) }),
    entrancePosition: fc.constant({ latitude: 52.51, longitude: 13.41 }),
    distance: fc.nat(5000),
    name: word,
    brand: word,
    poolId: word,
    cpoId: word,
    totalNumberOfConnectors: count,
    connectors: fc.record({ connector: fc.array(connector, { maxLength: 3 }) }),
    evStationDetails: some({
      privateAccess: fc.boolean(),
      restrictedAccess: fc.boolean(),
      accessibilityType: fc.constantFrom('PUBLIC', 'PRIVATE', 'RESTRICTED'),
      paymentMethods: payments,
      notes: word,
    }),
    roaming: fc.uniqueArray(
      some({ emsp: word, partner_id: word, ema_id: fc.constant(['DE-ABC']) }, ['emsp', 'partner_id']),
      { maxLength: 2, selector: (one) => (one as { partner_id: string }).partner_id },
    ),
    lastUpdatedTimeStamp: time,
    surprise: word,
  },
  ['position', 'poolId'],
);
