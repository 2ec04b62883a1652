/** A v2 station (or pool: the guide makes a location of either) as a v3 ChargingLocation in OCPI's spelling. */
import { DEFAULT_NAME, contentIdIn, partnerIdOf } from '@pantograph/model/location';
import type { BusinessDetails, ChargingLocation, Tariff } from '@pantograph/model/v3';
import { LOCATION_ID_PREFIX, presentPhone } from '@pantograph/model/v3';
import type { Ledger, Tell } from '../report/ledger.ts';
import { instantIn } from '../conform/conformer.ts';
import { absentRemoved } from './absent-removed.ts';
import { evsesOf } from './evses-of-station.ts';
import { hoursOfStation } from './opening-hours.ts';
import { paymentSupportsIn } from './payment-supports.ts';
import { tariffsOf } from './pricing.ts';
import type { ConnectorInput, StationInput } from './station-input.ts';

/** @param now ISO 8601; stands where nothing says when an EVSE was last heard of. `undefined`: a station without an id. */
export function chargingLocationOf(station: StationInput, now: string, ledger: Ledger): ChargingLocation | undefined {
  const [ofV2, ofV3] = [ledger.in('v2'), ledger.in('v3')];
  const id = station.poolId ?? station.id;
  if (id === undefined || id === '') {
    ofV2('without_id', '');
    return undefined;
  }
  if (station.poolId === undefined) ofV2('pool_id_missing', '/id', id);
  const contentId = contentIdIn(id);
  const connectors = station.connectors?.connector ?? [];
  const operator = operatorOf(station, connectors, ofV2, ofV3);
  const { tariffs, indexes } = tariffsOfGroups(connectors, operator, ofV2);
  const country = station.address?.country;
  const evses = evsesOf(
    connectors,
    {
      contentId,
      country,
      updated: instantIn(station.lastUpdatedTimeStamp) ?? instantIn(station.lastUpdateTimestamp),
      now,
      tariffIndexes: indexes,
    },
    { ofV2, ofV3 },
  );
  addStationPayments(station, evses, ofV2);
  const restricted = isRestricted(station);
  if (restricted) ofV3('restriction_reason_made', '/restrictions', 'other');
  return absentRemoved<ChargingLocation>({
    id: LOCATION_ID_PREFIX + contentId,
    location: { lat: station.position.latitude, lng: station.position.longitude },
    name: station.name ?? station.brand ?? DEFAULT_NAME,
    operator,
    restrictions: restricted ? ['other'] : undefined,
    accessPoints: station.entrancePosition && [
      { lat: station.entrancePosition.latitude, lng: station.entrancePosition.longitude },
    ],
    address: addressOf(station),
    supportPhoneNumber: phoneOf(station, connectors, ofV2),
    timeZone: station.timeZone,
    openingHours: hoursOfStation(connectors, ofV2),
    cpoLocationId: station.cpoId,
    eMobilityServiceProviders: station.roaming?.map((partner) => ({
      name: partner.emsp,
      partnerId: partner.partner_id,
      eMobilityIds: partner.ema_id?.length === 0 ? undefined : partner.ema_id,
    })),
    evses,
    tariffs: tariffs.length === 0 ? undefined : tariffs,
  });
}

/** The brand may be the operator's or the sub-operator's: migration guide, "Operator and Suboperator". */
function operatorOf(
  station: StationInput,
  connectors: readonly ConnectorInput[],
  ofV2: Tell,
  ofV3: Tell,
): BusinessDetails | undefined {
  const supplier = connectors.find(({ supplierName }) => supplierName !== undefined)?.supplierName;
  const named = station.name === DEFAULT_NAME ? undefined : station.name;
  const name = station.brand ?? supplier ?? named;
  if (name === undefined || name === '') return undefined;
  if (station.brand !== undefined) ofV2('brand_as_operator', '/brand', name);
  else ofV2('operator_by_other_name', supplier === undefined ? '/name' : '/connectors/connector/0/supplierName', name);
  const partnerId = partnerIdOf(name);
  ofV3('partner_id_made', '/operator/partnerId', partnerId);
  const contacts = [station.contacts, ...connectors.map(({ supplierContacts }) => supplierContacts)];
  const website = contacts.flatMap((one) => one?.website ?? [])[0]?.value;
  return { name, partnerId, website };
}

function tariffsOfGroups(
  connectors: readonly ConnectorInput[],
  operator: BusinessDetails | undefined,
  tell: Tell,
): { tariffs: Tariff[]; indexes: number[][] } {
  const partner = operator ?? { name: DEFAULT_NAME, partnerId: partnerIdOf(DEFAULT_NAME) };
  const known = new Map<string, number>();
  const tariffs: Tariff[] = [];
  const indexes = connectors.map(({ connectorDetails }, at) => {
    const path = `/connectors/connector/${String(at)}/connectorDetails/pricing`;
    return tariffsOf(connectorDetails?.pricing ?? [], partner, path, tell).map((tariff) => {
      const key = JSON.stringify(tariff);
      const index = known.get(key) ?? tariffs.push(tariff) - 1;
      known.set(key, index);
      return index;
    });
  });
  return { tariffs, indexes };
}

function addressOf({ address }: StationInput): ChargingLocation['address'] {
  if (address === undefined || Object.keys(address).length === 0) return undefined;
  return {
    street: address.street,
    houseNumber: address.streetNumber,
    state: address.region,
    city: address.city,
    countryCode: address.country,
    postalCode: address.postalCode,
  };
}

function phoneOf(station: StationInput, connectors: readonly ConnectorInput[], tell: Tell): string | undefined {
  const ofStation = station.contacts?.phone?.map(({ value }) => value) ?? [];
  const ofSuppliers = connectors.flatMap(({ supplierContacts }) => supplierContacts?.phone ?? []);
  for (const phone of [...ofStation, ...ofSuppliers.map(({ value }) => value)]) {
    const number = presentPhone(phone);
    if (number === undefined) continue;
    if (number !== phone) tell('phone_respelled', '/contacts/phone', phone);
    return number;
  }
  return undefined;
}

function isRestricted({ evStationDetails: details = {} }: StationInput): boolean {
  const { accessibilityType, restrictedAccess, privateAccess } = details;
  if (accessibilityType === 'RESTRICTED' || accessibilityType === 'PRIVATE') return true;
  return restrictedAccess === true || privateAccess === true;
}

/** v2 says of the station what v3 says of each EVSE; where a connector says it too, that is nearer. */
function addStationPayments(station: StationInput, evses: NonNullable<ChargingLocation['evses']>, tell: Tell): void {
  const supports = paymentSupportsIn(
    station.evStationDetails?.paymentMethods,
    '/evStationDetails/paymentMethods',
    tell,
  );
  if (supports.length === 0) return;
  const said = new Set(evses.flatMap(({ paymentSupports = [] }) => paymentSupports));
  const unsaid = supports.filter((support) => !said.has(support));
  if (unsaid.length === 0) return;
  tell('payments_of_station', '/evStationDetails/paymentMethods', unsaid);
  for (const evse of evses) evse.paymentSupports = [...(evse.paymentSupports ?? []), ...unsaid];
}
