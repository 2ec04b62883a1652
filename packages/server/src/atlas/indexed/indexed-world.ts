/** The world behind an index: what filters ask of is in columns, the rest of a place is read when it is found. */
import type { ContentId, EvseStatus, Site, SourceInfo } from '@pantograph/model/location';
import { TariffTable } from '@pantograph/model/location';
import type { Hit } from '../atlas.ts';
import type { PlaceRecord } from '../build-site.ts';
import { buildSite, siteExpiry } from '../build-site.ts';
import { LazySite } from '../kept/lazy-site.ts';
import type { Removal, World, WorldChange, WorldSettings } from '../world.ts';
import type { Background } from './background.ts';
import { inSlices } from './background.ts';
import { ID_WORDS, readIdWords, writeIdWords } from './content-id-words.ts';
import { Dictionaries } from './dictionaries.ts';
import { FilterProbes } from './filter-probes.ts';
import { LazyResult, SiteHit } from './lazy-result.ts';
import { MemoryDocuments } from './memory-documents.ts';
import { placeRowOf, statusCode, uidHash } from './place-row.ts';
import { IndexLearner, IndexTeller } from './index-news.ts';
import type { Found } from './ranking.ts';
import { restoreIndex, saveIndex } from './save-index.ts';
import { searchSegments } from './search-segments.ts';
import { MOST_ROWS_AT_ONCE, SegmentStack } from './segment-stack.ts';
import { SiteCache } from './site-cache.ts';
import { surveySegments } from './survey-segments.ts';
import { tallySegments } from './tally-segments.ts';

interface IndexedWorldSettings extends WorldSettings {
  /** Default: a millisecond per turn of the event loop. */
  readonly background?: Background;
  /** How many places a reader may have to wait for to be put in order; default 1024. */
  readonly mostRowsAtOnce?: number;
  /** How many sites are kept ready; default 1024. */
  readonly sitesAtHand?: number;
}

const SITES_AT_HAND = 1024;

export function indexedWorld(settings: IndexedWorldSettings): World {
  const dictionaries = new Dictionaries();
  const probes = new FilterProbes(dictionaries);
  const stack = new SegmentStack(dictionaries, {
    background: settings.background ?? inSlices(1),
    mostRowsAtOnce: settings.mostRowsAtOnce ?? MOST_ROWS_AT_ONCE,
  });
  const sources = new Map<string, SourceInfo>();
  const tariffs = new TariffTable();
  /** Where nobody else keeps them. */
  const removals = new Map<ContentId, Removal>();
  const own = settings.documents === undefined ? new MemoryDocuments() : undefined;
  const documents = settings.documents ?? own ?? new MemoryDocuments();
  const cache = new SiteCache(settings.sitesAtHand ?? SITES_AT_HAND);
  const id = new Uint32Array(ID_WORDS);

  function readSite(contentId: ContentId): Site | undefined {
    const kept = cache.get(contentId, settings.now().getTime());
    if (kept !== undefined) return kept;
    const site = buildFrom(documents.read(contentId));
    if (site !== undefined) cache.keep(site, siteExpiry(site, settings.removedEvseDays));
    return site;
  }

  function buildFrom(record: PlaceRecord | undefined): Site | undefined {
    const { now, removedEvseDays } = settings;
    return record === undefined ? undefined : buildSite(record, { sources, tariffs, now: now(), removedEvseDays });
  }

  function siteAt(ids: Uint32Array, row: number, contentId?: ContentId): Site | undefined {
    const at = row * ID_WORDS;
    if (settings.isKept?.(ids, at) === true) return new LazySite(ids, at, readSite, contentId);
    return readSite(contentId ?? readIdWords(ids, at));
  }

  function addHit(hits: Hit[], { segment, row, distance, excursionDistance }: Found): void {
    const site = siteAt(segment.columns.ids, row);
    // The document may be ahead of the index: gone since.
    if (site === undefined) return;
    hits.push(new SiteHit(site, distance, excursionDistance));
  }

  function putLocation(record: PlaceRecord): void {
    removals.delete(record.contentId);
    if (!record.location.publish) {
      forget(record.contentId);
      return;
    }
    cache.drop(record.contentId);
    own?.put(record);
    stack.put(placeRowOf(record, dictionaries));
  }

  function putStatus(contentId: ContentId, status: EvseStatus): void {
    cache.drop(contentId);
    own?.putStatus(contentId, status);
    if (!writeIdWords(contentId, id, 0)) return;
    const address = stack.find(id);
    if (address === undefined) return;
    const { columns, row } = address;
    const first = columns.evseStarts[row] ?? 0;
    const hash = uidHash(status.uid);
    const alike: number[] = [];
    for (let evse = first; evse < (columns.evseStarts[row + 1] ?? 0); evse++) {
      if (columns.evseUids[evse] === hash) alike.push(evse - first);
    }
    const evse = alike.length === 1 ? alike[0] : evseByUid(contentId, status.uid);
    if (evse !== undefined) stack.setStatus(id, evse, statusCode(status.status));
  }

  /** For the rare location in which two EVSEs share a hash. */
  function evseByUid(contentId: ContentId, uid: string): number | undefined {
    const index = documents.read(contentId)?.location.evses.findIndex((evse) => evse.uid === uid) ?? -1;
    return index < 0 ? undefined : index;
  }

  function forget(contentId: ContentId): void {
    cache.drop(contentId);
    own?.remove(contentId);
    if (writeIdWords(contentId, id, 0)) stack.remove(id);
  }

  function apply(change: WorldChange): void {
    switch (change.kind) {
      case 'source':
        sources.set(change.source.name, change.source);
        cache.clear();
        break;
      case 'tariff':
        tariffs.put(change.record);
        cache.clear();
        break;
      case 'tariffRemoval':
        tariffs.remove(change.key);
        cache.clear();
        break;
      case 'location':
        putLocation(change.record);
        break;
      case 'status':
        putStatus(change.contentId, change.status);
        break;
      case 'removal':
        forget(change.contentId);
        if (settings.removalOf === undefined) {
          removals.set(change.contentId, { removedAt: change.removedAt, reason: change.reason });
        }
    }
  }

  return {
    get size() {
      return stack.live;
    },
    site(contentId) {
      if (!writeIdWords(contentId, id, 0)) return undefined;
      const address = stack.find(id);
      return address && siteAt(address.columns.ids, address.row, contentId);
    },
    removal: settings.removalOf ?? ((contentId) => removals.get(contentId)),
    search(query) {
      const found = searchSegments(stack.segments(), probes, query);
      const hits: Hit[] = [];
      for (const each of found.page) addHit(hits, each);
      return new LazyResult(found, hits);
    },
    survey: (query, visit) => surveySegments(stack.segments(), { dictionaries, probes }, query, visit),
    tally: (query) => tallySegments(stack.segments(), { dictionaries, probes }, query),
    sources: () => sources.values(),
    *sites() {
      for (const segment of stack.segments()) {
        for (let row = 0; row < segment.rows; row++) {
          if (segment.isDead(row)) continue;
          // Past the cache: who reads all would drive out what many read.
          const site = buildFrom(documents.read(readIdWords(segment.columns.ids, row * ID_WORDS)));
          if (site !== undefined) yield site;
        }
      }
    },
    apply,
    // Records that are kept here are in no snapshot, and no other thread has them.
    ...(own === undefined && {
      save: () => saveIndex(stack, dictionaries),
      restore: (parts) => restoreIndex(parts, stack, dictionaries),
      teller: new IndexTeller(stack, dictionaries),
      learner: new IndexLearner(stack, dictionaries),
    }),
  };
}
