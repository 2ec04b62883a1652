import type { ChargingLocation, ConnectorGroup, Evse } from '@pantograph/client';
import { connectorName } from './connector-types.ts';
import { pricesOf } from './prices.ts';
import { statusInWords } from './status.ts';

export function printLocation(location: ChargingLocation, metres?: number): void {
  const distance = metres === undefined ? '' : `, ${String(metres)} m`;
  const operator = location.suboperator ?? location.operator;
  console.log(`${operator?.name ?? 'Unknown operator'}${addressOf(location)}${distance}`);
  console.log(`  id ${location.id}, at ${String(location.location.lat)},${String(location.location.lng)}`);
  for (const group of location.connectorGroups ?? []) {
    console.log(`  ${connectorName(group.standard)}${powerOf(group)}: ${availabilityOf(group)}`);
    for (const price of pricesOf(location, group)) console.log(`    ${price}`);
  }
  for (const [standard, count] of withoutPower(location.evses ?? [])) {
    console.log(`  ${connectorName(standard)}: ${String(count)}, availability unknown`);
  }
}

export function printEvses(evses: Evse[]): void {
  for (const evse of evses) console.log(`  EVSE ${evse.evseId ?? evse.uid}: ${statusInWords(evse.status)}`);
}

function addressOf({ address }: ChargingLocation): string {
  const street = [address?.street, address?.houseNumber].filter(Boolean).join(' ');
  const city = [address?.postalCode, address?.city].filter(Boolean).join(' ');
  return [street, city]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('');
}

/** v3 speaks of W. */
function powerOf(group: ConnectorGroup): string {
  return ` ${(group.maxPower / 1000).toFixed(1)} kW`;
}

function availabilityOf(group: ConnectorGroup): string {
  if (group.availableConnectorCount === undefined) return `${String(group.connectorCount)}, availability unknown`;
  return `${String(group.availableConnectorCount)} of ${String(group.connectorCount)} available`;
}

/** Connectors whose power is not known are in no group of v3. */
function withoutPower(evses: Evse[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const evse of evses) {
    const standards = evse.connectors.filter((each) => each.maxPower === undefined).map((each) => each.standard);
    for (const standard of new Set(standards)) counts.set(standard, (counts.get(standard) ?? 0) + 1);
  }
  return counts;
}
