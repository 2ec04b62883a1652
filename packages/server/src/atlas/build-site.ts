/** From what the store keeps of a location to what presenters are handed. */
import type {
  EvseStatus,
  LocationRecord,
  Site,
  SourceInfo,
  TariffRecord,
  TariffTable,
} from '@pantograph/model/location';
import type { Location } from '@pantograph/model/ocpi';
import type { PlaceRecord } from './place-record.ts';

export type { PlaceRecord } from './place-record.ts';

interface SiteSurroundings {
  readonly sources: ReadonlyMap<string, SourceInfo>;
  readonly tariffs: TariffTable;
  readonly now: Date;
  /** How long an EVSE stays listed after we learned that it was removed. */
  readonly removedEvseDays: number;
}

export const REMOVED_EVSE_DAYS = 30;

const DAY_MILLISECONDS = 86_400_000;

/** `undefined` for a location that is not published. */
export function buildSite(record: PlaceRecord, around: SiteSurroundings): Site | undefined {
  if (!record.location.publish) return undefined;
  const statuses = new Map(record.statuses.map((status) => [status.uid, status]));
  const gone = goneEvses(statuses, around);
  const location =
    gone.size === 0
      ? record.location
      : { ...record.location, evses: record.location.evses.filter((evse) => !gone.has(evse.uid)) };
  for (const uid of gone) statuses.delete(uid);
  return {
    contentId: record.contentId,
    source: creditedSource(record, around.sources),
    location,
    extension: record.extension,
    statuses,
    tariffs: tariffsOf(record, location, around.tariffs),
  };
}

/** Whoever told something that is shown is named beside the source of the place. */
function creditedSource({ key, statusesFrom = [] }: PlaceRecord, sources: SiteSurroundings['sources']): SourceInfo {
  const own = sources.get(key.source) ?? { name: key.source };
  const others = statusesFrom.flatMap((name) => sources.get(name)?.attribution ?? []);
  if (others.length === 0) return own;
  const attribution = [own.attribution ?? own.name, ...others].join(', ');
  // Inherits all else: `confirmedAt` is read anew each time.
  return Object.create(own, { attribution: { value: attribution, enumerable: true } }) as SourceInfo;
}

/** When the next EVSE drops out of a site by age alone; `Infinity` for never. Milliseconds since 1970. */
export function siteExpiry(site: Site, removedEvseDays: number): number {
  let soonest = Infinity;
  for (const status of site.statuses.values()) {
    if (status.status !== 'REMOVED') continue;
    soonest = Math.min(soonest, Date.parse(status.receivedAt) + removedEvseDays * DAY_MILLISECONDS);
  }
  return soonest;
}

function goneEvses(statuses: ReadonlyMap<string, EvseStatus>, around: SiteSurroundings): ReadonlySet<string> {
  const oldest = around.now.getTime() - around.removedEvseDays * DAY_MILLISECONDS;
  const gone = new Set<string>();
  for (const { uid, status, receivedAt } of statuses.values()) {
    if (status === 'REMOVED' && Date.parse(receivedAt) <= oldest) gone.add(uid);
  }
  return gone;
}

function tariffsOf(record: LocationRecord, location: Location, table: TariffTable): ReadonlyMap<string, TariffRecord> {
  const tariffs = new Map<string, TariffRecord>();
  for (const evse of location.evses) {
    for (const connector of evse.connectors) {
      for (const id of connector.tariff_ids ?? []) {
        const reference = id.toLowerCase();
        const tariff = tariffs.has(reference) ? undefined : table.resolve(record.key, id);
        if (tariff !== undefined) tariffs.set(reference, tariff);
      }
    }
  }
  return tariffs;
}
