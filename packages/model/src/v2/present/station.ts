/** v2 `evStation` and the answers that list them. */
import type { StationFacts } from '../facts/station-facts.ts';
import type { LegacyQuirks } from '../quirks.ts';
import type { Address } from '../wire/contact.ts';
import type { EvStation, EvStationDetails, StationsResponse } from '../wire/station.ts';
import { newestOf } from './charging-point.ts';
import { legacyGroups, presentConnector } from './connector.ts';
import { presentContacts } from './contacts.ts';
import { presentPaymentMethods } from './payment-methods.ts';
import { unlessEmpty } from './unless-empty.ts';

export interface FoundStation {
  readonly facts: StationFacts;
  /** Metres; `undefined` where the question has no point or path to measure from. */
  readonly distance: number | undefined;
}

export function presentStation({ facts, distance }: FoundStation, quirks: LegacyQuirks): EvStation {
  const groups = legacyGroups(facts);
  // v3 tells of EVSEs only when they changed, so that the newest of them stands for the station on both sides.
  const updated = newestOf(facts.evses);
  const { entrance } = facts;
  return {
    id: facts.contentId,
    lastUpdateTimestamp: updated,
    timeZone: facts.timeZone,
    address: unlessEmpty(presentAddress(facts)),
    contacts: presentContacts(facts),
    position: { latitude: facts.position.lat, longitude: facts.position.lng },
    entrancePosition: entrance && { latitude: entrance.lat, longitude: entrance.lng },
    distance: distance === undefined ? undefined : Math.round(distance),
    name: facts.name,
    brand: facts.brand,
    poolId: facts.contentId,
    cpoId: facts.cpoLocationId,
    // Of a place whose EVSEs nobody told, the number is unknown, not 0.
    totalNumberOfConnectors:
      facts.evses.length === 0 ? undefined : groups.reduce((sum, group) => sum + group.members.length, 0),
    connectors: { connector: groups.map((group) => presentConnector(group, facts, quirks)) },
    evStationDetails: unlessEmpty(presentStationDetails(facts)),
    roaming: facts.serviceProviders.length === 0 ? undefined : facts.serviceProviders.map(presentProvider),
    lastUpdatedTimeStamp: updated,
  };
}

function presentAddress({ address }: StationFacts): Address {
  return {
    street: address.street,
    streetNumber: address.houseNumber,
    city: address.city,
    postalCode: address.postalCode,
    region: address.state,
    country: address.country,
  };
}

function presentStationDetails({ restrictions, evses, paymentSupports }: StationFacts): EvStationDetails {
  const restricted = restrictions.length > 0;
  const here = evses.filter((evse) => evse.status !== 'REMOVED');
  return {
    restrictedAccess: restricted ? true : undefined,
    accessibilityType: restricted ? 'RESTRICTED' : undefined,
    paymentMethods: presentPaymentMethods(here.flatMap((evse) => paymentSupports.get(evse.uid) ?? [])),
  };
}

export function presentProvider(provider: StationFacts['serviceProviders'][number]): {
  emsp: string;
  partner_id: string;
  ema_id: string[] | undefined;
} {
  const { name, partnerId, eMobilityIds = [] } = provider;
  return { emsp: name, partner_id: partnerId, ema_id: eMobilityIds.length === 0 ? undefined : eMobilityIds };
}

export interface Page {
  readonly stations: readonly FoundStation[];
  readonly hasMore: boolean;
  /** v2 sends none with stations that were asked for by id. */
  readonly count: number | undefined;
}

export function presentPage({ stations, hasMore, count }: Page, quirks: LegacyQuirks): StationsResponse {
  return {
    hasMore,
    count,
    evStations: { evStation: stations.map((station) => presentStation(station, quirks)) },
  };
}

/** Stations that were asked for by id: no page follows. */
export function pageOfKnown(stations: readonly StationFacts[]): Page {
  return { stations: stations.map((facts) => ({ facts, distance: undefined })), hasMore: false, count: undefined };
}
