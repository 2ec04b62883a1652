/** A v3 EVSE in OCPI's shape, as far as v2 looks at it. Both dialects' spellings are read. */
import type { Connector, Evse } from '../../ocpi/index.ts';
import type { EvConnector, Evse as V3Evse } from '../../v3/index.ts';
import type { Spellings, Status } from '../../vocabulary/index.ts';
import { connectorFormats, evseCapabilities, isStatus, powerTypes, statuses } from '../../vocabulary/index.ts';

/** The published dialect says `inoperative` of what is planned too; the first of the table is the one it means. */
const statusOfPublished = new Map<string, Status>(
  statuses.map((row) => [row.here ?? '', row.status] as const).reverse(),
);

export function evseOf(evse: V3Evse): Evse {
  return {
    uid: evse.uid,
    evse_id: evse.evseId,
    status: statusOf(evse.status),
    capabilities: evse.capabilities?.map((capability) => evseCapabilities.ocpiOf(capability) ?? capability),
    connectors: evse.connectors.map((connector) => connectorOf(connector, evse.modified)),
    physical_reference: evse.physicalReference,
    last_updated: evse.modified,
  };
}

/** A status that a later v3 may add tells nothing. */
function statusOf(spelt: string): Status {
  return isStatus(spelt) ? spelt : (statusOfPublished.get(spelt) ?? 'UNKNOWN');
}

function connectorOf(connector: EvConnector, modified: string): Connector {
  return {
    id: connector.id,
    standard: connector.standard,
    format: ocpiOf(connectorFormats, connector.format),
    power_type: ocpiOf(powerTypes, connector.powerType),
    max_voltage: connector.maxVoltage,
    max_amperage: connector.maxCurrent,
    max_electric_power: connector.maxPower,
    tariff_ids: connector.tariffIndexes?.map(String),
    last_updated: modified,
  };
}

function ocpiOf<Value extends string>(table: Spellings<Value>, spelt: string | undefined): Value | undefined {
  if (spelt === undefined) return undefined;
  return table.has(spelt) ? spelt : table.ocpiOf(spelt);
}
