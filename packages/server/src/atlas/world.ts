/** The writable side of an atlas: what the follower of a store's log tells it. */
import type { ContentId, EvseStatus, ObjectKey, Site, SourceInfo, TariffRecord } from '@pantograph/model/location';
import type { Atlas } from './atlas.ts';
import type { PlaceRecord } from './build-site.ts';
import type { IndexLearner, IndexTeller } from './indexed/index-news.ts';
import type { ReadDocument } from './kept/document-reader.ts';
import type { RestoredParts, SavedPart } from './snapshot/saved-parts.ts';

export type WorldChange =
  | { readonly kind: 'source'; readonly source: SourceInfo }
  | { readonly kind: 'tariff'; readonly record: TariffRecord }
  | { readonly kind: 'tariffRemoval'; readonly key: ObjectKey }
  /** Added, or put in place of what was there. */
  | { readonly kind: 'location'; readonly record: PlaceRecord }
  /** Of an EVSE that the location has. */
  | { readonly kind: 'status'; readonly contentId: ContentId; readonly status: EvseStatus }
  | { readonly kind: 'removal'; readonly contentId: ContentId; readonly removedAt: string; readonly reason: string };

/** An atlas without a place in a log. */
export interface World extends Omit<Atlas, 'seq' | 'document'> {
  /** Absent where nothing is kept. */
  readonly document?: ReadDocument;
  apply(change: WorldChange): void;
  /** All it needs to come up again as it is now, apart from sources and tariffs; absent where it cannot. */
  readonly save?: () => readonly SavedPart[];
  /** How much of what `save` would give is new since the last time, and does not follow from the log. */
  readonly unsaved?: () => number;
  /** Of a world that has been told of nothing but sources and tariffs. */
  readonly restore?: (parts: RestoredParts) => void;
  /** Tells other threads of its index; absent where it cannot. */
  readonly teller?: IndexTeller;
  /** Makes an index of another thread its own. Of a world that is told of no location itself. */
  readonly learner?: IndexLearner;
  /** Lets go of files. */
  readonly close?: () => void;
}

/** Where a world reads the full record of a place. */
export interface Documents {
  /** `undefined` where it is gone; it may be newer than what the world was told of it. */
  read(contentId: ContentId): PlaceRecord | undefined;
}

/** Why a place is not there any more. */
export interface Removal {
  readonly removedAt: string;
  readonly reason: string;
}

export interface WorldSettings {
  readonly now: () => Date;
  /** Days that an EVSE stays listed after we learned that it was removed. */
  readonly removedEvseDays: number;
  /** Without it a world keeps the records it is told. */
  readonly documents?: Documents;
  /** Where `documents` are read, removals are looked up too. */
  readonly removalOf?: (contentId: ContentId) => Removal | undefined;
  /** Milliseconds since 1970 from which on time alone makes a status of the site another. Default: never. */
  readonly statusesHoldUntil?: (site: Site) => number;
  /** Whether answers about the place, whose id's words begin at `at`, are likely to do without reading it. */
  readonly isKept?: (words: Uint32Array, at: number) => boolean;
}
