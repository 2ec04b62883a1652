/** A price as it is shown: exact until here, rounded here and nowhere else. */
import type { PriceComponent, Tariff } from '../ocpi/index.ts';
import type { Fraction } from './fraction.ts';
import { fraction, over, rounded } from './fraction.ts';
import { minorUnitOf } from './minor-unit.ts';
import type { SessionPrice } from './price-session.ts';
import type { Session } from './session.ts';
import type { Money } from './tax.ts';
import { taxed } from './tax.ts';
import type { Amount, KnownPrice, OtherComponent, PricedComponent } from './wire.ts';

/** Decimals of amounts and quantities; OCPI's numbers have as many. */
export const DECIMALS = 4;
/** Of prices, which may be made of others by taking the VAT out. */
const PRICE_DECIMALS = 6;

type ShownPrice = Omit<KnownPrice, 'tariff' | 'connectors'>;

export function presentPrice(price: SessionPrice, tariff: Tariff, session: Session): ShownPrice {
  const { currency, tax_included } = tariff;
  const components = price.lines.map((line): PricedComponent => {
    const { component, quantity, billed, unitPrice, amount, periods } = line;
    const [unit, size] = units[component.type];
    return {
      dimension: component.type,
      unit,
      quantity: rounded(over(quantity, size), DECIMALS),
      billed: rounded(over(billed, size), DECIMALS),
      ...(component.type !== 'FLAT' && component.step_size > 0 && { step: component.step_size }),
      price: moneyOf(unitPrice, PRICE_DECIMALS),
      ...vatOf(component, tax_included),
      amount: moneyOf(amount, DECIMALS),
      periods: periods.map(({ from, to }) => ({ from: instantAt(from, session), to: instantAt(to, session) })),
    };
  });
  const notApplied = price.notApplied.map(({ component, restrictions }) => ({
    ...otherOf(component, tax_included),
    ...(Object.keys(restrictions).length > 0 && { restrictions }),
  }));
  const assumed = assumedOf(price, tax_included);
  return {
    currency,
    total: moneyOf(price.total, minorUnitOf(currency)),
    ...(price.limit !== undefined && { limit: price.limit }),
    sum: moneyOf(price.sum, DECIMALS),
    components,
    ...(notApplied.length > 0 && { notApplied }),
    ...(assumed.length > 0 && { assumed }),
  };
}

export function instantAt(second: number, { start }: Session): string {
  return new Date(start.getTime() + second * 1000).toISOString().replace('.000Z', 'Z');
}

/** How many of what is counted (Wh, seconds, sessions) make what prices are for. */
const units: Readonly<Record<PriceComponent['type'], readonly [unit: PricedComponent['unit'], size: Fraction]>> = {
  ENERGY: ['kWh', fraction(1000n)],
  TIME: ['h', fraction(3600n)],
  PARKING_TIME: ['h', fraction(3600n)],
  FLAT: ['session', fraction(1n)],
};

function otherOf(component: PriceComponent, taxIncluded: Tariff['tax_included']): OtherComponent {
  return {
    dimension: component.type,
    unit: units[component.type][0],
    price: moneyOf(taxed(component, taxIncluded), PRICE_DECIMALS),
    ...vatOf(component, taxIncluded),
  };
}

/** Where no tax applies, a rate that is there all the same means nothing. */
function vatOf({ vat }: PriceComponent, taxIncluded: Tariff['tax_included']): { vat?: number } {
  return vat === undefined || taxIncluded === 'N/A' ? {} : { vat };
}

function moneyOf({ exclVat, inclVat }: Money, decimals: number): Amount {
  return {
    ...(exclVat !== undefined && { exclVat: rounded(exclVat, decimals) }),
    ...(inclVat !== undefined && { inclVat: rounded(inclVat, decimals) }),
  };
}

function assumedOf({ lines, hasGap }: SessionPrice, taxIncluded: Tariff['tax_included']): KnownPrice['assumed'] & {} {
  const hasNoRate =
    taxIncluded === 'NO' && lines.some(({ component: { vat, price } }) => vat === undefined && price !== 0);
  return [...(hasNoRate ? ['no_vat_stated' as const] : []), ...(hasGap ? ['unpriced_time_is_free' as const] : [])];
}
