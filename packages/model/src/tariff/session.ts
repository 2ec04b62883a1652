/** A charging session that has not been yet: what is asked for, and what a connector makes of it. */
import type { Fraction } from './fraction.ts';
import { exactly, fraction, isLess, over, roundedUp, smaller, times, zero } from './fraction.ts';
import type { UnknownPrice } from './unknown-price.ts';

/** What a driver wants. Energy and duration together give the power, either of them alone needs one. */
export interface Demand {
  /** On a whole second. */
  readonly start: Date;
  readonly energyWh?: Fraction;
  /** What the vehicle takes at most. */
  readonly powerWatts?: Fraction;
  /** Whole seconds of charging. */
  readonly chargingSeconds?: number;
  /** Whole seconds that the vehicle stays plugged in and takes no power, after charging. */
  readonly parkingSeconds: number;
}

/** Charging first, at constant power; then parking. */
export interface Session {
  readonly start: Date;
  /** IANA. */
  readonly timeZone: string;
  readonly energyWh: Fraction;
  /** While charging. */
  readonly powerWatts: Fraction;
  /** While charging, of all phases together; `undefined` where the voltage is not known. */
  readonly currentAmperes: Fraction | undefined;
  readonly chargingSeconds: number;
  readonly parkingSeconds: number;
}

/** Of the connector; what is not known is absent. */
export interface SessionPlace {
  readonly timeZone: string;
  readonly maxPowerWatts?: number | undefined;
  /** Line to neutral where there are three phases, as in OCPI. */
  readonly voltage?: number | undefined;
}

export const LONGEST_SESSION_SECONDS = 7 * 86_400;

const HOUR = fraction(3600n);

export function planSession(demand: Demand, place: SessionPlace): Session | UnknownPrice {
  const charging = planCharging(demand, place.maxPowerWatts);
  if (typeof charging === 'string') return charging;
  const { start, parkingSeconds } = demand;
  if (charging.chargingSeconds + parkingSeconds > LONGEST_SESSION_SECONDS) return 'session_too_long';
  const { voltage = 0, timeZone } = place;
  const currentAmperes = voltage > 0 ? over(charging.powerWatts, exactly(voltage)) : undefined;
  return { ...charging, start, parkingSeconds, timeZone, currentAmperes };
}

type Charging = Pick<Session, 'energyWh' | 'powerWatts' | 'chargingSeconds'>;

function planCharging(demand: Demand, maxPowerWatts = 0): Charging | UnknownPrice {
  const limit = maxPowerWatts > 0 ? exactly(maxPowerWatts) : undefined;
  const { energyWh, chargingSeconds } = demand;
  if (energyWh?.numerator === 0n) return { energyWh, powerWatts: zero, chargingSeconds: chargingSeconds ?? 0 };
  if (energyWh !== undefined && chargingSeconds !== undefined) {
    const powerWatts = over(times(energyWh, HOUR), fraction(BigInt(chargingSeconds)));
    const isTooMuch = limit !== undefined && isLess(limit, powerWatts);
    return isTooMuch ? 'power_beyond_connector' : { energyWh, powerWatts, chargingSeconds };
  }
  const powerWatts = atMost(demand.powerWatts, limit);
  if (powerWatts === undefined) return 'power_unknown';
  if (energyWh !== undefined) {
    const seconds = roundedUp(over(times(energyWh, HOUR), powerWatts));
    return { energyWh, powerWatts, chargingSeconds: Number(seconds) };
  }
  const seconds = chargingSeconds ?? 0;
  return { energyWh: over(times(powerWatts, fraction(BigInt(seconds))), HOUR), powerWatts, chargingSeconds: seconds };
}

function atMost(asked: Fraction | undefined, limit: Fraction | undefined): Fraction | undefined {
  return asked !== undefined && limit !== undefined ? smaller(asked, limit) : (asked ?? limit);
}
