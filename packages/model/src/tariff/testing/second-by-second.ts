/**
 * The same sum the slow way, for tests: a session is lived through second by second, every restriction looked at anew,
 * all money in whole numbers of one tiny unit. It shares nothing with the calculator but the tariff.
 */
import type { PriceComponent, Tariff, TariffRestrictions } from '../../ocpi/index.ts';

export interface LivedSession {
  readonly start: Date;
  readonly timeZone: string;
  readonly energyWh: number;
  readonly watts: number;
  readonly volts: number;
  readonly chargingSeconds: number;
  readonly parkingSeconds: number;
}

/** Rates that divide the unit of money. */
export const rates = [0, 7, 19, 21] as const;

/** Prices of four decimals, of a thousandth of a Wh for a second, without tax, come out whole. */
const perPrice = 10_000n;
const perTax = 100n * 100n * 107n * 119n * 121n;
const wattSeconds = 3600n * 1000n;

export interface Lived {
  readonly exclVat: bigint;
  readonly inclVat: bigint;
  /** How many of the unit make one of the currency. */
  readonly unit: bigint;
}

export function livedThrough(tariff: Tariff, session: LivedSession): Lived | undefined {
  const { energyWh, chargingSeconds, parkingSeconds } = session;
  const charging = BigInt(Math.max(chargingSeconds, 1));
  const scale = wattSeconds * charging;
  // By component: watt-hours or seconds, each `charging` times over, so that shares of the energy are whole.
  const used = new Map<PriceComponent, bigint>();
  const last = new Map<PriceComponent['type'], PriceComponent>();
  const count = (component: PriceComponent, amount: bigint): void => {
    used.set(component, (used.get(component) ?? 0n) + amount);
    last.set(component.type, component);
  };
  let isPriced = false;
  for (let second = 0; second < chargingSeconds + parkingSeconds; second++) {
    const isCharging = second < chargingSeconds;
    const holding = tariff.elements.filter(({ restrictions = {} }) => holds(restrictions, second, session));
    const first = (type: PriceComponent['type']): PriceComponent | undefined =>
      holding.flatMap(({ price_components }) => price_components).find((each) => each.type === type);
    const fee = last.has('FLAT') ? undefined : first('FLAT');
    if (fee !== undefined) count(fee, charging);
    const energy = isCharging ? first('ENERGY') : undefined;
    if (energy !== undefined) count(energy, BigInt(energyWh));
    const time = first(isCharging ? 'TIME' : 'PARKING_TIME');
    if (time !== undefined) count(time, charging);
    if ((isCharging || chargingSeconds === 0) && (fee ?? energy ?? time) !== undefined) isPriced = true;
  }
  if (!isPriced) return undefined;
  roundUp('ENERGY');
  roundUp(last.has('PARKING_TIME') ? 'PARKING_TIME' : 'TIME');
  let exclVat = 0n;
  let inclVat = 0n;
  for (const [{ type, price, vat = 0 }, amount] of used) {
    const size = type === 'ENERGY' ? 1000n : type === 'FLAT' ? 1n : 3600n;
    const stated = BigInt(Math.round(price * 10_000)) * amount * perTax * (wattSeconds / size);
    const [hundred, withTax] = [100n, BigInt(100 + vat)];
    exclVat += tariff.tax_included === 'YES' ? (stated * hundred) / withTax : stated;
    inclVat += tariff.tax_included === 'NO' ? (stated * withTax) / hundred : stated;
  }
  return { exclVat, inclVat, unit: perPrice * perTax * scale };

  function roundUp(type: PriceComponent['type']): void {
    const component = last.get(type);
    if (component === undefined || component.step_size === 0) return;
    const step = BigInt(component.step_size) * charging;
    let total = 0n;
    for (const [each, amount] of used) if (each.type === type) total += amount;
    while (total % step !== 0n) {
      const missing = step - (total % step);
      count(component, missing);
      total += missing;
    }
  }
}

function holds(restrictions: TariffRestrictions, second: number, session: LivedSession): boolean {
  if (restrictions.reservation !== undefined) return false;
  const { chargingSeconds, energyWh, watts, volts } = session;
  const isCharging = second < chargingSeconds;
  const { min_duration = 0, max_duration = Infinity, min_kwh = 0, max_kwh = Infinity } = restrictions;
  if (second < min_duration || second >= max_duration) return false;
  // Both sides times the seconds of charging.
  const charged = isCharging ? energyWh * second : energyWh * Math.max(chargingSeconds, 1);
  const ofKwh = (kwh: number) => Math.round(kwh * 1000) * Math.max(chargingSeconds, 1);
  if (charged < ofKwh(min_kwh) || charged >= ofKwh(max_kwh)) return false;
  const { min_power = 0, max_power = Infinity, min_current = 0, max_current = Infinity } = restrictions;
  const power = isCharging ? watts : 0;
  if (power < min_power * 1000 || power >= max_power * 1000) return false;
  if (power < min_current * volts || power >= max_current * volts) return false;
  const { day, date, time } = wallAt(session.start.getTime() + second * 1000, session.timeZone);
  const { start_date, end_date, day_of_week = [], start_time = '00:00', end_time = '00:00' } = restrictions;
  if (start_date !== undefined && date < start_date) return false;
  if (end_date !== undefined && date >= end_date) return false;
  if (day_of_week.length > 0 && !day_of_week.some((each) => each === day)) return false;
  const end = end_time === '00:00' ? '24:00' : end_time;
  return start_time < end ? start_time <= time && time < end : start_time <= time || time < end;
}

const walls = new Map<string, { day: string; date: string; time: string }>();

/** Minute for minute, since no clock changes within one. */
function wallAt(epochMs: number, timeZone: string): { day: string; date: string; time: string } {
  const minute = Math.floor(epochMs / 60_000);
  const key = `${timeZone} ${String(minute)}`;
  const before = walls.get(key);
  if (before !== undefined) return before;
  const [date = '', time = ''] = new Date(minute * 60_000).toLocaleString('sv-SE', { timeZone }).split(' ');
  const day = new Date(`${date}T12:00:00Z`).toLocaleString('en', { weekday: 'long', timeZone: 'UTC' }).toUpperCase();
  const wall = { day, date, time: time.slice(0, 5) };
  walls.set(key, wall);
  return wall;
}
