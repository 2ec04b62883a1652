/** v2 `pricing`: what is paid on the spot, as the driver pays it. */
import type { TariffDimensionType } from '../../vocabulary/index.ts';
import type { AdHocComponent, AdHocTariff } from '../facts/ad-hoc-tariff.ts';
import type { WeeklyHours } from '../facts/weekly-hours.ts';
import type { OpeningHours } from '../wire/opening-hours.ts';
import type { Pricing } from '../wire/pricing.ts';
import { presentWeek } from './opening-hours.ts';

const wordsOf = {
  ENERGY: { pricingModel: 'kWh', unit: 'kWh', stepUnit: 'Wh' },
  FLAT: { pricingModel: 'Session', unit: 'session', stepUnit: '' },
  PARKING_TIME: { pricingModel: 'ParkAndCharge', unit: 'hours', stepUnit: 's' },
  TIME: { pricingModel: 'TimeUnit', unit: 'hours', stepUnit: 's' },
} as const satisfies Record<TariffDimensionType, Pick<Pricing, 'pricingModel' | 'unit'> & { stepUnit: string }>;

/** `undefined` where no price is known. A zero of a partial tariff is not shown: what is left out may cost. */
export function presentPricing(tariffs: readonly AdHocTariff[], maskAsNumber: boolean): Pricing[] | undefined {
  const pricing = tariffs.flatMap(({ currency, elements, partial }) =>
    elements.flatMap((element) =>
      element.components
        .filter(({ price }) => price !== 0 || !partial)
        .map((component) => ({
          pricingModel: wordsOf[component.dimension].pricingModel,
          price: { value: priceWithVat(component), currency },
          unit: wordsOf[component.dimension].unit,
          timeConstraints: constraintsOf(element.hours, maskAsNumber),
          descriptions: descriptionsOf(component, partial),
        })),
    ),
  );
  return pricing.length === 0 ? undefined : pricing;
}

/** Whether charging costs anything; `undefined` where that is not known. */
export function mustPay(tariffs: readonly AdHocTariff[]): boolean | undefined {
  const components = tariffs.flatMap((tariff) => tariff.elements.flatMap((element) => element.components));
  if (components.some((component) => component.price > 0)) return true;
  return components.length === 0 || tariffs.some((tariff) => tariff.partial) ? undefined : false;
}

/** v2 has no field for tax, so the price is the one that is paid. Four decimals: prices per kWh have them. */
function priceWithVat({ price, vat = 0 }: AdHocComponent): number {
  return Number((price * (1 + vat / 100)).toFixed(4));
}

function descriptionsOf({ dimension, vat, step = 1 }: AdHocComponent, partial: boolean): string[] | undefined {
  const said = [];
  if (vat !== undefined) said.push(`including ${String(vat)} % VAT`);
  if (step > 1) said.push(`charged per started ${String(step)} ${wordsOf[dimension].stepUnit}`);
  if (partial) said.push('other prices apply under conditions that this API cannot state');
  return said.length === 0 ? undefined : said;
}

function constraintsOf(hours: WeeklyHours | undefined, maskAsNumber: boolean): OpeningHours | undefined {
  return hours && { regularOpeningHours: presentWeek(hours, maskAsNumber) };
}
