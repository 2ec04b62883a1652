/** An atlas of records at hand, without a store behind it: for tests and tools. */
import type { ContentId, EvseStatus, LocationRecord, SourceInfo, TariffRecord } from '@pantograph/model/location';
import type { Atlas } from './atlas.ts';
import { REMOVED_EVSE_DAYS } from './build-site.ts';
import { scannedWorld } from './scanned-world.ts';
import { documentNow } from './kept/document-reader.ts';
import type { World, WorldSettings } from './world.ts';

export interface MemoryAtlasRecords {
  readonly sources: Iterable<SourceInfo>;
  readonly locations: Iterable<LocationRecord>;
  readonly tariffs: Iterable<TariffRecord>;
  readonly removals?: Iterable<{ readonly contentId: ContentId; readonly removedAt: string; readonly reason: string }>;
}

export interface MemoryAtlasOptions extends Partial<WorldSettings> {
  readonly world?: (settings: WorldSettings) => World;
  readonly seq?: number;
}

/** Statuses count as received when the source last updated their EVSE. Without a clock it is the newest of these times. */
export function memoryAtlas(records: MemoryAtlasRecords, options: MemoryAtlasOptions = {}): Atlas {
  const locations = [...records.locations];
  const newest = newestUpdate(locations);
  const world = (options.world ?? scannedWorld)({
    now: options.now ?? (() => newest),
    removedEvseDays: options.removedEvseDays ?? REMOVED_EVSE_DAYS,
  });
  for (const source of records.sources) world.apply({ kind: 'source', source });
  for (const record of records.tariffs) world.apply({ kind: 'tariff', record });
  for (const record of locations)
    world.apply({ kind: 'location', record: { ...record, statuses: statusesOf(record) } });
  for (const removal of records.removals ?? []) world.apply({ kind: 'removal', ...removal });
  return atlasAt(world, () => options.seq ?? 0);
}

function statusesOf({ location }: LocationRecord): readonly EvseStatus[] {
  return location.evses.map(({ uid, status, last_updated: time }) => ({
    uid,
    status,
    observedAt: time,
    receivedAt: time,
  }));
}

function newestUpdate(locations: readonly LocationRecord[]): Date {
  const times = locations.flatMap(({ location }) => [
    location.last_updated,
    ...location.evses.map((evse) => evse.last_updated),
  ]);
  return new Date(times.reduce((newest, time) => Math.max(newest, Date.parse(time)), 0));
}

/** A world as readers see it, with its place in a log. */
export function atlasAt(world: World, seq: () => number): Atlas {
  return {
    get seq() {
      return seq();
    },
    get size() {
      return world.size;
    },
    site: (contentId) => world.site(contentId),
    removal: (contentId) => world.removal(contentId),
    search: (query) => world.search(query),
    survey: (query, visit) => world.survey(query, visit),
    tally: (query) => world.tally(query),
    sites: () => world.sites(),
    document: world.document ?? documentNow,
    sources: () => world.sources(),
  };
}
