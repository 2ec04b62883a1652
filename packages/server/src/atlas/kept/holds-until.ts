/** How long what presenters show of a site stays true while nothing about the site changes. */
import type { Site } from '@pantograph/model/location';
import { nextLocalDay, nextOpeningChange } from '@pantograph/model/location';
import { siteExpiry } from '../build-site.ts';

/** As a world's settings have them. */
export interface Holding {
  readonly removedEvseDays: number;
  readonly statusesHoldUntil?: (site: Site) => number;
}

/**
 * Milliseconds since 1970. What depends on the zone's offset is not covered, except by opening hours.
 * @param weeklyHoursOnly of opening times nothing is shown but what is the same every week
 */
export function holdsUntil(
  site: Site,
  now: Date,
  { removedEvseDays, statusesHoldUntil }: Holding,
  weeklyHoursOnly = false,
): number {
  const { location } = site;
  const at = now.getTime();
  let until = Math.min(siteExpiry(site, removedEvseDays), statusesHoldUntil?.(site) ?? Infinity);
  for (const { tariff } of site.tariffs.values()) {
    for (const instant of [tariff.start_date_time, tariff.end_date_time]) {
      const change = instant === undefined ? Infinity : Date.parse(instant);
      if (change > at) until = Math.min(until, change);
    }
  }
  const hours = location.opening_times;
  if (hours === undefined || weeklyHoursOnly) return until;
  // Exceptions are listed from the local day on.
  if (hours.exceptional_openings !== undefined || hours.exceptional_closings !== undefined) {
    until = Math.min(until, nextLocalDay(location.time_zone, now)?.getTime() ?? Infinity);
  }
  const change = nextOpeningChange(location, now)?.at.getTime() ?? Infinity;
  return Math.min(until, change);
}
