export { accessRestrictionOf, accessRestrictions, truckAccessCategories, truckAmenities } from './access.ts';
export { evseCapabilities } from './capability.ts';
export {
  UNRECOGNIZED_ID,
  connectorTypeOfId,
  connectorTypeOfStandard,
  legacyIdOfStandard,
  ocpiStandardOf,
  v3StandardOf,
  v3Standards,
} from './connector-type.ts';
export { connectorTypes } from './connector-type-table.ts';
export type { ConnectorTypeRow } from './connector-type-table.ts';
export {
  HIGHEST_TO_NEUTRAL,
  connectorFormats,
  daysOfWeek,
  phasesOf,
  powerTypes,
  tariffDimensions,
} from './connector-properties.ts';
export type { ConnectorFormat, DayOfWeek, PowerType, TariffDimensionType } from './connector-properties.ts';
export { enumDialects, spellAllIn, spellIn, spellKnownIn, spellStatusIn } from './dialect.ts';
export type { EnumDialect } from './dialect.ts';
export { evsePositions, parkingConditions, parkingDirections } from './parking.ts';
export {
  capabilityOfPaymentSupport,
  legacyPaymentOf,
  paymentSupportOfCapability,
  paymentSupportOfLegacy,
  paymentSupportOfSearch,
  paymentSupports,
  paymentSupportsOf,
  searchPaymentOf,
} from './payment-support.ts';
export { energySources, environmentalImpacts, facilities, parkingTypes } from './place-properties.ts';
export { hereStatusOf, isLive, isStatus, legacyStateOf, statuses, statusesOfLegacyState } from './status.ts';
export type { LegacyState, Status } from './status.ts';
export type { Spellings } from './spelling.ts';
export { ocpiTariffTypeOf, ocpiTariffTypes, tariffTypeOf, tariffTypes } from './tariff-type.ts';
export type { TariffType } from './tariff-type.ts';
export { vehicleCategories, vehicleCategoriesOf, vehicleCategoryOf, vehicleTypes } from './vehicle.ts';
export type { VehicleCategory } from './vehicle.ts';
