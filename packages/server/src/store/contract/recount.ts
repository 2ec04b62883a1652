/** What the store counts along, counted anew. */
import type { SourceCounts, Store } from '../store.ts';

export function recount(store: Store): readonly SourceCounts[] {
  const names = new Set<string>();
  const tally = (source: string) => {
    names.add(source);
    return source;
  };
  const locations = [...store.locations()].map(({ key, removal, statuses }) => ({
    source: tally(key.source),
    isThere: removal === undefined,
    evses: statuses.filter(({ status }) => status !== 'REMOVED').length,
  }));
  const tariffs = [...store.tariffs()].map(({ key }) => tally(key.source));
  const broken = [...store.quarantined()].map(({ source, notices }) => ({
    source: tally(source),
    codes: [...new Set(notices.map(({ code }) => code as string))],
  }));
  return [...names].sort().map((source) => {
    const own = locations.filter((location) => location.source === source);
    const quarantined = broken.filter((object) => object.source === source);
    const codes = Map.groupBy(
      quarantined.flatMap((object) => object.codes),
      (code) => code,
    );
    return {
      source,
      locations: own.filter(({ isThere }) => isThere).length,
      evses: own.reduce((sum, { isThere, evses }) => sum + (isThere ? evses : 0), 0),
      tariffs: tariffs.filter((name) => name === source).length,
      removed: own.filter(({ isThere }) => !isThere).length,
      quarantined: quarantined.length,
      reasons: Array.from(codes, ([code, all]) => ({ code, count: all.length })),
    };
  });
}

/** In one order, and without sources of which there is nothing any more. */
export function inOrder(counts: readonly SourceCounts[]): readonly SourceCounts[] {
  return counts
    .filter(({ locations, tariffs, removed, quarantined }) => locations + tariffs + removed + quarantined > 0)
    .map((ofSource) => ({ ...ofSource, reasons: ofSource.reasons.toSorted((a, b) => (a.code < b.code ? -1 : 1)) }));
}
