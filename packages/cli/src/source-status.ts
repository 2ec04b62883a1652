/** What a store holds, by the source it came from. */
import type { SourceInfo } from '@pantograph/model/location';
import type { SourceCounts, Store } from '@pantograph/server';

export interface SourceStatus extends SourceInfo, Omit<SourceCounts, 'source' | 'reasons'> {
  /** Why objects are in quarantine, most frequent first; an object with several reasons counts for each. */
  readonly quarantine: SourceCounts['reasons'];
}

/** In the order in which the store came to know them; last those that only quarantine knows. */
export function sourceStatuses(store: Pick<Store, 'sources' | 'countsBySource'>): readonly SourceStatus[] {
  const counts = new Map(store.countsBySource().map((one) => [one.source, one]));
  const known = new Map(store.sources().map((source) => [source.name, source]));
  const names = new Set([...known.keys(), ...counts.keys()]);
  return Array.from(names, (name) => statusOf(known.get(name) ?? { name }, counts.get(name)));
}

function statusOf(source: SourceInfo, counts: SourceCounts | undefined): SourceStatus {
  const { locations = 0, evses = 0, tariffs = 0, removed = 0, quarantined = 0, reasons = [] } = counts ?? {};
  return { ...source, locations, evses, tariffs, removed, quarantined, quarantine: reasons };
}
