/**
 * What peers may be given, known by the store's log. A source passes on nothing unless its terms say so, and places
 * that are not published stay here. Looks at the log when it is asked, so that nothing runs while nobody asks.
 */
import type { ContentId, ObjectKey, SourceInfo } from '@pantograph/model/location';
import { canonicalKey } from '@pantograph/model/location';
import { ocpiVersions, presentTariff } from '@pantograph/model/ocpi';
import { logAfter } from '../../store/read-log.ts';
import type { Store, StoredLocation, StoredTariff } from '../../store/store.ts';
import { effectiveLocation } from './effective.ts';
import type { Row, Shelf } from './shelf.ts';
import { identityOf, shelf } from './shelf.ts';

export interface PassedOn {
  /** Both as the log says now. */
  locations(): Shelf;
  tariffs(): Shelf;
  location(row: Row): StoredLocation | undefined;
  tariff(row: Row): StoredTariff | undefined;
  /** As of the last look at the log, for what came out of it. */
  source(name: string): SourceInfo;
  /** Whether the source's terms let it be passed on. */
  isOpen(source: string): boolean;
  /** Names of all sources of which that is so. */
  openSources(): readonly string[];
}

const ENTRIES_AT_ONCE = 5_000;

export function passedOn(store: Store): PassedOn {
  let sources: ReadonlyMap<string, SourceInfo> = new Map();
  let locations = shelf();
  let tariffs = shelf();
  const tariffKeys = new Map<string, ObjectKey>();
  let seq: number | undefined;

  const mayPassOn = (source: string): boolean => sources.get(source)?.redistribute === true;
  const readSources = (): void => {
    sources = new Map(store.sources().map((source) => [source.name, source]));
  };

  function isPassedOn(stored: StoredLocation | StoredTariff): boolean {
    return mayPassOn(stored.key.source) && (!('location' in stored) || stored.location.publish);
  }

  /** @param wasVisible whether peers may have been given it while it was not looked at */
  function putLocation(stored: StoredLocation, wasVisible = false): void {
    const { contentId, key, location } = stored;
    const isVisible = isPassedOn(stored);
    locations.put({
      handle: contentId,
      source: key.source,
      identity: identityOf(location.country_code, location.party_id, location.id),
      lastUpdated: Date.parse(effectiveLocation(stored).last_updated),
      isVisible,
      mayBeHeld: isVisible || wasVisible || locations.get(contentId)?.mayBeHeld === true,
    });
  }

  function putTariff(stored: StoredTariff): void {
    const { key, tariff } = stored;
    const handle = canonicalKey(key);
    tariffKeys.set(handle, key);
    tariffs.put({
      handle,
      source: key.source,
      identity: identityOf(tariff.country_code, tariff.party_id, tariff.id),
      lastUpdated: Date.parse(tariff.last_updated),
      isVisible: isPassedOn(stored),
      mayBeHeld: true,
      versions: new Set(ocpiVersions.filter((version) => presentTariff(tariff, version).value !== undefined)),
    });
  }

  function load(): void {
    seq = store.seq();
    readSources();
    locations = shelf();
    tariffs = shelf();
    if (![...sources.keys()].some(mayPassOn)) return;
    for (const stored of store.locations()) if (mayPassOn(stored.key.source)) putLocation(stored, true);
    for (const stored of store.tariffs()) if (mayPassOn(stored.key.source)) putTariff(stored);
  }

  function catchUp(): void {
    if (seq === undefined) return load();
    for (;;) {
      const entries = logAfter(store, seq, ENTRIES_AT_ONCE);
      if (entries === undefined) return load();
      for (const entry of entries) {
        seq = entry.seq;
        switch (entry.kind) {
          case 'source': {
            const before = mayPassOn(entry.name);
            readSources();
            if (mayPassOn(entry.name) !== before) return load();
            break;
          }
          case 'status': {
            const row = locations.get(entry.contentId);
            if (row !== undefined) row.lastUpdated = Math.max(row.lastUpdated, Date.parse(entry.status.observedAt));
            break;
          }
          case 'location':
          case 'removal': {
            const stored = store.location(entry.contentId);
            if (stored !== undefined && mayPassOn(stored.key.source)) putLocation(stored);
            break;
          }
          case 'tariff': {
            const stored = store.tariff(entry.key);
            const gone = tariffs.get(canonicalKey(entry.key));
            if (stored !== undefined && mayPassOn(stored.key.source)) putTariff(stored);
            else if (gone !== undefined) tariffs.put({ ...gone, isVisible: false });
          }
        }
      }
      if (entries.length < ENTRIES_AT_ONCE) return;
    }
  }

  return {
    locations: () => {
      catchUp();
      return locations;
    },
    tariffs: () => {
      catchUp();
      return tariffs;
    },
    location: (row) => store.location(row.handle as ContentId),
    tariff: (row) => {
      const key = tariffKeys.get(row.handle);
      return key && store.tariff(key);
    },
    isOpen: (source) => {
      catchUp();
      return mayPassOn(source);
    },
    openSources: () => {
      catchUp();
      return [...sources.keys()].filter(mayPassOn).sort();
    },
    source: (name) => sources.get(name) ?? { name },
  };
}
