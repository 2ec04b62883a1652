/** How busy what sort of site is at which hour. Round figures after the daily course of public charging. */
import type { LocalClock, LocationExtension } from '@pantograph/model/location';
import type { Location } from '@pantograph/model/ocpi';

interface Profile {
  /** Percent of working EVSEs in use, at each full hour from midnight. */
  readonly weekday: readonly number[];
  readonly weekend: readonly number[];
  /** How fast cars come and go, against a motorway hub. */
  readonly turnover: number;
}

const flat = (percent: number): readonly number[] => Array.from({ length: 24 }, () => percent);

const profiles = {
  residential: {
    weekday: [44, 44, 43, 43, 42, 40, 37, 33, 29, 26, 25, 25, 26, 26, 27, 29, 33, 38, 42, 45, 46, 46, 45, 45],
    weekend: [44, 44, 43, 43, 43, 42, 41, 39, 37, 34, 32, 31, 31, 32, 32, 33, 35, 38, 41, 43, 44, 44, 44, 44],
    turnover: 0.2,
  },
  dayParking: {
    weekday: [10, 9, 8, 8, 8, 10, 15, 28, 42, 50, 53, 54, 53, 52, 50, 48, 44, 38, 32, 27, 22, 17, 14, 12],
    weekend: [12, 10, 9, 8, 8, 9, 10, 14, 22, 32, 42, 48, 50, 50, 48, 44, 40, 36, 32, 28, 24, 20, 17, 14],
    turnover: 0.3,
  },
  shopping: {
    weekday: [3, 2, 2, 2, 2, 3, 6, 12, 20, 27, 32, 35, 36, 34, 34, 37, 42, 46, 44, 36, 24, 12, 7, 4],
    weekend: [3, 2, 2, 2, 2, 3, 5, 9, 20, 34, 44, 50, 51, 49, 47, 45, 41, 35, 28, 20, 13, 8, 6, 4],
    turnover: 0.6,
  },
  overnight: {
    weekday: [58, 58, 58, 58, 57, 55, 50, 42, 32, 22, 16, 14, 14, 14, 15, 18, 24, 33, 42, 49, 53, 56, 58, 58],
    weekend: [62, 62, 62, 62, 61, 60, 57, 51, 42, 30, 20, 17, 16, 16, 18, 22, 28, 36, 44, 51, 56, 60, 62, 62],
    turnover: 0.15,
  },
  workplace: {
    weekday: [3, 3, 3, 3, 3, 5, 14, 38, 58, 64, 65, 62, 57, 58, 56, 48, 36, 22, 12, 8, 6, 5, 4, 3],
    weekend: [3, 3, 3, 3, 3, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8, 7, 6, 5, 5, 4, 4, 3, 3, 3],
    turnover: 0.2,
  },
  quick: {
    weekday: [5, 4, 3, 3, 4, 7, 14, 24, 29, 28, 28, 30, 32, 31, 30, 33, 38, 40, 36, 29, 22, 16, 11, 8],
    weekend: [7, 5, 4, 4, 4, 5, 8, 14, 22, 31, 38, 42, 42, 40, 40, 41, 41, 38, 33, 27, 21, 16, 12, 9],
    turnover: 1,
  },
  motorway: {
    weekday: [7, 5, 4, 4, 6, 10, 18, 26, 30, 33, 36, 39, 40, 38, 38, 41, 44, 44, 39, 32, 25, 19, 14, 10],
    weekend: [8, 6, 5, 4, 5, 7, 12, 20, 32, 43, 51, 55, 55, 52, 51, 53, 55, 53, 47, 39, 30, 22, 16, 11],
    turnover: 1,
  },
  haulage: {
    weekday: [46, 48, 49, 48, 43, 34, 25, 20, 20, 24, 28, 33, 36, 32, 28, 26, 27, 30, 33, 36, 40, 43, 45, 46],
    weekend: flat(28),
    turnover: 0.3,
  },
  light: {
    weekday: [12, 12, 12, 12, 12, 12, 14, 18, 24, 26, 26, 26, 26, 26, 26, 26, 26, 24, 22, 20, 18, 16, 14, 12],
    weekend: [12, 12, 12, 12, 12, 12, 12, 13, 16, 20, 24, 28, 30, 30, 30, 28, 26, 24, 22, 20, 18, 16, 14, 12],
    turnover: 0.4,
  },
} as const satisfies Record<string, Profile>;

export type OccupancyProfile = keyof typeof profiles;

/** Read off the site itself, so that any location can be simulated, not only a generated one. */
export function occupancyProfileOf(location: Location, extension: LocationExtension): OccupancyProfile {
  const facilities = location.facilities ?? [];
  const vehicles = extension.supportedVehicles ?? [];
  if (vehicles.includes('twoWheeler')) return 'light';
  if (vehicles.includes('truck')) return 'haulage';
  if (location.parking_type === 'ALONG_MOTORWAY') return 'motorway';
  if (facilities.includes('HOTEL')) return 'overnight';
  if (facilities.includes('SUPERMARKET') || facilities.includes('MALL')) return 'shopping';
  if (location.evses.some((evse) => evse.connectors.some((connector) => connector.power_type === 'DC'))) return 'quick';
  if (location.parking_type === 'ON_STREET') return 'residential';
  return location.opening_times?.twentyfourseven === false ? 'workplace' : 'dayParking';
}

/** Share of the working EVSEs in use, 0 to 1, between two full hours in proportion. */
export function occupancyAt(profile: OccupancyProfile, clock: LocalClock): number {
  const curve: readonly number[] = clock.weekday > 5 ? profiles[profile].weekend : profiles[profile].weekday;
  const hours = clock.secondOfDay / 3600;
  const hour = Math.floor(hours);
  const from = curve[hour] ?? 0;
  const to = curve[(hour + 1) % 24] ?? 0;
  return (from + (to - from) * (hours - hour)) / 100;
}

export function turnoverOf(profile: OccupancyProfile): number {
  return profiles[profile].turnover;
}
