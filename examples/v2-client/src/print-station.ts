import { connectorName } from './connector-types.ts';
import type { Connector, Evse, EvStation } from './ev-station.ts';
import { stateInWords } from './state.ts';

export function printStation(station: EvStation): void {
  const distance = station.distance === undefined ? '' : `, ${String(station.distance)} m`;
  console.log(`${station.brand ?? 'Unknown operator'}${addressOf(station)}${distance}`);
  console.log(`  id ${station.poolId}, at ${String(station.position.latitude)},${String(station.position.longitude)}`);
  for (const connector of station.connectors.connector) {
    console.log(`  ${connectorName(connector.connectorType)}${powerOf(connector)}: ${availabilityOf(connector)}`);
    for (const price of pricesOf(connector)) console.log(`    ${price}`);
  }
}

export function printEvses(evses: Evse[]): void {
  for (const evse of evses) console.log(`  EVSE ${evse.cpoEvseEMI3Id ?? evse.id}: ${stateInWords(evse.state)}`);
}

function addressOf(station: EvStation): string {
  const street = [station.address?.street, station.address?.streetNumber].filter(Boolean).join(' ');
  const city = [station.address?.postalCode, station.address?.city].filter(Boolean).join(' ');
  return [street, city]
    .filter(Boolean)
    .map((part) => `, ${part}`)
    .join('');
}

/** v2 speaks of kW. */
function powerOf(connector: Connector): string {
  return connector.maxPowerLevel === undefined ? '' : ` ${connector.maxPowerLevel.toFixed(1)} kW`;
}

function availabilityOf(connector: Connector): string {
  const { numberOfAvailable, numberOfConnectors } = connector.chargingPoint;
  if (numberOfAvailable === undefined) return `${String(numberOfConnectors)}, availability unknown`;
  return `${String(numberOfAvailable)} of ${String(numberOfConnectors)} available`;
}

function pricesOf(connector: Connector): string[] {
  const prices: string[] = [];
  for (const pricing of connector.connectorDetails?.pricing ?? []) {
    if (pricing.price === undefined) continue;
    prices.push(`${pricing.price.value.toFixed(2)} ${pricing.price.currency} per ${pricing.unit ?? 'charge'}`);
  }
  return prices;
}
