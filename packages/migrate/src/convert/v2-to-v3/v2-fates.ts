/** What becomes of each field of a v2 station on the way to v3: told where v2 made of the result does not say the same again. */
import { presentPhone } from '@pantograph/model/v3';
import { UNRECOGNIZED_ID } from '@pantograph/model/vocabulary';
import { sameInstant } from '../fate/comparisons.ts';
import type { Comparison, Fates } from '../fate/unlike.ts';
import { alike } from '../../compare/alike.ts';
import { isConnectorName, legacyIdOfType } from './connector-standard.ts';
import { pricingFate } from './pricing-fate.ts';
import { timesOf } from './opening-hours.ts';
import { olderTypes } from './payment-supports.ts';
import type { ConnectorInput, StationInput } from './station-input.ts';

type Contacts = NonNullable<StationInput['contacts']>;
type Details = NonNullable<ConnectorInput['connectorDetails']>;
type PaymentMethods = NonNullable<Details['paymentMethodDetails']>;
type Statuses = NonNullable<NonNullable<ConnectorInput['connectorStatuses']>['connectorStatus']>;

const contacts: Comparison<Contacts> = (said, back, path, tell) => {
  const phone = back?.phone?.[0]?.value;
  for (const [at, { value, label }] of (said.phone ?? []).entries()) {
    const here = `${path}/phone/${String(at)}`;
    if (presentPhone(value) === undefined) tell('phone_not_international', here, value);
    else if (presentPhone(value) !== phone) tell('contact_dropped', here, value);
    else if (label !== undefined && label !== 'PHONE') tell('contact_dropped', `${here}/label`, label);
  }
  const website = back?.website?.[0]?.value;
  for (const [at, { value, label }] of (said.website ?? []).entries()) {
    const here = `${path}/website/${String(at)}`;
    if (value !== website) tell('contact_dropped', here, value);
    else if (label !== undefined && label !== 'WEBSITE') tell('contact_dropped', `${here}/label`, label);
  }
};

const payments: Comparison<PaymentMethods> = (said, back, path, tell) => {
  for (const [member, method] of Object.entries(said)) {
    const here = `${path}/${member}`;
    if (method === undefined) continue;
    const there = back?.[member as keyof PaymentMethods];
    if (typeof method === 'string' || typeof there === 'string' || there?.accept !== method.accept) {
      tell('payment_dropped', here, method);
      continue;
    }
    const found = new Set('types' in there ? (there.types?.type ?? []) : []);
    for (const [at, type] of ('types' in method ? (method.types?.type ?? []) : []).entries()) {
      if (!found.has(olderTypes[type] ?? type)) tell('payment_dropped', `${here}/types/type/${String(at)}`, type);
    }
    for (const extra of ['provider', 'currencies'] as const) {
      if (Object.hasOwn(method, extra)) tell('payment_dropped', `${here}/${extra}`, method);
    }
  }
};

/** v2 lists an EVSE's alike connectors once; v3 keeps each, so that only what it says of the EVSE can be lost. */
const connectorStatuses: Comparison<Statuses> = (said, back, path, tell) => {
  const byUid = new Map(back?.map((status) => [status.cpoEvseId, status]));
  for (const [at, { cpoEvseId, cpoEvseEMI3Id, physicalReference }] of said.entries()) {
    const found = byUid.get(cpoEvseId ?? cpoEvseEMI3Id);
    const here = `${path}/${String(at)}`;
    if (cpoEvseEMI3Id !== undefined && cpoEvseEMI3Id !== found?.cpoEvseEMI3Id) {
      tell('merged_in_group', `${here}/cpoEvseEMI3Id`, cpoEvseEMI3Id);
    }
    if (physicalReference !== undefined && physicalReference !== found?.physicalReference) {
      tell('merged_in_group', `${here}/physicalReference`, physicalReference);
    }
  }
};

const openingHours: Comparison<NonNullable<Details['openingHours']>> = (said, back, path, tell) => {
  const hours = said.regularOpeningHours;
  if (hours !== undefined && !alike(timesOf(hours), timesOf(back?.regularOpeningHours ?? []))) {
    tell('hours_incomplete', `${path}/regularOpeningHours`, hours);
  }
  if (said.annualOpenings !== undefined) tell('hours_exceptions', `${path}/annualOpenings`, said.annualOpenings);
};

const openingTime: Comparison<string> = (said, back, path, tell) => {
  const plain = (text = ''): string => text.replace(/\s/g, '').replace(/(^|-)0(\d:)/g, '$1$2');
  if (plain(said) !== plain(back)) tell('hours_incomplete', path, said);
};

