/** Contract v3, PriceComponent: prices without VAT. OCPI 2.3.0 may state them with taxes (`tax_included`). */
import type { Tariff as OcpiTariff, TariffElement } from '../../ocpi/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import { spellIn, tariffDimensions } from '../../vocabulary/index.ts';
import type { PriceComponent } from '../wire/index.ts';
import { known } from './known.ts';

/** One per dimension: of several, OCPI's rules take the first. `undefined` where a price cannot be had without taxes. */
export function presentComponents(
  element: TariffElement,
  taxIncluded: OcpiTariff['tax_included'],
  enums: EnumDialect,
): PriceComponent[] | undefined {
  const components = new Map<string, PriceComponent>();
  for (const { type, price, vat, step_size } of element.price_components) {
    const dimension = spellIn(enums, tariffDimensions, type);
    const net = taxIncluded === 'YES' ? withoutVat(price, vat) : price;
    if (dimension === undefined || net === undefined) return undefined;
    if (components.has(dimension)) continue;
    // A step of 0 stands for none; a flat price has none.
    const step = type === 'FLAT' || step_size <= 0 ? undefined : step_size;
    components.set(dimension, known({ dimension, price: net, vat, step }));
  }
  return [...components.values()];
}

/** Six decimals, so that adding the VAT again gives what the source said. */
function withoutVat(price: number, vat: number | undefined): number | undefined {
  if (price === 0) return 0;
  return vat === undefined ? undefined : Math.round((price / (1 + vat / 100)) * 1e6) / 1e6;
}
