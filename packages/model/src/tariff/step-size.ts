/**
 * Steps: what is begun is billed whole. OCPI 2.3.0 mod_tariffs, step_size: once for the energy of the session, and once
 * for its time, of which parking alone is rounded where it is billed; by the step and at the price of the last component.
 */
import type { PriceComponent } from '../ocpi/index.ts';
import type { Fraction } from './fraction.ts';
import { exactly, fraction, minus, over, plus, roundedUp, sumOf, times, zero } from './fraction.ts';

interface Measured {
  readonly component: PriceComponent;
  readonly quantity: Fraction;
  readonly periods: readonly { readonly to: number }[];
}

export function roundUpSteps<Line extends Measured>(
  lines: readonly Line[],
): readonly (Line & { readonly billed: Fraction })[] {
  const ofType = (type: PriceComponent['type']): readonly Line[] =>
    lines.filter(({ component }) => component.type === type);
  const parking = ofType('PARKING_TIME');
  const surpluses = [surplusOf(ofType('ENERGY')), surplusOf(parking.length > 0 ? parking : ofType('TIME'))];
  return lines.map((line) => {
    const surplus = surpluses.find((each) => each?.line === line)?.quantity ?? zero;
    return { ...line, billed: plus(line.quantity, surplus) };
  });
}

/** What the last line is billed beyond what was used. */
function surplusOf<Line extends Measured>(lines: readonly Line[]): { line: Line; quantity: Fraction } | undefined {
  const line = lines.toSorted((a, b) => endOf(a) - endOf(b)).at(-1);
  // A step of 0, which is seen in feeds, stands for none.
  if (line === undefined || line.component.step_size <= 0) return undefined;
  const step = exactly(line.component.step_size);
  const total = sumOf(lines.map(({ quantity }) => quantity));
  return { line, quantity: minus(times(fraction(roundedUp(over(total, step))), step), total) };
}

function endOf({ periods }: Measured): number {
  return periods.at(-1)?.to ?? 0;
}
