/**
 * What a session costs by a tariff. OCPI 2.3.0 mod_tariffs: in each dimension the first element that has a price there
 * and whose restrictions hold counts at that moment; steps and limits are of the whole session.
 */
import type { PriceComponent, Tariff, TariffRestrictions } from '../ocpi/index.ts';
import { cutSession } from './cut-session.ts';
import type { Fraction } from './fraction.ts';
import { fraction, one, over, sumOf, times } from './fraction.ts';
import { withinLimits } from './price-limits.ts';
import { conditionOf, energyAt, momentAt, unjudgeable } from './restriction.ts';
import type { Session } from './session.ts';
import { roundUpSteps } from './step-size.ts';
import type { Money, Taxed } from './tax.ts';
import { taxed } from './tax.ts';
import type { UnknownPrice } from './unknown-price.ts';

export interface PriceLine {
  readonly component: PriceComponent;
  /** Wh, seconds, or 1 for a session. */
  readonly quantity: Fraction;
  /** With what the steps add. */
  readonly billed: Fraction;
  /** Of a kWh, an hour, or a session. */
  readonly unitPrice: Taxed;
  readonly amount: Taxed;
  /** Seconds after the start, in order; a session fee has the moment that it falls due. */
  readonly periods: readonly { readonly from: number; readonly to: number }[];
}

export interface SessionPrice {
  readonly lines: readonly PriceLine[];
  readonly sum: Money;
  /** Within the lowest and highest price of the tariff. */
  readonly total: Money;
  readonly limit: 'min_price' | 'max_price' | undefined;
  /** For a part of the charging neither energy nor time has a price: by OCPI that is free. */
  readonly hasGap: boolean;
  /** What the tariff charges for at other times, or in other sessions. */
  readonly notApplied: readonly { readonly component: PriceComponent; readonly restrictions: TariffRestrictions }[];
}

interface OpenLine {
  readonly component: PriceComponent;
  readonly periods: { from: number; to: number }[];
  quantity: Fraction;
}

export function priceSession(tariff: Tariff, session: Session): SessionPrice | UnknownPrice {
  // Prices of a reservation are none of a session without one.
  const elements = tariff.elements.filter(({ restrictions }) => restrictions?.reservation === undefined);
  const restrictions = elements.map((element) => element.restrictions ?? {});
  const doubt = restrictions.map((each) => unjudgeable(each, session)).find((each) => each !== undefined);
  if (doubt !== undefined) return doubt;
  const open = linesOf({ ...tariff, elements }, session);
  if (!pricesWhatIsDone(open, session)) return 'nothing_priced';
  const lines = roundUpSteps(open).map((line) => withAmount(line, tariff.tax_included));
  const limited = withinLimits(tariff, lines);
  if (typeof limited === 'string') return limited;
  const applied = new Set(open.map(({ component }) => component));
  const notApplied = elements.flatMap((element) =>
    element.price_components
      .filter((component) => !applied.has(component))
      .map((component) => ({ component, restrictions: element.restrictions ?? {} })),
  );
  return { lines, ...limited, hasGap: hasGap(open, session), notApplied };
}

/** One for each price component that held, in the order in which they began to. */
function linesOf({ elements }: Pick<Tariff, 'elements'>, session: Session): readonly OpenLine[] {
  const lines = new Map<PriceComponent, OpenLine>();
  let hasFee = false;
  const restrictions = elements.map((element) => element.restrictions ?? {});
  const conditions = restrictions.map((each) => conditionOf(each, session));
  for (const { from, to, isCharging } of cutSession(session, restrictions)) {
    const moment = momentAt(from, session);
    const holding = elements.filter((_, index) => conditions[index]?.(moment) === true);
    for (const type of isCharging ? (['FLAT', 'ENERGY', 'TIME'] as const) : (['FLAT', 'PARKING_TIME'] as const)) {
      const component = firstOf(holding, type);
      if (component === undefined || (type === 'FLAT' && hasFee)) continue;
      if (type === 'FLAT') hasFee = true;
      const line = lines.get(component) ?? { component, periods: [], quantity: fraction(0n) };
      lines.set(component, line);
      line.quantity = sumOf([line.quantity, quantityOf(type, from, to, session)]);
      const last = line.periods.at(-1);
      if (last?.to === from) last.to = to;
      else line.periods.push({ from, to: type === 'FLAT' ? from : to });
    }
  }
  return [...lines.values()];
}

function firstOf(elements: Tariff['elements'], type: PriceComponent['type']): PriceComponent | undefined {
  for (const { price_components } of elements) {
    const component = price_components.find((each) => each.type === type);
    if (component !== undefined) return component;
  }
  return undefined;
}

function quantityOf(type: PriceComponent['type'], from: number, to: number, session: Session): Fraction {
  if (type === 'FLAT') return one;
  if (type !== 'ENERGY') return fraction(BigInt(to - from));
  const { numerator, denominator } = energyAt(from, session);
  return sumOf([energyAt(to, session), { numerator: -numerator, denominator }]);
}

/** By OCPI what has no price is free. Where nothing has one that is done, the tariff rather says nothing of it. */
function pricesWhatIsDone(lines: readonly OpenLine[], { chargingSeconds }: Session): boolean {
  return chargingSeconds === 0
    ? lines.length > 0
    : lines.some(({ component }) => component.type !== 'PARKING_TIME' && component.type !== 'FLAT') ||
        lines.some(({ component, periods }) => component.type === 'FLAT' && (periods[0]?.from ?? 0) < chargingSeconds);
}

function hasGap(lines: readonly OpenLine[], { chargingSeconds }: Session): boolean {
  const periods = lines
    .filter(({ component: { type } }) => type === 'ENERGY' || type === 'TIME')
    .flatMap((line) => line.periods)
    .toSorted((a, b) => a.from - b.from);
  if (periods.length === 0) return false;
  let covered = 0;
  for (const { from, to } of periods) if (from <= covered) covered = Math.max(covered, to);
  return covered < chargingSeconds;
}

/** In Wh and seconds there are thousands of what prices are for. */
const units: Readonly<Record<PriceComponent['type'], Fraction>> = {
  ENERGY: fraction(1000n),
  TIME: fraction(3600n),
  PARKING_TIME: fraction(3600n),
  FLAT: one,
};

function withAmount(line: OpenLine & { readonly billed: Fraction }, taxIncluded: Tariff['tax_included']): PriceLine {
  const { component, billed } = line;
  const unitPrice = taxed(component, taxIncluded);
  const units_ = over(billed, units[component.type]);
  const amount = {
    exclVat: unitPrice.exclVat && times(unitPrice.exclVat, units_),
    inclVat: times(unitPrice.inclVat, units_),
  };
  return { ...line, unitPrice, amount };
}
