/** When a price holds. OCPI 2.3.0 mod_tariffs, TariffRestrictions; docs/prices.md has the readings of what is left open there. */
import type { LocalClock } from '../location/index.ts';
import { localClock } from '../location/index.ts';
import type { TariffRestrictions } from '../ocpi/index.ts';
import type { DayOfWeek } from '../vocabulary/index.ts';
import { daysOfWeek } from '../vocabulary/index.ts';
import type { Fraction } from './fraction.ts';
import { exactly, fraction, isLess, over, times, zero } from './fraction.ts';
import type { Session } from './session.ts';
import type { UnknownPrice } from './unknown-price.ts';

/** Why nobody can tell whether the restrictions hold. */
export function unjudgeable(restrictions: TariffRestrictions, session: Session): UnknownPrice | undefined {
  const { min_current, max_current } = restrictions;
  const needsCurrent = min_current !== undefined || max_current !== undefined;
  if (needsCurrent && session.chargingSeconds > 0 && session.currentAmperes === undefined) return 'voltage_unknown';
  const hasClock = localClock(session.timeZone, session.start) !== undefined;
  return isLocal(restrictions) && !hasClock ? 'time_zone_unknown' : undefined;
}

/** Whether they depend on the clock of the place. */
export function isLocal({ start_time, end_time, start_date, end_date, day_of_week = [] }: TariffRestrictions): boolean {
  return [start_time, end_time, start_date, end_date].some((each) => each !== undefined) || day_of_week.length > 0;
}

/** @param second whole seconds after the start of the session */
export function holdsAt(restrictions: TariffRestrictions, second: number, session: Session): boolean {
  if (restrictions.reservation !== undefined) return false;
  const { min_duration, max_duration, min_kwh, max_kwh } = restrictions;
  const { min_power, max_power, min_current, max_current } = restrictions;
  const isCharging = second < session.chargingSeconds;
  const watts = isCharging ? session.powerWatts : zero;
  const amperes = isCharging ? session.currentAmperes : zero;
  return (
    isWithin(fraction(BigInt(second)), min_duration, max_duration) &&
    isWithin(over(energyAt(second, session), KILO), min_kwh, max_kwh) &&
    isWithin(over(watts, KILO), min_power, max_power) &&
    (amperes === undefined || isWithin(amperes, min_current, max_current)) &&
    (!isLocal(restrictions) || holdsLocally(restrictions, second, session))
  );
}

const KILO = fraction(1000n);

/** Wh so far. */
export function energyAt(second: number, { energyWh, chargingSeconds }: Session): Fraction {
  if (second >= chargingSeconds) return energyWh;
  return times(energyWh, fraction(BigInt(second), BigInt(chargingSeconds)));
}

/** From the least, inclusive, to the most, exclusive. */
function isWithin(value: Fraction, least: number | undefined, most: number | undefined): boolean {
  return (
    (least === undefined || !isLess(value, exactly(least))) && (most === undefined || isLess(value, exactly(most)))
  );
}

function holdsLocally(restrictions: TariffRestrictions, second: number, { start, timeZone }: Session): boolean {
  const clock = localClock(timeZone, new Date(start.getTime() + second * 1000));
  if (clock === undefined) return false;
  const { start_date = '', end_date, day_of_week = [] } = restrictions;
  const date = new Date(clock.day * 86_400_000).toISOString().slice(0, 10);
  if (date < start_date || (end_date !== undefined && end_date <= date)) return false;
  if (day_of_week.length > 0 && !day_of_week.includes(dayOf(clock))) return false;
  const [from, to] = timesOfDay(restrictions);
  const { secondOfDay } = clock;
  return from < to ? from <= secondOfDay && secondOfDay < to : from <= secondOfDay || secondOfDay < to;
}

function dayOf({ weekday }: LocalClock): DayOfWeek {
  return daysOfWeek.values[weekday - 1] ?? 'MONDAY';
}

/** Seconds after midnight. A missing start is the beginning of the day; a missing end, or one of "00:00", its end. */
export function timesOfDay({ start_time, end_time }: TariffRestrictions): readonly [from: number, to: number] {
  return [secondsOf(start_time ?? '00:00'), secondsOf(end_time ?? '00:00') || 86_400];
}

function secondsOf(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
}
