/** A session in periods of whole seconds within which no restriction of a tariff begins or ends to hold. */
import { instantsOfLocal, localClock, utcOffsetSeconds } from '../location/index.ts';
import type { TariffRestrictions } from '../ocpi/index.ts';
import { isLocal, secondOfEnergy, timesOfDay } from './restriction.ts';
import type { Session } from './session.ts';

export interface Period {
  /** Seconds after the start of the session. */
  readonly from: number;
  readonly to: number;
  /** Else the vehicle is parked. */
  readonly isCharging: boolean;
}

export function cutSession(session: Session, restrictions: readonly TariffRestrictions[]): readonly Period[] {
  const { chargingSeconds, parkingSeconds } = session;
  const end = chargingSeconds + parkingSeconds;
  const cuts = new Set([0, chargingSeconds, ...restrictions.flatMap((each) => ownCuts(each, session))]);
  for (const second of localCuts(restrictions, session)) cuts.add(second);
  const seconds = [...cuts].filter((second) => second >= 0 && second < end).sort((a, b) => a - b);
  return seconds.map((from, index) => ({
    from,
    to: seconds[index + 1] ?? end,
    isCharging: from < chargingSeconds,
  }));
}

function ownCuts(restrictions: TariffRestrictions, session: Session): number[] {
  const { min_duration, max_duration, min_kwh, max_kwh } = restrictions;
  return [
    ...[min_duration, max_duration].flatMap((second) => second ?? []),
    ...[min_kwh, max_kwh].flatMap((kilowattHours) =>
      kilowattHours === undefined ? [] : [secondOfEnergy(kilowattHours, session)],
    ),
  ];
}

function localCuts(all: readonly TariffRestrictions[], session: Session): readonly number[] {
  const local = all.filter(isLocal);
  if (local.length === 0) return [];
  const { start, timeZone, chargingSeconds, parkingSeconds } = session;
  const first = localClock(timeZone, start)?.day;
  const last = localClock(timeZone, new Date(start.getTime() + (chargingSeconds + parkingSeconds) * 1000))?.day;
  if (first === undefined || last === undefined) return [];
  // Days and dates change at midnight.
  const timesThere = [...new Set([0, ...local.flatMap(timesOfDay)])];
  const cuts: number[] = [];
  // The day before as well: where a clock is set back over midnight, a day comes again.
  for (let day = first - 1; day <= last; day++) {
    const instants = instantsOfDay(timeZone, day);
    for (const time of timesThere) {
      for (const epochMs of instants(time)) cuts.push(Math.ceil((epochMs - start.getTime()) / 1000));
    }
  }
  return cuts;
}

/** The instants at which the clock there shows a time of that day. Hardly ever is a clock changed on it, or next to it. */
function instantsOfDay(timeZone: string, day: number): (secondOfDay: number) => readonly number[] {
  const offsetOn = (each: number): number | undefined => utcOffsetSeconds(timeZone, new Date(each * DAY_MS));
  const offset = offsetOn(day - 1);
  if (offset !== undefined && offset === offsetOn(day + 2)) return (time) => [day * DAY_MS + (time - offset) * 1000];
  return (time) => instantsOfLocal(timeZone, day, time).map((instant) => instant.getTime());
}

const DAY_MS = 86_400_000;
