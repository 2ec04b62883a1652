/** Whether a v2 price comes back: the same money for the same thing at the same times, however it is listed. */
import type { Comparison } from '../fate/unlike.ts';
import { dimensionOf } from './pricing.ts';
import { timesOf } from './opening-hours.ts';
import { priceWordsIn } from './price-words.ts';
import type { PricingInput } from './station-input.ts';

export const pricingFate: Comparison<PricingInput[]> = (said, back, path, tell) => {
  const there = new Set((back ?? []).flatMap(pricesIn));
  for (const [at, entry] of said.entries()) {
    const here = `${path}/${String(at)}`;
    if (!pricesIn(entry).every((price) => there.has(price))) {
      tell('price_reworded', here, entry.price);
      continue;
    }
    const descriptions = entry.descriptions ?? [];
    for (const index of priceWordsIn(descriptions).others) {
      tell('price_reworded', `${here}/descriptions/${String(index)}`, descriptions[index]);
    }
    const units = back?.filter((one) => dimensionOf(one) === dimensionOf(entry)).map(({ unit }) => unit);
    if (entry.unit !== undefined && units?.includes(entry.unit) !== true)
      tell('price_reworded', `${here}/unit`, entry.unit);
    if (entry.timePeriod !== undefined) tell('price_reworded', `${here}/timePeriod`, entry.timePeriod);
    const annual = entry.timeConstraints?.annualOpenings;
    if (annual !== undefined) tell('hours_exceptions', `${here}/timeConstraints/annualOpenings`, annual);
  }
};

/** One for each time at which it holds. */
function pricesIn(entry: PricingInput): string[] {
  const { price, timeConstraints } = entry;
  const money = [dimensionOf(entry), price?.value, price?.currency].join(' ');
  const times = timesOf(timeConstraints?.regularOpeningHours ?? []);
  return times.length === 0 ? [`${money} always`] : times.map((time) => `${money} ${time}`);
}
