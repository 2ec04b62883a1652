/** Facts of sites, worked out once per site: a site is another object as soon as anything about it changes. */
import type { Site } from '@pantograph/model/location';
import type { StationFacts } from '@pantograph/model/v2';
import { factsOfSite } from '@pantograph/model/v2';

interface Kept {
  readonly facts: StationFacts;
  /** Milliseconds since 1970: from when, and until before when, the same prices hold. */
  readonly from: number;
  readonly until: number;
}

export function factsKeeper(): (site: Site, now: Date) => StationFacts {
  const kept = new WeakMap<Site, Kept>();
  return (site, now) => {
    const at = now.getTime();
    const known = kept.get(site);
    if (known !== undefined && known.from <= at && at < known.until) return known.facts;
    const facts = factsOfSite(site, now);
    kept.set(site, { facts, from: at, until: nextPriceChange(site, at) });
    return facts;
  };
}

/** When the next tariff begins or ends to hold. */
function nextPriceChange(site: Site, at: number): number {
  let next = Infinity;
  for (const { tariff } of site.tariffs.values()) {
    for (const instant of [tariff.start_date_time, tariff.end_date_time]) {
      const change = instant === undefined ? Infinity : Date.parse(instant);
      if (change > at) next = Math.min(next, change);
    }
  }
  return next;
}
