/**
 * What energy costs now, by a tariff of v3: per dimension, the first element whose condition holds gives the price.
 * Time is not added up, since nobody knows how long the car will stand there; it is listed beside the sum.
 */
import type { Tariff } from '../api/charging-location.ts';

interface PriceItem {
  readonly dimension: 'ENERGY' | 'FLAT' | 'TIME' | 'PARKING_TIME';
  /** With VAT where it is stated: for energy and flat the amount, for times per hour. */
  readonly amount: number;
  /** Of energy: per kWh. */
  readonly unit?: number;
  /** It applies only to a part of the session, or at other times. */
  readonly conditional: boolean;
}

export interface ChargePrice {
  readonly currency: string;
  /** Energy and flat together. */
  readonly total: number;
  readonly items: readonly PriceItem[];
}

const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** `undefined` where the tariff has no price of energy or session now: unknown is not free. */
export function priceOfCharge(tariff: Tariff, kilowattHours: number, at: LocalMoment): ChargePrice | undefined {
  const items: PriceItem[] = [];
  for (const dimension of ['ENERGY', 'FLAT', 'TIME', 'PARKING_TIME'] as const) {
    const timed = dimension === 'TIME' || dimension === 'PARKING_TIME';
    const element = tariff.elements.find(
      ({ components, condition }) =>
        components.some((component) => component.dimension === dimension) &&
        (holdsAtStart(condition, at) || (timed && condition?.duration !== undefined)),
    );
    const component = element?.components.find((each) => each.dimension === dimension);
    if (element === undefined || component === undefined) continue;
    const unit = component.price * (1 + (component.vat ?? 0) / 100);
    const conditional = element.condition !== undefined;
    if (dimension === 'ENERGY') items.push({ dimension, amount: unit * kilowattHours, unit, conditional });
    else items.push({ dimension, amount: unit, conditional });
  }
  const sums = items.filter(({ dimension }) => dimension === 'ENERGY' || dimension === 'FLAT');
  if (sums.length === 0) return undefined;
  return { currency: tariff.currency, total: sums.reduce((sum, { amount }) => sum + amount, 0), items };
}

/** The cheapest of tariffs that need no contract; where none is for everybody, of all. */
export function bestPrice(tariffs: readonly Tariff[], kilowattHours: number, at: LocalMoment): ChargePrice | undefined {
  const forAll = tariffs.filter(({ type }) => /ad.?hoc/i.test(type ?? ''));
  const prices = (forAll.length > 0 ? forAll : tariffs).flatMap(
    (tariff) => priceOfCharge(tariff, kilowattHours, at) ?? [],
  );
  return prices.toSorted((a, b) => a.total - b.total)[0];
}

/** On the clock of the place. */
export interface LocalMoment {
  readonly day: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** HH:MM:SS */
  readonly time: string;
}

export function localMoment(now: Date, timeZone: string | undefined): LocalMoment {
  const inZone = (zone: string | undefined): string =>
    now.toLocaleString('sv-SE', zone === undefined ? {} : { timeZone: zone });
  let text: string;
  try {
    text = inZone(timeZone);
  } catch {
    // A time zone that this browser does not know.
    text = inZone(undefined);
  }
  const [date = '', time = ''] = text.split(' ');
  return { date, time, day: days[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '' };
}

type Condition = Tariff['elements'][number]['condition'];

function holdsAtStart(condition: Condition, { day, date, time }: LocalMoment): boolean {
  if (condition === undefined) return true;
  const { days: onDays, date: dates, time: times, duration, overstayBatteryLevel } = condition;
  if (overstayBatteryLevel !== undefined || (duration?.min ?? 0) > 0) return false;
  if (onDays !== undefined && !onDays.includes(day)) return false;
  if (dates !== undefined && !((dates.from ?? '') <= date && (dates.to === undefined || date < dates.to))) return false;
  if (times === undefined) return true;
  const from = times.from ?? '00:00:00';
  const to = times.to === undefined || times.to === '00:00:00' ? '24:00:00' : times.to;
  return from < to ? from <= time && time < to : from <= time || time < to;
}
