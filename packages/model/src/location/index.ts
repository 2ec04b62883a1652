export { splitAddress } from './address.ts';
export type { AddressLine } from './address.ts';
export { DEFAULT_NAME, brandOf, nameOf } from './brand.ts';
export { connectorGroups, countByStatus } from './connector-groups.ts';
export type { ConnectorGroup, GroupMember } from './connector-groups.ts';
export {
  EMobilityServiceProvider,
  EvseExtension,
  LocationExtension,
  Position,
  TariffExtension,
  TruckRestrictions,
  VehicleLimitations,
} from './extension.ts';
export { canonicalKey, contentIdIn, contentIdOf, partnerIdOf } from './identity.ts';
export type { ContentId, ObjectKey } from './identity.ts';
export type { EvseStatus, LocationRecord, Site, SourceInfo, TariffRecord } from './site.ts';
export { instantsOfLocal, localClock, nextLocalDay, utcOffsetSeconds } from './local-time.ts';
export type { LocalClock } from './local-time.ts';
export { isOpenAt, nextOpeningChange, regularPeriods, unitedExceptions } from './opening-hours.ts';
export type { OpeningChange, OpeningPeriod, OpeningTimes, Span } from './opening-hours.ts';
export { supportedVehiclesOf } from './supported-vehicles.ts';
export { danglingTariffs, tariffReferences } from './tariff-references.ts';
export type { TariffReference } from './tariff-references.ts';
export { TariffTable } from './tariff-table.ts';
