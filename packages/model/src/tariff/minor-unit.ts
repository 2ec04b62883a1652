/** Decimals of the smallest coin of a currency (ISO 4217, as the runtime's `Intl` has it): 2 of EUR, 0 of JPY. */
export function minorUnitOf(currency: string): number {
  const before = known.get(currency);
  if (before !== undefined) return before;
  // Currencies come from feeds; far more than there are must not fill memory.
  if (known.size >= MOST_CURRENCIES) known.clear();
  const decimals = decimalsOf(currency);
  known.set(currency, decimals);
  return decimals;
}

const MOST_CURRENCIES = 500;
const USUAL = 2;
const known = new Map<string, number>();

function decimalsOf(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return maximumFractionDigits ?? USUAL;
  } catch {
    // No code of three letters.
    return USUAL;
  }
}
