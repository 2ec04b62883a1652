/** A v3 location as an OCPI Location, the way a feed would send it: what is missing the reader fills in, and says so. */
import type { LocationExtension } from '@pantograph/model/location';
import { DEFAULT_NAME, contentIdIn } from '@pantograph/model/location';
import type { BusinessDetails, ChargingLocation, EvConnector, Evse } from '@pantograph/model/v3';
import { capabilityOfPaymentSupport, facilities, ocpiStandardOf } from '@pantograph/model/vocabulary';
import { absentRemoved } from '../v2-to-v3/absent-removed.ts';
import type { Tell } from '../report/ledger.ts';
import { openingTimesOf } from './opening-times.ts';

/** @param tariffIds of the location's tariffs, in their order; `undefined` for one that OCPI cannot state */
export function rawLocationOf(place: ChargingLocation, tariffIds: readonly (string | undefined)[], tell: Tell): object {
  const { address = {}, location, openingHours: hours } = place;
  const line = [address.street, address.houseNumber].filter(Boolean).join(' ');
  return absentRemoved({
    id: place.cpoLocationId ?? contentIdIn(place.id),
    publish: true,
    name: place.name === DEFAULT_NAME ? undefined : place.name,
    address: line === '' ? address.label : line,
    city: address.city,
    postal_code: address.postalCode,
    state: address.state,
    country: address.countryCode,
    coordinates: geoLocation(location),
    time_zone: place.timeZone,
    operator: companyOf(place.operator),
    suboperator: companyOf(place.suboperator),
    parking_type: place.parkingType,
    facilities: place.facilityTypes?.filter((facility) => facilities.has(facility)),
    opening_times: hours && openingTimesOf(hours, place.timeZone, '/openingHours', tell),
    charging_when_closed: hours?.chargingWhenClosed,
    energy_mix: place.energyMix && {
      is_green_energy: place.energyMix.isGreenEnergy,
      energy_sources: place.energyMix.energySources,
      environ_impact: place.energyMix.environmentalImpacts,
      supplier_name: place.energyMix.supplier,
      energy_product_name: place.energyMix.energyProduct,
    },
    help_phone: place.supportPhoneNumber,
    evses: (place.evses ?? []).map((evse) => evseOf(evse, tariffIds)),
    pantograph: extensionOf(place),
  });
}

/** Decimal places as OCPI has them: at least five. */
function geoLocation({ lat, lng }: ChargingLocation['location']): { latitude: string; longitude: string } {
  return { latitude: degrees(lat), longitude: degrees(lng) };
}

function degrees(value: number): string {
  const shortest = String(value);
  return /^-?\d+\.\d{5,7}$/.test(shortest) ? shortest : value.toFixed(7).replace(/0{1,2}$/, '');
}

function companyOf(company: BusinessDetails | undefined): object | undefined {
  if (company === undefined) return undefined;
  const { name, website, logo } = company;
  return { name, website, logo: logo && { url: logo.url, thumbnail: logo.thumbnailUrl } };
}

function evseOf(evse: Evse, tariffIds: readonly (string | undefined)[]): object {
  const supports = evse.paymentSupports ?? [];
  const capabilities = [
    ...(evse.capabilities ?? []),
    ...supports.flatMap((one) => capabilityOfPaymentSupport(one) ?? []),
  ];
  return {
    uid: evse.uid,
    evse_id: evse.evseId,
    status: evse.status,
    capabilities: capabilities.length === 0 ? undefined : capabilities,
    connectors: evse.connectors.map((connector) => connectorOf(connector, evse.modified, tariffIds)),
    floor_level: evse.floorLevel,
    coordinates: evse.location && geoLocation(evse.location),
    physical_reference: evse.physicalReference,
    parking_restrictions: evse.parking?.conditions,
    last_updated: evse.modified,
  };
}

function connectorOf(connector: EvConnector, modified: string, tariffIds: readonly (string | undefined)[]): object {
  const ids = connector.tariffIndexes?.flatMap((index) => tariffIds[index] ?? []);
  return {
    id: connector.id,
    standard: ocpiStandardOf(connector.standard),
    format: connector.format,
    power_type: connector.powerType,
    max_voltage: connector.maxVoltage,
    max_amperage: connector.maxCurrent,
    max_electric_power: connector.maxPower,
    tariff_ids: ids?.length === 0 ? undefined : ids,
    terms_and_conditions: connector.termsAndConditionsUrl,
    last_updated: modified,
  };
}

/** What OCPI has no field for. */
function extensionOf(place: ChargingLocation): LocationExtension | undefined {
  const { facilityTypes = [], eMobilityServiceProviders: providers } = place;
  const otherFacilities = facilityTypes.filter((facility) => !facilities.has(facility));
  const evses = (place.evses ?? []).flatMap((evse) => {
    const supports = evse.paymentSupports?.filter((one) => capabilityOfPaymentSupport(one) === undefined) ?? [];
    const noClearanceHeight = evse.parking?.noClearanceHeight;
    if (supports.length === 0 && noClearanceHeight === undefined) return [];
    return [[evse.uid, { paymentSupports: supports.length === 0 ? undefined : supports, noClearanceHeight }] as const];
  });
  const extension: LocationExtension = {
    supportedVehicles: place.supportedVehicles,
    restrictions: place.restrictions,
    eMobilityServiceProviders: providers?.map(({ name, partnerId, eMobilityIds }) => ({
      name,
      partnerId,
      eMobilityIds,
    })),
    accessPoints: place.accessPoints,
    truckRestrictions: place.truckRestrictions,
    vehicleLimitations: place.vehicleLimitations,
    isPullThrough: place.isPullThrough,
    facilityTypes: otherFacilities.length === 0 ? undefined : otherFacilities,
    operatorPartnerId: place.operator?.partnerId,
    suboperatorPartnerId: place.suboperator?.partnerId,
    evses: evses.length === 0 ? undefined : Object.fromEntries(evses),
  };
  return Object.values(extension).every((value) => value === undefined) ? undefined : extension;
}
