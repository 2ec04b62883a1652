/** When a demo site is open, by what stands around it. */
import { utcOffsetSeconds } from '@pantograph/model/location';
import type { Location } from '@pantograph/model/ocpi';
import type { Country } from './country.ts';
import type { Random } from './random.ts';
import { chance, pick } from './random.ts';
import type { SiteKind } from './site-kind.ts';

type Times = Pick<Location, 'opening_times' | 'charging_when_closed'>;

const always: Times = { opening_times: { twentyfourseven: true } };
const unknown: Times = {};

/** OCPI weekdays, 1 = Monday. */
const monToFri = [1, 2, 3, 4, 5];
const monToSat = [...monToFri, 6];
const everyDay = [...monToSat, 7];

/** Shops are shut on Sundays here. */
const quietSundays = new Set(['DE', 'AT', 'CH', 'LU', 'NO', 'FR']);

/** @param now decides which Christmas comes next */
export function openingTimesOf(kind: SiteKind, country: Country, timeZone: string, now: Date, random: Random): Times {
  if (chance(random, 0.06)) return unknown;
  switch (kind) {
    case 'retail': {
      const closes = pick(random, ['20:00', '21:00', '22:00']);
      const sundays = quietSundays.has(country.code) ? [] : hours([7], '10:00', '18:00');
      return {
        opening_times: {
          twentyfourseven: false,
          regular_hours: [...hours(monToSat, '07:00', closes), ...sundays],
          exceptional_closings: [christmas(timeZone, now)],
        },
        charging_when_closed: chance(random, 0.5),
      };
    }
    case 'workplace':
      return {
        opening_times: { twentyfourseven: false, regular_hours: hours(monToFri, '06:30', '20:00') },
        charging_when_closed: false,
      };
    case 'carPark':
      if (chance(random, 0.6)) return always;
      // "00:00" ends the day.
      return { opening_times: { twentyfourseven: false, regular_hours: hours(everyDay, '06:00', '00:00') } };
    default:
      return always;
  }
}

function hours(weekdays: readonly number[], period_begin: string, period_end: string) {
  return weekdays.map((weekday) => ({ weekday, period_begin, period_end }));
}

/** The whole of the next 25 December on the local calendar, as UTC instants. */
function christmas(timeZone: string, now: Date): { period_begin: string; period_end: string } {
  const year = now.getUTCFullYear() + (now.getUTCMonth() === 11 && now.getUTCDate() > 25 ? 1 : 0);
  const midnightUtc = Date.UTC(year, 11, 25);
  const begin = midnightUtc - (utcOffsetSeconds(timeZone, new Date(midnightUtc)) ?? 0) * 1000;
  return { period_begin: instant(begin), period_end: instant(begin + 86_400_000) };
}

function instant(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, 19)}Z`;
}
