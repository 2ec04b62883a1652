/** `extended.evStation`. Source: contract search, EvChargingAttributes. */
import type { ConnectorGroup, Site } from '../location/index.ts';
import type { Connector } from '../ocpi/index.ts';
import { brandOf, connectorGroups, countByStatus } from '../location/index.ts';
import {
  UNRECOGNIZED_ID,
  accessRestrictionOf,
  connectorTypeOfId,
  legacyIdOfStandard,
  paymentSupportsOf,
  phasesOf,
  searchPaymentOf,
} from '../vocabulary/index.ts';
import { ampsRangeOf, commonOf, voltsRangeOf } from '../v2/index.ts';
import { defined, unlessEmpty } from './defined.ts';
import { statusTime } from './present-ev-availability.ts';
import type { ChargingPoint, EvConnector, EvStation } from './wire/ev-station.ts';

/** Groups by v2 connector id and power, in order of first appearance. */
export function presentEvStation(site: Site): EvStation {
  const groups = connectorGroups(site.location.evses, (connector) => legacyIdOfStandard(connector.standard));
  const supplierName = brandOf(site.location)?.name;
  return defined({
    connectors: unlessEmpty(groups.map((group) => presentGroup(site, group, supplierName))),
    totalNumberOfConnectors: isTold(site)
      ? groups.reduce((total, { members }) => total + members.length, 0)
      : undefined,
    access: accessOf(site),
    paymentMethods: presentPaymentMethods(site),
  });
}

/** Of a place whose EVSEs, or their connectors, nobody told, the number of connectors is unknown, not 0. */
function isTold({ location: { evses } }: Site): boolean {
  return evses.length > 0 && evses.every(({ status, connectors }) => status === 'REMOVED' || connectors.length > 0);
}

function presentGroup(site: Site, group: ConnectorGroup<number>, supplierName: string | undefined): EvConnector {
  const connectors = connectorsOf(group);
  return defined({
    supplierName,
    connectorType: { name: connectorTypeName(group.kind), id: String(group.kind) },
    fixedCable: commonOf(connectors.map(({ format }) => (format === undefined ? undefined : format === 'CABLE'))),
    maxPowerLevel: group.maxPower === undefined ? undefined : group.maxPower / 1000,
    chargingPoint: presentChargingPoint(site, group),
  });
}

function connectorsOf({ members }: ConnectorGroup<number>): readonly Connector[] {
  return members.flatMap(({ connectors }) => connectors);
}

/** The guide gives ids that are not used no name; a plug that no table knows goes by the name v3 has for that. */
function connectorTypeName(id: number): string {
  const row = connectorTypeOfId(id) ?? connectorTypeOfId(UNRECOGNIZED_ID);
  return row === undefined || row.name === '' ? (row?.standards[0] ?? '') : row.name;
}

function presentChargingPoint(site: Site, group: ConnectorGroup<number>): ChargingPoint {
  const connectors = connectorsOf(group);
  const available = countByStatus(group, 'AVAILABLE');
  return defined({
    numberOfConnectors: group.members.length,
    phases: commonOf(connectors.map(({ power_type: type }) => (type === undefined ? undefined : phasesOf(type)))),
    numberOfAvailable: available,
    numberOfInUse: countByStatus(group, 'CHARGING'),
    numberOfOutOfService: countByStatus(group, 'INOPERATIVE', 'OUTOFORDER'),
    numberOfReserved: countByStatus(group, 'RESERVED'),
    voltsRange: voltsRangeOf(connectors),
    ampsRange: ampsRangeOf(connectors),
    lastUpdateTimestamp: available === undefined ? undefined : newestStatusTime(site, group),
  });
}

function newestStatusTime(site: Site, group: ConnectorGroup<number>): string | undefined {
  return group.members
    .map(({ evse }) => statusTime(site, evse))
    .sort()
    .at(-1);
}

/** Restricted where somebody is kept out of the whole place; what nothing is said of stays unsaid. */
function accessOf({ location, extension }: Site): EvStation['access'] {
  if (extension.restrictions !== undefined && extension.restrictions.length > 0) return 'restricted';
  const inUse = location.evses.filter((evse) => evse.status !== 'REMOVED');
  const closed = (restrictions: readonly string[] | undefined) =>
    restrictions?.some((restriction) => accessRestrictionOf(restriction) !== undefined) ?? false;
  if (inUse.length > 0 && inUse.every((evse) => closed(evse.parking_restrictions))) return 'restricted';
  return extension.restrictions === undefined ? undefined : 'public';
}

export function presentServiceProviders({ extension }: Site): EvStation['eMobilityServiceProviders'] {
  return extension.eMobilityServiceProviders?.map(({ name, partnerId }) => ({ name, partnerId }));
}

/** What one EVSE at least accepts, as far as Search has an id for it; nobody says what is not accepted. */
function presentPaymentMethods({ location, extension }: Site): EvStation['paymentMethods'] {
  const ids = new Set<string>();
  for (const evse of location.evses) {
    if (evse.status === 'REMOVED') continue;
    for (const support of paymentSupportsOf(evse, extension.evses?.[evse.uid]?.paymentSupports)) {
      const id = searchPaymentOf(support);
      if (id !== undefined) ids.add(id);
    }
  }
  return ids.size === 0 ? undefined : [...ids].sort().map((id) => ({ id, accepted: true }));
}
