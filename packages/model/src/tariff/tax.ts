/** Prices without and with VAT. OCPI 2.3.0 mod_tariffs, TaxIncluded and PriceComponent.vat. */
import type { PriceComponent, Tariff } from '../ocpi/index.ts';
import type { Fraction } from './fraction.ts';
import { exactly, fraction, one, over, plus, times, zero } from './fraction.ts';

export interface Taxed {
  /** `undefined`: the source states prices with a tax whose rate it does not tell. */
  readonly exclVat: Fraction | undefined;
  readonly inclVat: Fraction;
}

/** Of a whole session; where limits apply, one of the two may not be known. */
export interface Money {
  readonly exclVat: Fraction | undefined;
  readonly inclVat: Fraction | undefined;
}

/** A rate that is not there is none, by OCPI as by v3; but not where prices include one. */
export function taxed({ price, vat }: PriceComponent, taxIncluded: Tariff['tax_included']): Taxed {
  const stated = exactly(price);
  if (price === 0) return { exclVat: zero, inclVat: zero };
  const withTax = taxIncluded === 'N/A' ? one : plus(one, over(exactly(vat ?? 0), fraction(100n)));
  if (taxIncluded !== 'YES') return { exclVat: stated, inclVat: times(stated, withTax) };
  const isKnown = vat !== undefined && withTax.numerator > 0n;
  return { exclVat: isKnown ? over(stated, withTax) : undefined, inclVat: stated };
}
