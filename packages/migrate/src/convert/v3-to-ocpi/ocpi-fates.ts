/** What becomes of each field of a v3 location on the way to OCPI: a rule for what OCPI has no place for. */
import { DEFAULT_NAME } from '@pantograph/model/location';
import type { BusinessDetails, ChargingLocation, EvConnector, Evse, EvseParking } from '@pantograph/model/v3';
import { capabilityOfPaymentSupport, facilities, isStatus } from '@pantograph/model/vocabulary';
import { nothingToTell } from '../fate/comparisons.ts';
import type { Comparison, Fates } from '../fate/unlike.ts';
import type { RuleCode } from '../rules/rule-table.ts';

const kept = nothingToTell;

export interface OcpiFateOptions {
  /** The custom property `pantograph` is written. */
  readonly withExtension: boolean;
}

/** On what the tables depend. */
interface Variant {
  /** Of what only the custom property can carry. */
  readonly extended: RuleCode;
  readonly hasCpoId: boolean;
  readonly hasStreet: boolean;
  readonly hasEvses: boolean;
  readonly isOpen24x7: boolean;
}

/** There are 32 at most, and each is needed a million times. */
const made = new Map<string, Fates<ChargingLocation>>();

export function ocpiFates(place: ChargingLocation, { withExtension }: OcpiFateOptions): Fates<ChargingLocation> {
  const { address = {} } = place;
  const variant: Variant = {
    extended: withExtension ? 'carried_as_extension' : 'field_dropped',
    hasCpoId: place.cpoLocationId !== undefined,
    hasStreet: address.street !== undefined || address.houseNumber !== undefined,
    hasEvses: place.evses !== undefined,
    isOpen24x7: place.openingHours?.open24x7 === true,
  };
  const key = Object.values(variant).join();
  const fates = made.get(key) ?? fatesOf(variant);
  made.set(key, fates);
  return fates;
}

function fatesOf({ extended, hasCpoId, hasStreet, hasEvses, isOpen24x7 }: Variant): Fates<ChargingLocation> {
  const company = companyFates(extended);
  return {
    id: hasCpoId ? 'content_id_dropped' : 'id_prefix_dropped',
    location: { lat: kept, lng: kept },
    supportedVehicles: extended,
    name: (said, _back, path, tell) => {
      if (said === DEFAULT_NAME) tell('default_name', path, said);
    },
    accessPoints: extended,
    address: {
      label: hasStreet ? 'field_dropped' : kept,
      street: kept,
      houseNumber: 'address_joined',
      state: kept,
      county: 'field_dropped',
      city: kept,
      district: 'field_dropped',
      subdistrict: 'field_dropped',
      block: 'field_dropped',
      subblock: 'field_dropped',
      countryCode: kept,
      postalCode: kept,
      languageCode: 'field_dropped',
    },
    parkingType: kept,
    operator: company,
    suboperator: company,
    facilityTypes: (said, _back, path, tell) => {
      for (const [at, facility] of said.entries()) {
        if (!facilities.has(facility)) tell(extended, `${path}/${String(at)}`, facility);
      }
    },
    timeZone: kept,
    openingHours: {
      open24x7: kept,
      chargingWhenClosed: kept,
      regularSchedule: (said, _back, path, tell) => {
        for (const [at, { periods }] of said.entries()) {
          const times = periods.flatMap(({ from = '', to = '' }) => [from, to]);
          const seconds = times.some((time) => !time.endsWith(':00') && time !== '');
          const unsaid = periods.length === 0 || isOpen24x7;
          if (seconds || unsaid) tell('hours_incomplete', `${path}/${String(at)}`, times);
        }
      },
      exceptions: kept,
    },
    cpoLocationId: kept,
    energyMix: kept,
    connectorGroups: hasEvses ? groups : 'field_dropped',
    restrictions: extended,
    eMobilityServiceProviders: (said, _back, path, tell) => {
      tell(extended, path, said.length);
      for (const [at, { website, logo }] of said.entries()) {
        if (website !== undefined) tell('field_dropped', `${path}/${String(at)}/website`, website);
        if (logo !== undefined) tell('field_dropped', `${path}/${String(at)}/logo`, logo.url);
      }
    },
    supportPhoneNumber: kept,
    truckRestrictions: extended,
    isPullThrough: extended,
    vehicleLimitations: extended,
    reservationRequired: 'field_dropped',
    evses: { each: evseFates(extended) },
    predictions: 'field_dropped',
    tariffs: kept,
    nearbyPlaces: 'field_dropped',
    hasMoreNearbyPlaces: 'field_dropped',
  };
}

function companyFates(extended: RuleCode): Fates<BusinessDetails> {
  return {
    name: kept,
    partnerId: extended,
    website: kept,
    eMobilityIds: 'field_dropped',
    logo: kept,
  };
}

function evseFates(extended: RuleCode): Fates<Evse> {
  const parking: Fates<EvseParking> = {
    conditions: kept,
    vehicleTypes: 'field_dropped',
    vehicleLimitations: 'field_dropped',
    noClearanceHeight: extended,
    evsePosition: 'field_dropped',
    parkingDirection: 'field_dropped',
    reservationRequired: 'field_dropped',
  };
  return {
    uid: kept,
    status: (said, _back, path, tell) => {
      if (!isStatus(said)) tell('value_dropped', path, said);
    },
    modified: kept,
    connectors: { each: connectorFates },
    id: 'evse_global_id',
    evseId: kept,
    capabilities: kept,
    floorLevel: kept,
    physicalReference: kept,
    location: kept,
    paymentSupports: (said, _back, path, tell) => {
      for (const [at, support] of said.entries()) {
        if (capabilityOfPaymentSupport(support) === undefined) tell(extended, `${path}/${String(at)}`, support);
      }
    },
    reliability: 'field_dropped',
    parking,
    statusInfo: 'field_dropped',
  };
}

const connectorFates: Fates<EvConnector> = {
  id: kept,
  standard: kept,
  format: kept,
  powerType: kept,
  maxVoltage: kept,
  maxCurrent: kept,
  maxPower: kept,
  termsAndConditionsUrl: kept,
  tariffIndexes: kept,
};

const groups: Comparison<NonNullable<ChargingLocation['connectorGroups']>> = (said, _back, path, tell) => {
  tell('groups_from_evses', path, said.length);
  for (const [at, { predictions, reliability }] of said.entries()) {
    if (predictions !== undefined) tell('field_dropped', `${path}/${String(at)}/predictions`, predictions.length);
    if (reliability !== undefined) tell('field_dropped', `${path}/${String(at)}/reliability`, reliability);
  }
};
