/** v3 states tariffs once for a location, without VAT; a group of connectors refers to them. */
import type { ChargingLocation, ConnectorGroup } from '@pantograph/client';

const units: Record<string, string> = { ENERGY: 'kWh', TIME: 'hours', PARKING_TIME: 'hours', FLAT: 'session' };

export function pricesOf(location: ChargingLocation, group: ConnectorGroup): string[] {
  const prices: string[] = [];
  for (const index of group.tariffIndexes ?? []) {
    const tariff = location.tariffs?.[index];
    for (const element of tariff?.elements ?? []) {
      for (const component of element.components) {
        const withVat = component.price * (1 + (component.vat ?? 0) / 100);
        const unit = units[component.dimension] ?? component.dimension;
        // v2 was silent about prices under conditions that it had no words for.
        const condition = element.condition === undefined ? '' : ', under conditions';
        prices.push(`${withVat.toFixed(2)} ${tariff?.currency ?? ''} per ${unit}${condition}`);
      }
    }
  }
  return prices;
}
