/** What a store holds, by the source it came from. */
import type { SourceInfo } from '@pantograph/model/location';
import type { Store } from '@pantograph/server';

export interface SourceStatus extends SourceInfo {
  readonly locations: number;
  readonly evses: number;
  readonly tariffs: number;
  /** Locations that are known to be gone; not among `locations`. */
  readonly removed: number;
  readonly quarantined: number;
  /** Why, most frequent first; an object with several reasons counts for each. */
  readonly quarantine: readonly { readonly code: string; readonly count: number }[];
}

interface Tally {
  readonly source: SourceInfo;
  locations: number;
  evses: number;
  tariffs: number;
  removed: number;
  quarantined: number;
  readonly reasons: Map<string, number>;
}

/** In the order in which the store came to know them. Reads all of the store. */
export function sourceStatuses(store: Store): readonly SourceStatus[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (name: string, source: SourceInfo = { name }): Tally => {
    const known = tallies.get(name);
    if (known !== undefined) return known;
    const empty = { locations: 0, evses: 0, tariffs: 0, removed: 0, quarantined: 0 };
    const tally: Tally = { source, ...empty, reasons: new Map() };
    tallies.set(name, tally);
    return tally;
  };
  for (const source of store.sources()) tallyOf(source.name, source);
  for (const { key, location, removal } of store.locations()) {
    const tally = tallyOf(key.source);
    if (removal === undefined) {
      tally.locations++;
      tally.evses += location.evses.length;
    } else tally.removed++;
  }
  for (const { key } of store.tariffs()) tallyOf(key.source).tariffs++;
  for (const { source, notices } of store.quarantined()) {
    const tally = tallyOf(source);
    tally.quarantined++;
    for (const code of new Set(notices.map((notice) => notice.code))) {
      tally.reasons.set(code, (tally.reasons.get(code) ?? 0) + 1);
    }
  }
  return Array.from(tallies.values(), ({ source, reasons, ...numbers }) => ({
    ...source,
    ...numbers,
    quarantine: Array.from(reasons, ([code, count]) => ({ code, count })).sort((one, other) => other.count - one.count),
  }));
}
