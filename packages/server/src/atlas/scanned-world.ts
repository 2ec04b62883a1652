/** A world that keeps records as they came and looks at each of them for every question. */
import type { ContentId, Site, SourceInfo } from '@pantograph/model/location';
import { TariffTable } from '@pantograph/model/location';
import type { PlaceRecord } from './build-site.ts';
import { buildSite } from './build-site.ts';
import { mergeStatus } from './merge-status.ts';
import { searchByScan } from './search-by-scan.ts';
import { surveyByScan } from './survey.ts';
import { tallyByScan } from './tally.ts';
import type { World, WorldChange, WorldSettings } from './world.ts';

export function scannedWorld(settings: WorldSettings): World {
  const sources = new Map<string, SourceInfo>();
  const tariffs = new TariffTable();
  const records = new Map<ContentId, PlaceRecord>();
  const removals = new Map<ContentId, { readonly removedAt: string; readonly reason: string }>();

  function siteOf(record: PlaceRecord | undefined): Site | undefined {
    if (record === undefined) return undefined;
    return buildSite(record, { sources, tariffs, now: settings.now(), removedEvseDays: settings.removedEvseDays });
  }
  function* sites(): Generator<Site> {
    for (const record of records.values()) {
      const site = siteOf(record);
      if (site !== undefined) yield site;
    }
  }
  function apply(change: WorldChange): void {
    switch (change.kind) {
      case 'source':
        sources.set(change.source.name, change.source);
        break;
      case 'tariff':
        tariffs.put(change.record);
        break;
      case 'tariffRemoval':
        tariffs.remove(change.key);
        break;
      case 'location':
        records.set(change.record.contentId, change.record);
        removals.delete(change.record.contentId);
        break;
      case 'status': {
        const record = records.get(change.contentId);
        if (record !== undefined) records.set(change.contentId, mergeStatus(record, change.status));
        break;
      }
      case 'removal':
        records.delete(change.contentId);
        removals.set(change.contentId, { removedAt: change.removedAt, reason: change.reason });
    }
  }
  return {
    get size() {
      return [...sites()].length;
    },
    site: (contentId) => siteOf(records.get(contentId)),
    removal: (contentId) => removals.get(contentId),
    search: (query) => searchByScan(sites(), query),
    survey: (query, visit) => surveyByScan(sites(), query, visit),
    tally: (query) => tallyByScan(sites(), query),
    sites,
    sources: () => sources.values(),
    apply,
  };
}
