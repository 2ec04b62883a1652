/** v2 `chargingPoint` and `connectorStatuses` of a connector group. */
import type { ConnectorGroup } from '../../location/index.ts';
import { countByStatus } from '../../location/index.ts';
import type { Evse } from '../../ocpi/index.ts';
import { legacyStateOf, phasesOf } from '../../vocabulary/index.ts';
import type { ChargingPoint, ConnectorStatus } from '../wire/connector.ts';
import { chargeModeOf } from './charge-mode.ts';
import { ampsRangeOf, commonOf, voltsOf, voltsRangeOf } from './electric-ranges.ts';

export function presentChargingPoint(group: ConnectorGroup<number>): ChargingPoint {
  const connectors = group.members.flatMap((member) => member.connectors);
  return {
    chargeMode: commonOf(connectors.map(chargeModeOf)) ?? 'Unspecified',
    volts: commonOf(connectors.map(voltsOf)),
    voltsRange: voltsRangeOf(connectors),
    phases: commonOf(connectors.map(({ power_type: type }) => (type === undefined ? undefined : phasesOf(type)))),
    amps: commonOf(connectors.map((connector) => connector.max_amperage)),
    ampsRange: ampsRangeOf(connectors),
    numberOfConnectors: group.members.length,
    numberOfAvailable: countByStatus(group, 'AVAILABLE'),
    numberOfInUse: countByStatus(group, 'CHARGING'),
    numberOfOutOfService: countByStatus(group, 'INOPERATIVE', 'OUTOFORDER'),
    numberOfReserved: countByStatus(group, 'RESERVED'),
    lastUpdateTimestamp: newestOf(group.members.map((member) => member.evse)),
  };
}

/** One per EVSE, so that their number is `numberOfConnectors`; a connector is named where the EVSE has no two alike. */
export function presentConnectorStatuses(group: ConnectorGroup<number>): ConnectorStatus[] {
  return group.members.map(({ evse, connectors: [connector, ...others] }) => ({
    cpoEvseId: evse.uid,
    cpoEvseEMI3Id: evse.evse_id,
    cpoConnectorId: others.length === 0 ? connector?.id : undefined,
    state: legacyStateOf(evse.status),
    physicalReference: evse.physical_reference,
  }));
}

/** When anything of these was last updated: ISO 8601, UTC, milliseconds; `undefined` without EVSEs. */
export function newestOf(evses: readonly Evse[]): string | undefined {
  if (evses.length === 0) return undefined;
  return new Date(Math.max(...evses.map((evse) => Date.parse(evse.last_updated)))).toISOString();
}
