/** When a price holds. OCPI 2.3.0 mod_tariffs, TariffRestrictions; docs/prices.md has the readings of what is left open there. */
import type { LocalClock } from '../location/index.ts';
import { localClock } from '../location/index.ts';
import type { TariffRestrictions } from '../ocpi/index.ts';
import { daysOfWeek } from '../vocabulary/index.ts';
import type { Fraction } from './fraction.ts';
import { exactly, fraction, isLess, over, roundedUp, times, zero } from './fraction.ts';
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

/** A moment of a session. */
export interface Moment {
  /** Whole seconds after its start. */
  readonly second: number;
  readonly isCharging: boolean;
  /** On the wall of the place; `undefined` where its time zone is not known. */
  readonly clock: LocalClock | undefined;
}

export function momentAt(second: number, { start, timeZone, chargingSeconds }: Session): Moment {
  const clock = localClock(timeZone, new Date(start.getTime() + second * 1000));
  return { second, isCharging: second < chargingSeconds, clock };
}

/** Worked out once for a session, so that a moment is held against whole numbers. */
export function conditionOf(restrictions: TariffRestrictions, session: Session): (moment: Moment) => boolean {
  if (restrictions.reservation !== undefined) return () => false;
  const { min_duration = 0, max_duration = Infinity, min_kwh, max_kwh } = restrictions;
  const from = Math.max(min_duration, min_kwh === undefined ? 0 : secondOfEnergy(min_kwh, session));
  const to = Math.min(max_duration, max_kwh === undefined ? Infinity : secondOfEnergy(max_kwh, session));
  const whileCharging = takesPower(restrictions, session.powerWatts, session.currentAmperes ?? zero);
  const whileParking = takesPower(restrictions, zero, zero);
  const holdsLocally = isLocal(restrictions) ? localConditionOf(restrictions) : () => true;
  return ({ second, isCharging, clock }) =>
    from <= second && second < to && (isCharging ? whileCharging : whileParking) && holdsLocally(clock);
}

const KILO = fraction(1000n);

/** The first whole second at which so much is charged; `Infinity` where it never is, since parking adds nothing. */
export function secondOfEnergy(kilowattHours: number, { energyWh, chargingSeconds }: Session): number {
  const wanted = times(exactly(kilowattHours), KILO);
  if (isLess(energyWh, wanted)) return Infinity;
  if (energyWh.numerator === 0n) return 0;
  return Number(roundedUp(over(times(wanted, fraction(BigInt(chargingSeconds))), energyWh)));
}

/** Wh so far. */
export function energyAt(second: number, { energyWh, chargingSeconds }: Session): Fraction {
  if (second >= chargingSeconds) return energyWh;
  return times(energyWh, fraction(BigInt(second), BigInt(chargingSeconds)));
}

function takesPower(restrictions: TariffRestrictions, watts: Fraction, amperes: Fraction): boolean {
  const { min_power, max_power, min_current, max_current } = restrictions;
  return isWithin(over(watts, KILO), min_power, max_power) && isWithin(amperes, min_current, max_current);
}

/** From the least, inclusive, to the most, exclusive. */
function isWithin(value: Fraction, least: number | undefined, most: number | undefined): boolean {
  return (
    (least === undefined || !isLess(value, exactly(least))) && (most === undefined || isLess(value, exactly(most)))
  );
}

function localConditionOf(restrictions: TariffRestrictions): (clock: LocalClock | undefined) => boolean {
  const { start_date, end_date, day_of_week = [] } = restrictions;
  const firstDay = start_date === undefined ? -Infinity : dayNumberOf(start_date);
  const endDay = end_date === undefined ? Infinity : dayNumberOf(end_date);
  const weekdays = new Set(day_of_week.map((day) => daysOfWeek.values.indexOf(day) + 1));
  const [from, to] = timesOfDay(restrictions);
  return (clock) => {
    if (clock === undefined || clock.day < firstDay || clock.day >= endDay) return false;
    if (weekdays.size > 0 && !weekdays.has(clock.weekday)) return false;
    const { secondOfDay } = clock;
    return from < to ? from <= secondOfDay && secondOfDay < to : from <= secondOfDay || secondOfDay < to;
  };
}

/** Days since 1970, as clocks count them. */
function dayNumberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

/** Seconds after midnight. A missing start is the beginning of the day; a missing end, or one of "00:00", its end. */
export function timesOfDay({ start_time, end_time }: TariffRestrictions): readonly [from: number, to: number] {
  return [secondsOf(start_time ?? '00:00'), secondsOf(end_time ?? '00:00') || 86_400];
}

function secondsOf(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
}
