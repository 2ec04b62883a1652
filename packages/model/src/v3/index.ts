export { addToCountryIndex, emptyCountryIndex } from './country-index.ts';
export type { CountryIndex, IndexedCountry, IndexedPartner } from './country-index.ts';
export { presentConnectorGroups } from './present/connector-groups.ts';
export type { GroupOptions } from './present/connector-groups.ts';
export { hasConnectorType, presentV3 } from './present/charging-location.ts';
export { presentOperator, presentProviders, presentSuboperator } from './present/business-details.ts';
export { metadataFields, presentCountryMetadata } from './present/country-metadata.ts';
export type { CountryMetadataOptions, MetadataField } from './present/country-metadata.ts';
export { presentEnergyMix } from './present/energy-mix.ts';
export { LOCATION_ID_PREFIX, evseIdOf, locationIdOf } from './present/identifier.ts';
export { namingSchemeFault, presentName } from './present/name.ts';
export type { NamingScheme } from './present/name.ts';
export { presentOpeningHours } from './present/opening-hours.ts';
export { locationFields, ownFields } from './present/options.ts';
export type { LocationField, OwnField, PresentV3Options } from './present/options.ts';
export { presentPhone } from './present/phone.ts';
export { presentRestrictions, presentSupportedVehicles } from './present/restrictions.ts';
export { tariffGaps } from './tariff-gaps.ts';
export { presentTariff, tariffHeading } from './present/tariff.ts';
export { isValidAt, tariffList } from './present/tariff-list.ts';
export type { TariffList } from './present/tariff-list.ts';
export { presentPullThrough, presentTruckRestrictions, presentVehicleLimitations } from './present/truck.ts';
export {
  MAX_TARIFF_VALUES,
  MAX_TARIFF_VALUE_LENGTH,
  TARIFF_VALUE,
  adhocOnly,
  parseTariffFilter,
  wantedTariffs,
} from './tariff-filter.ts';
export type { TariffFilter } from './tariff-filter.ts';
export {
  Address,
  BusinessDetails,
  ChargingLocation,
  ChargingLocations,
  ConnectorGroup,
  ConnectorReference,
  ConnectorTypeMetadata,
  CountryMetadata,
  EnergyMix,
  ErrorResponse,
  EvConnector,
  Evse,
  EvseParking,
  GenericErrorResponse,
  HealthResponse,
  MetadataByCountry,
  MetadataDetails,
  OpeningHoursType,
  PriceComponent,
  Tariff,
  TariffCondition,
  TariffElement,
  TimePeriod,
  TruckRestrictions,
  VehicleLimitations,
  VersionResponse,
  v3Schemas,
} from './wire/index.ts';
