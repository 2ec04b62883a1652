/** The least and the most that a session costs. OCPI 2.3.0 mod_tariffs, min_price and max_price; each side of tax by itself. */
import type { Tariff } from '../ocpi/index.ts';
import type { Fraction } from './fraction.ts';
import { exactly, isLess, over, sumOf, times } from './fraction.ts';
import type { Money, Taxed } from './tax.ts';
import type { UnknownPrice } from './unknown-price.ts';

type Limits = Pick<Tariff, 'min_price' | 'max_price' | 'tax_included'>;
type Limit = 'min_price' | 'max_price';

interface Limited {
  readonly sum: Money;
  readonly total: Money;
  readonly limit: Limit | undefined;
}

/** Where both strike, the most that a session costs has the last word. */
export function withinLimits(tariff: Limits, lines: readonly { readonly amount: Taxed }[]): Limited | UnknownPrice {
  const inclVat = sumOf(lines.map(({ amount }) => amount.inclVat));
  const known = lines.flatMap(({ amount }) => amount.exclVat ?? []);
  const sum: Money = { exclVat: known.length === lines.length ? sumOf(known) : undefined, inclVat };
  let limited: Limited | UnknownPrice = { sum, total: sum, limit: undefined };
  for (const name of ['min_price', 'max_price'] as const) {
    if (typeof limited === 'string') return limited;
    limited = limit(limited, name, tariff);
  }
  return limited;
}

function limit(before: Limited, name: Limit, tariff: Limits): Limited | UnknownPrice {
  const stated = tariff[name];
  if (stated === undefined) return before;
  const { exclVat, inclVat } = before.total;
  const bound = (value: Fraction, at: Fraction): Fraction => {
    const strikes = name === 'min_price' ? isLess(value, at) : isLess(at, value);
    return strikes ? at : value;
  };
  const untaxed = exclVat && bound(exclVat, exactly(stated.before_taxes));
  const afterTaxes = tariff.tax_included === 'N/A' ? stated.before_taxes : stated.after_taxes;
  if (untaxed === undefined && afterTaxes === undefined) return 'tax_unknown';
  const withTax =
    afterTaxes === undefined ? taxedAlike(untaxed, before) : inclVat && bound(inclVat, exactly(afterTaxes));
  const strikes = untaxed !== exclVat || withTax !== inclVat;
  return strikes ? { ...before, total: { exclVat: untaxed, inclVat: withTax }, limit: name } : before;
}

/** Taxed in the proportion of what the session has; unknown where it has nothing to tell by. */
function taxedAlike(untaxed: Fraction | undefined, { total, sum }: Limited): Fraction | undefined {
  if (untaxed === undefined || untaxed === total.exclVat) return total.inclVat;
  if (sum.exclVat === undefined || sum.inclVat === undefined || sum.exclVat.numerator <= 0n) return undefined;
  return times(untaxed, over(sum.inclVat, sum.exclVat));
}