const chargeCapacity: Comparison<string> = (said, back, path, tell) => {
  if (said === back) return;
  const plain = (text = ''): string => text.toLowerCase().replace(/[\s.]/g, '');
  tell(plain(said) === plain(back) ? 'text_regenerated' : 'field_dropped', path, said);
};

const connectorType: Comparison<NonNullable<ConnectorInput['connectorType']>> = ({ id, name }, back, path, tell) => {
  if (name === undefined || name === back?.name) return;
  const known = isConnectorName(name);
  // A name that belongs to another number, or decides for want of one, is told of where the number is chosen.
  if (!known && id !== undefined) tell('field_dropped', `${path}/name`, name);
  else if (known && legacyIdOfType(back) !== UNRECOGNIZED_ID && legacyIdOfType({ name }) === legacyIdOfType(back))
    tell('connector_name_respelled', `${path}/name`, name);
};

const connectorDetails: Fates<Details> = {
  deviceName: 'field_dropped',
  reservable: 'field_dropped',
  reservationInformation: 'field_dropped',
  privateAccess: 'field_dropped',
  open24x7: 'hours_incomplete',
  openingTime,
  openingHours,
  pay: 'field_dropped',
  paymentMethodDetails: payments,
  manufacturer: 'field_dropped',
  manufacturerModel: 'field_dropped',
  privateAccessInformation: 'field_dropped',
  pricing: pricingFate,
};

const connector: Fates<ConnectorInput> = {
  supplierName: 'field_dropped',
  supplierContacts: contacts,
  connectorType,
  powerFeedType: 'field_dropped',
  chargeCapacity,
  maxPowerLevel: 'field_dropped',
  customerChargeLevel: 'field_dropped',
  customerConnectorName: 'field_dropped',
  fixedCable: 'merged_in_group',
  connectorDetails,
  chargingPoint: {
    chargeMode: 'field_dropped',
    volts: 'field_dropped',
    voltsRange: 'field_dropped',
    phases: 'field_dropped',
    amps: 'field_dropped',
    ampsRange: 'field_dropped',
    numberOfConnectors: 'count_contradicts',
    numberOfAvailable: 'count_contradicts',
    numberOfInUse: 'count_contradicts',
    numberOfOutOfService: 'count_contradicts',
    numberOfReserved: 'count_contradicts',
    lastUpdateTimestamp: sameInstant('field_dropped'),
  },
  connectorStatuses: { connectorStatus: connectorStatuses },
};

/** Words for what is the same as saying nothing in v3, and for what v3 has a list of reasons. */
const access: Comparison<boolean> = (said, back, path, tell) => {
  if (!said) tell('access_said_by_absence', path, said);
  else if (back !== true) tell('restriction_reason_dropped', path, said);
};

export const v2Fates: Fates<StationInput> = {
  id: 'station_id_dropped',
  pvId: 'field_dropped',
  lastUpdateTimestamp: sameInstant('field_dropped'),
  timeZone: 'field_dropped',
  address: {
    street: 'field_dropped',
    streetNumber: 'field_dropped',
    city: 'field_dropped',
    postalCode: 'field_dropped',
    region: 'field_dropped',
    country: 'field_dropped',
  },
  contacts,
  position: { latitude: 'field_dropped', longitude: 'field_dropped' },
  entrancePosition: { latitude: 'field_dropped', longitude: 'field_dropped' },
  distance: 'distance_dropped',
  name: 'field_dropped',
  brand: 'field_dropped',
  poolId: 'id_prefix_dropped',
  cpoId: 'field_dropped',
  totalNumberOfConnectors: 'count_contradicts',
  connectors: {
    connector: {
      key: ({ connectorType: type, maxPowerLevel = 0 }) =>
        `${String(legacyIdOfType(type))} ${String(Math.round(maxPowerLevel * 1000))}`,
      lost: 'merged_in_group',
      each: connector,
    },
  },
  evStationDetails: {
    privateAccess: access,
    restrictedAccess: access,
    accessibilityType: (said, back, path, tell) => {
      if (said === 'PUBLIC') tell('access_said_by_absence', path, said);
      else if (said !== back) tell('restriction_reason_dropped', path, said);
    },
    paymentMethods: payments,
    notes: 'field_dropped',
  },
  roaming: {
    key: (partner) => partner.partner_id,
    lost: 'field_dropped',
    each: { emsp: 'field_dropped', partner_id: 'field_dropped', ema_id: 'field_dropped' },
  },
  lastUpdatedTimeStamp: sameInstant('field_dropped'),
};
