/** v2 pricing, what is paid on the spot, to v3's ad hoc tariff: elements with conditions, prices without VAT. */
import type { PriceComponent, Tariff, TariffCondition, TariffElement } from '@pantograph/model/v3';
import type { TariffDimensionType } from '@pantograph/model/vocabulary';
import { daysOfWeek } from '@pantograph/model/vocabulary';
import type { Tell } from '../report/ledger.ts';
import { scheduleOf } from './opening-hours.ts';
import { priceWordsIn } from './price-words.ts';
import type { PricingInput } from './station-input.ts';

interface Partner {
  readonly name: string;
  readonly partnerId: string;
}

/** The unit goes with the model; what is paid for a transaction is paid once a session. */
const dimensions: Readonly<Record<string, TariffDimensionType>> = {
  kWh: 'ENERGY',
  Session: 'FLAT',
  TransactionFee: 'FLAT',
  TimeUnit: 'TIME',
  ParkAndCharge: 'PARKING_TIME',
};
const dimensionsByUnit: Readonly<Record<string, TariffDimensionType>> = {
  kWh: 'ENERGY',
  session: 'FLAT',
  hours: 'TIME',
};

/** One tariff a currency. @param path of the v2 `pricing` */
export function tariffsOf(pricing: readonly PricingInput[], partner: Partner, path: string, tell: Tell): Tariff[] {
  const byCurrency = new Map<string, TariffElement[]>();
  for (const [at, entry] of pricing.entries()) {
    const here = `${path}/${String(at)}`;
    const component = componentOf(entry, here, tell);
    const currency = entry.price?.currency;
    if (component === undefined) continue;
    if (currency === undefined || !/^[A-Z]{3}$/.test(currency)) {
      tell('price_without_currency', `${here}/price`, entry.price);
      continue;
    }
    const elements = byCurrency.get(currency) ?? [];
    byCurrency.set(currency, elements);
    for (const condition of conditionsOf(entry)) add(component, condition, elements);
  }
  return [...byCurrency].map(([currency, elements]) => ({
    type: 'adhoc',
    partner: partner.name,
    partnerId: partner.partnerId,
    currency,
    elements,
  }));
}

function componentOf(entry: PricingInput, path: string, tell: Tell): PriceComponent | undefined {
  const { pricingModel = '', price, descriptions = [] } = entry;
  const dimension = dimensionOf(entry);
  if (dimension === undefined || price === undefined) {
    tell('price_model_unknown', path, pricingModel);
    return undefined;
  }
  if (pricingModel === 'TransactionFee') tell('transaction_fee_as_flat', `${path}/pricingModel`, pricingModel);
  const { vat, step } = priceWordsIn(descriptions);
  if (vat === undefined && price.value !== 0) tell('vat_unknown', `${path}/price/value`, price.value);
  const component: PriceComponent = { dimension, price: withoutVat(price.value, vat) };
  if (vat !== undefined) component.vat = vat;
  if (step !== undefined) component.step = step;
  return component;
}

export function dimensionOf({ pricingModel = '', unit = '' }: PricingInput): TariffDimensionType | undefined {
  return dimensions[pricingModel] ?? (pricingModel === '' ? dimensionsByUnit[unit] : undefined);
}

/** Six decimals, so that adding the VAT again gives what v2 said. */
function withoutVat(price: number, vat = 0): number {
  return Math.round((price / (1 + vat / 100)) * 1e6) / 1e6;
}

/** Each time of day on its days is a condition of its own; none is always. */
function conditionsOf({ timeConstraints }: PricingInput): readonly (TariffCondition | undefined)[] {
  const schedule = scheduleOf(timeConstraints?.regularOpeningHours ?? []);
  if (schedule.length === 0) return [undefined];
  return schedule.flatMap(({ days, periods }) =>
    periods.map((time): TariffCondition | undefined => {
      const always = time.from === '00:00:00' && time.to === '00:00:00';
      const everyDay = days.length === daysOfWeek.values.length;
      if (always && everyDay) return undefined;
      return { ...(everyDay ? {} : { days }), ...(always ? {} : { time }) };
    }),
  );
}

/** Into the last element where it holds at the same times and has no such price yet: v3 lists what holds together in one. */
function add(component: PriceComponent, condition: TariffCondition | undefined, elements: TariffElement[]): void {
  const last = elements.at(-1);
  const joins =
    last !== undefined &&
    JSON.stringify(last.condition) === JSON.stringify(condition) &&
    last.components.every(({ dimension }) => dimension !== component.dimension);
  if (joins) last.components.push(component);
  else elements.push({ components: [component], ...(condition === undefined ? {} : { condition }) });
}
