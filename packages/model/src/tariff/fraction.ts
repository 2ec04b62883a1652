/** Exact arithmetic: money, energy and time as fractions of whole numbers. What is shown is rounded once, at the end. */

export interface Fraction {
  readonly numerator: bigint;
  /** Above zero. Fractions are in lowest terms, so that they stay short. */
  readonly denominator: bigint;
}

export function fraction(numerator: bigint, denominator = 1n): Fraction {
  if (denominator === 0n) throw new RangeError('a fraction of nothing');
  const divisor = commonDivisor(magnitude(numerator), magnitude(denominator)) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const zero = fraction(0n);
export const one = fraction(1n);

/** What the number is when it is written down: 0.1 is a tenth. */
export function exactly(value: number): Fraction {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const [whole = '', decimals = ''] = digits.split('.');
  const power = Number(exponent) - decimals.length;
  const scaled = BigInt(whole + decimals);
  return power < 0 ? fraction(scaled, 10n ** BigInt(-power)) : fraction(scaled * 10n ** BigInt(power));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { ...b, numerator: -b.numerator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator * b.denominator, a.denominator * b.numerator);
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return isLess(b, a) ? b : a;
}

export function sumOf(terms: Iterable<Fraction>): Fraction {
  let sum = zero;
  for (const term of terms) sum = plus(sum, term);
  return sum;
}

/** The smallest whole number that is not below. */
export function roundedUp({ numerator, denominator }: Fraction): bigint {
  const quotient = numerator / denominator;
  return numerator > 0n && quotient * denominator !== numerator ? quotient + 1n : quotient;
}

/** To so many decimals; halves go away from zero, as on invoices. */
export function rounded({ numerator, denominator }: Fraction, decimals: number): number {
  const scaled = magnitude(numerator) * 10n ** BigInt(decimals);
  const whole = (scaled * 2n + denominator) / (denominator * 2n);
  const value = Number(`${String(whole)}e-${String(decimals)}`);
  return numerator < 0n && value !== 0 ? -value : value;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [large, small] = [a, b];
  while (small !== 0n) [large, small] = [small, large % small];
  return large;
}
