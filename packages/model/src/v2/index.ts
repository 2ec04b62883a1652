export { factsOfChargingLocation } from './facts/facts-of-charging-location.ts';
export { factsOfSite, v3FieldsOfFacts } from './facts/facts-of-site.ts';
export type { StationFacts } from './facts/station-facts.ts';
export { ampsRangeOf, commonOf, voltsRangeOf } from './present/electric-ranges.ts';
export { presentEvsePool, presentEvses } from './present/evse-pool.ts';
export {
  presentConnectorStatusList,
  presentConnectorTypes,
  presentPowerFeedTypes,
  presentRoamings,
} from './present/lists.ts';
export type { RoamingProvider } from './present/lists.ts';
export { pageOfKnown, presentPage, presentStation } from './present/station.ts';
export type { FoundStation, Page } from './present/station.ts';
export { vendorQuirks } from './quirks.ts';
export type { LegacyQuirks } from './quirks.ts';
export { ChargingPoint, Connector, ConnectorDetails, ConnectorStatus, NumberedType } from './wire/connector.ts';
export { Address, Contacts, Coordinates } from './wire/contact.ts';
export { ErrorBody } from './wire/error.ts';
export { EvsePool, EvsesResponse } from './wire/evses.ts';
export {
  ConnectorStatusesResponse,
  ConnectorTypesResponse,
  PowerFeedTypesResponse,
  RoamingsResponse,
} from './wire/lists.ts';
export { OpeningHours } from './wire/opening-hours.ts';
export { PaymentMethods } from './wire/payment-methods.ts';
export { Pricing } from './wire/pricing.ts';
export { State } from './wire/state.ts';
export { CountResponse, EvStation, EvStationDetails, RoamingPartner, StationsResponse } from './wire/station.ts';
export { writeElement, writeXml } from './xml/write-xml.ts';
export type { XmlRoot } from './xml/write-xml.ts';
