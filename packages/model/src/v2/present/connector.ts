/** v2 `connector`: one per connector type id and power. */
import type { ConnectorGroup } from '../../location/index.ts';
import { connectorGroups } from '../../location/index.ts';
import { connectorTypeOfId, legacyIdOfStandard } from '../../vocabulary/index.ts';
import type { StationFacts } from '../facts/station-facts.ts';
import type { LegacyQuirks } from '../quirks.ts';
import type { Connector, ConnectorDetails } from '../wire/connector.ts';
import { presentChargingPoint, presentConnectorStatuses } from './charging-point.ts';
import { presentContacts } from './contacts.ts';
import { chargeCapacityOf, commonOf } from './electric-ranges.ts';
import { presentHours } from './opening-hours.ts';
import { presentPaymentMethods } from './payment-methods.ts';
import { mustPay, presentPricing } from './pricing.ts';
import { unlessEmpty } from './unless-empty.ts';

/** As v3 calls a standard that is in no list; the guide gives its id no other name. */
const UNRECOGNIZED_NAME = 'UNRECOGNIZED';

/** The groups v2 counts: IEC 60309 three-phase sockets of all sizes are one type there. */
export function legacyGroups(facts: StationFacts): readonly ConnectorGroup<number>[] {
  return connectorGroups(facts.evses, (connector) => legacyIdOfStandard(connector.standard));
}

export function presentConnector(
  group: ConnectorGroup<number>,
  facts: StationFacts,
  { formsAreAsRecorded }: LegacyQuirks,
): Connector {
  const connectors = group.members.flatMap((member) => member.connectors);
  return {
    supplierName: facts.brand,
    supplierContacts: presentContacts(facts),
    connectorType: presentConnectorType(group.kind),
    chargeCapacity: chargeCapacityOf(connectors, formsAreAsRecorded),
    maxPowerLevel: kilowatts(group.maxPower),
    fixedCable: commonOf(connectors.map(({ format }) => (format === undefined ? undefined : format === 'CABLE'))),
    connectorDetails: unlessEmpty(presentDetails(group, facts, formsAreAsRecorded)),
    chargingPoint: presentChargingPoint(group),
    connectorStatuses: { connectorStatus: presentConnectorStatuses(group) },
  };
}

function presentConnectorType(id: number): { id: string; name: string } {
  const name = connectorTypeOfId(id)?.name ?? '';
  return { id: String(id), name: name === '' ? UNRECOGNIZED_NAME : name };
}

/** Watts to the kW that v2 speaks. */
export function kilowatts(watts: number | undefined): number | undefined {
  return watts === undefined ? undefined : watts / 1000;
}

function presentDetails(group: ConnectorGroup<number>, facts: StationFacts, asRecorded: boolean): ConnectorDetails {
  const tariffIds = group.members.flatMap(({ connectors }) => connectors.flatMap(({ tariff_ids: ids }) => ids ?? []));
  const tariffs = [...new Set(tariffIds)].flatMap((id) => facts.tariffs.get(id) ?? []);
  const supports = group.members.flatMap(({ evse }) => facts.paymentSupports.get(evse.uid) ?? []);
  // An EVSE that does not name the capability may have it all the same.
  const reservable = group.members.some(({ evse }) => evse.capabilities?.includes('RESERVABLE') === true);
  return {
    reservable: reservable ? true : undefined,
    ...presentHours(facts.hours, asRecorded),
    pay: mustPay(tariffs),
    paymentMethodDetails: presentPaymentMethods(supports),
    pricing: presentPricing(tariffs, asRecorded),
  };
}
