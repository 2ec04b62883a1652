export { addToCountryIndex, emptyCountryIndex } from './country-index.ts';
export type { CountryIndex } from './country-index.ts';
export { hasConnectorType, presentV3 } from './present/charging-location.ts';
export { presentProviders } from './present/business-details.ts';
export { metadataFields, presentCountryMetadata } from './present/country-metadata.ts';
export type { CountryMetadataOptions, MetadataField } from './present/country-metadata.ts';
export { LOCATION_ID_PREFIX, locationIdOf } from './present/identifier.ts';
export { namingSchemeFault } from './present/name.ts';
export type { NamingScheme } from './present/name.ts';
export { locationFields, ownFields } from './present/options.ts';
export type { LocationField, OwnField, PresentV3Options } from './present/options.ts';
export { presentPhone } from './present/phone.ts';
export { tariffGaps } from './tariff-gaps.ts';
export { presentTariff, tariffHeading } from './present/tariff.ts';
export { isValidAt } from './present/tariff-list.ts';
export {
  MAX_TARIFF_VALUES,
  MAX_TARIFF_VALUE_LENGTH,
  TARIFF_VALUE,
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
