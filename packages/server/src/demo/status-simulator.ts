/** Lets the statuses of a world change as they would by the hour of the day. It looks at EVSEs at random and redraws. */
import type { ContentId } from '@pantograph/model/location';
import { localClock } from '@pantograph/model/location';
import type { Status } from '@pantograph/model/vocabulary';
import { statuses } from '@pantograph/model/vocabulary';
import type { Change, StoredLocation } from '../store/store.ts';
import { isSimulated, nextStatus } from './evse-status.ts';
import { occupancyProfileOf, turnoverOf } from './occupancy.ts';
import type { OccupancyProfile } from './occupancy.ts';
import type { Random } from './random.ts';
import { chance } from './random.ts';

export type StatusChange = Extract<Change, { kind: 'status' }>;

export interface StatusSimulator {
  /** How many EVSEs it plays with. */
  readonly evses: number;
  /** What changes at this moment: a few statuses, in proportion to the world, {@link MOST_CHANGES} at most. */
  tick(now: Date): readonly StatusChange[];
  /**
   * Looks at every EVSE once, in batches: brings a world that was left alone for long to this hour. Does nothing where
   * something was observed in the last half hour.
   */
  settle(now: Date): Iterable<readonly StatusChange[]>;
}

/** As many changes as one tick makes. */
export const MOST_CHANGES = 40;
const EVSES_PER_CHANGE = 1200;
/** Most looks find nothing new; a tick stops after this many for each change it wants. */
const LOOKS_PER_CHANGE = 50;
const EVSES_PER_BATCH = 1000;
const FRESH_MILLISECONDS = 30 * 60_000;

interface SimulatedSite {
  readonly contentId: ContentId;
  readonly timeZone: string;
  readonly profile: OccupancyProfile;
}

const names: readonly Status[] = statuses.map((row) => row.status);

export function statusSimulator(locations: Iterable<StoredLocation>, random: Random): StatusSimulator {
  const sites: SimulatedSite[] = [];
  const uids: string[] = [];
  const siteOf: number[] = [];
  const known: number[] = [];
  let newest = Number.NEGATIVE_INFINITY;
  for (const { contentId, location, extension, statuses: observed, removal } of locations) {
    if (removal !== undefined) continue;
    for (const { observedAt } of observed) newest = Math.max(newest, Date.parse(observedAt));
    const live = location.evses.filter((evse) => isSimulated(evse.status));
    if (live.length === 0) continue;
    for (const evse of live) {
      uids.push(evse.uid);
      siteOf.push(sites.length);
      known.push(names.indexOf(evse.status));
    }
    sites.push({ contentId, timeZone: location.time_zone, profile: occupancyProfileOf(location, extension) });
  }
  const wanted = Math.min(MOST_CHANGES, Math.max(1, Math.round(uids.length / EVSES_PER_CHANGE)));

  /** The change that an EVSE undergoes at this look, if any. */
  function look(index: number, now: Date): StatusChange | undefined {
    const site = sites[siteOf[index] ?? -1];
    const uid = uids[index];
    const before = names[known[index] ?? -1];
    const clock = site === undefined ? undefined : localClock(site.timeZone, now);
    if (site === undefined || uid === undefined || before === undefined || clock === undefined) return undefined;
    const status = nextStatus(before, site.profile, clock, random);
    if (status === before) return undefined;
    known[index] = names.indexOf(status);
    const instant = now.toISOString();
    return {
      kind: 'status',
      contentId: site.contentId,
      status: { uid, status, observedAt: instant, receivedAt: instant },
    };
  }

  return {
    evses: uids.length,
    tick(now) {
      const changes: StatusChange[] = [];
      const seen = new Set<number>();
      for (let looks = 0; looks < wanted * LOOKS_PER_CHANGE && changes.length < wanted; looks++) {
        const index = Math.floor(random() * uids.length);
        const profile = sites[siteOf[index] ?? -1]?.profile;
        if (profile === undefined || seen.has(index) || !chance(random, turnoverOf(profile))) continue;
        seen.add(index);
        const change = look(index, now);
        if (change !== undefined) changes.push(change);
      }
      return changes;
    },
    *settle(now) {
      if (now.getTime() - newest < FRESH_MILLISECONDS) return;
      for (let from = 0; from < uids.length; from += EVSES_PER_BATCH) {
        const batch: StatusChange[] = [];
        for (let index = from; index < Math.min(from + EVSES_PER_BATCH, uids.length); index++) {
          const change = look(index, now);
          if (change !== undefined) batch.push(change);
        }
        if (batch.length > 0) yield batch;
      }
    },
  };
}
