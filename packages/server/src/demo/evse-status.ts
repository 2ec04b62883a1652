/** What status an EVSE has, and what it turns into. */
import type { LocalClock } from '@pantograph/model/location';
import type { Status } from '@pantograph/model/vocabulary';
import type { OccupancyProfile } from './occupancy.ts';
import { occupancyAt } from './occupancy.ts';
import type { Random } from './random.ts';
import { chance } from './random.ts';

/** The status of a working EVSE at this hour. */
function workingStatus(profile: OccupancyProfile, clock: LocalClock, random: Random): Status {
  const die = random();
  const busy = occupancyAt(profile, clock);
  if (die < busy) return 'CHARGING';
  if (die > 0.995) return 'RESERVED';
  if (die > 0.985 && profile !== 'motorway') return 'BLOCKED';
  return 'AVAILABLE';
}

/** What an EVSE is found in at any moment: 3 % broken or under maintenance. */
export function firstStatus(profile: OccupancyProfile, clock: LocalClock, random: Random): Status {
  const die = random();
  if (die < 0.024) return 'OUTOFORDER';
  if (die < 0.03) return 'INOPERATIVE';
  return workingStatus(profile, clock, random);
}

/**
 * What an EVSE is found in when looked at again. Breakdowns come at any hour, mechanics by day; both so seldom that
 * the share of broken ones stays near where it began.
 */
export function nextStatus(status: Status, profile: OccupancyProfile, clock: LocalClock, random: Random): Status {
  if (status === 'OUTOFORDER' || status === 'INOPERATIVE') {
    const byDay = clock.secondOfDay >= 7 * 3600 && clock.secondOfDay < 19 * 3600;
    return byDay && chance(random, 0.04) ? workingStatus(profile, clock, random) : status;
  }
  if (chance(random, 0.0005)) return 'OUTOFORDER';
  if (chance(random, 0.0001)) return 'INOPERATIVE';
  return workingStatus(profile, clock, random);
}

/** PLANNED, REMOVED and EVSEs without live data are not the simulator's business. */
export function isSimulated(status: Status): boolean {
  return status !== 'PLANNED' && status !== 'REMOVED' && status !== 'UNKNOWN' && status !== 'OPERATIONAL';
}
