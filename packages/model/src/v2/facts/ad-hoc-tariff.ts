/** What v2 can say of a price paid on the spot. Prices without VAT, per kWh, hour or session, as in v3. */
import type { PriceComponent, Tariff, TariffElement, TimePeriod } from '../../v3/index.ts';
import type { TariffDimensionType } from '../../vocabulary/index.ts';
import { tariffDimensions } from '../../vocabulary/index.ts';
import type { DayPeriod, WeeklyHours } from './weekly-hours.ts';
import { dayPeriodOf, weekdayOf } from './weekly-hours.ts';

export interface AdHocTariff {
  /** ISO 4217. */
  readonly currency: string;
  /** In order of precedence. */
  readonly elements: readonly AdHocElement[];
  /** Prices under conditions that v2 cannot state are left out, and this says so. */
  readonly partial: boolean;
}

export interface AdHocElement {
  readonly components: readonly AdHocComponent[];
  /** When it holds; `undefined` is always. */
  readonly hours: WeeklyHours | undefined;
}

export interface AdHocComponent {
  readonly dimension: TariffDimensionType;
  readonly price: number;
  /** Percent; `undefined` is none or unknown. */
  readonly vat: number | undefined;
  /** Wh or seconds, whichever the dimension counts. */
  readonly step: number | undefined;
}

const WHOLE_DAY: DayPeriod = { begin: 0, end: 86_400 };

/** `undefined` for a tariff of an eMSP or under a contract. */
export function adHocTariffOf({ type = 'adhoc', currency, elements: given }: Tariff): AdHocTariff | undefined {
  if (type !== 'adhoc') return undefined;
  const elements = given.flatMap((element) => elementOf(element) ?? []);
  return { currency, elements, partial: elements.length < given.length };
}

/** Time of day and days of the week are all that v2 has for conditions. */
function elementOf({ components: given, condition = {} }: TariffElement): AdHocElement | undefined {
  const { time, days, ...others } = condition;
  const components = given.flatMap((component) => componentOf(component) ?? []);
  const sayable = Object.values(others).every((value) => value === undefined);
  return sayable && components.length === given.length ? { components, hours: hoursOf(time, days) } : undefined;
}

function componentOf({ dimension: spelt, price, vat, step }: PriceComponent): AdHocComponent | undefined {
  const dimension = tariffDimensions.has(spelt) ? spelt : tariffDimensions.ocpiOf(spelt);
  return dimension === undefined ? undefined : { dimension, price, vat, step };
}

function hoursOf(time: TimePeriod | undefined, days: readonly string[] = []): WeeklyHours | undefined {
  if (time === undefined && days.length === 0) return undefined;
  const period = time === undefined ? WHOLE_DAY : dayPeriodOf(time);
  const weekdays = new Set(days.map(weekdayOf));
  return Array.from({ length: 7 }, (_, day) => (days.length === 0 || weekdays.has(day) ? [period] : []));
}
