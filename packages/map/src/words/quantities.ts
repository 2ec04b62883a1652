/** Quantities as people of a language read them. */
export function distanceIn(locale: string, metres: number): string {
  if (metres < 1000) return `${String(Math.round(metres / 10) * 10)} m`;
  const digits = metres < 10_000 ? 1 : 0;
  return `${(metres / 1000).toLocaleString(locale, { maximumFractionDigits: digits })} km`;
}

export function powerIn(locale: string, kilowatts: number): string {
  const digits = kilowatts < 10 ? 1 : 0;
  return `${kilowatts.toLocaleString(locale, { maximumFractionDigits: digits })} kW`;
}

const steps = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In its largest unit. */
export function durationIn(locale: string, seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [unit, length] = steps.find(([, least]) => whole >= least) ?? ['second', 1];
  const count = Math.floor(whole / length);
  return count.toLocaleString(locale, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short' });
}

export function moneyIn(locale: string, amount: number, currency: string): string {
  return moneyWith(locale, amount, currency, {});
}

/** Of a kWh or an hour: in coins it would not multiply to what stands beside it. */
export function unitPriceIn(locale: string, amount: number, currency: string): string {
  return moneyWith(locale, amount, currency, { maximumFractionDigits: 4 });
}

function moneyWith(locale: string, amount: number, currency: string, digits: Intl.NumberFormatOptions): string {
  try {
    return amount.toLocaleString(locale, { style: 'currency', currency, ...digits });
  } catch {
    // A feed may name a currency that is none.
    return `${amount.toFixed(2)} ${currency}`;
  }
}
