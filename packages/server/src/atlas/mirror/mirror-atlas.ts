/**
 * An atlas that shows what a world in another thread shows. It follows no log: the world tells it of everything in
 * editions. Places, sources and tariffs it reads from the store itself.
 */
import type { ContentId, SourceInfo } from '@pantograph/model/location';
import type { Store } from '../../store/store.ts';
import type { Atlas } from '../atlas.ts';
import { REMOVED_EVSE_DAYS } from '../build-site.ts';
import { indexedWorld } from '../indexed/indexed-world.ts';
import type { KeptDocuments } from '../kept/kept-documents.ts';
import { keepingWorld } from '../kept/keeping-world.ts';
import { atlasAt } from '../memory-atlas.ts';
import type { PlaceRecord } from '../place-record.ts';
import type { StatusTrust } from '../status-trust.ts';
import { confirmedBy, statusesBelievedUntil } from '../status-trust.ts';
import { documentsOf, removalsOf } from '../store-reader.ts';
import { documentsAsBelieved } from '../trusting-world.ts';
import type { Documents } from '../world.ts';
import type { Edition, MirroredChange } from './edition.ts';

/** What a layer's alterations mean. */
export interface AlterationReader {
  /** The record as the layer shows it. */
  readonly alter: (record: PlaceRecord, alteration: unknown) => PlaceRecord;
  /** The place that is shown in place of one so altered. */
  readonly aliasIn: (alteration: unknown) => ContentId | undefined;
}

export interface MirrorOptions {
  readonly store: Pick<Store, 'location' | 'sources' | 'tariffs'>;
  /** What a world told when this mirror joined. */
  readonly first: Edition;
  /** Of the world's layer; absent where it has none. */
  readonly alterations?: AlterationReader;
  readonly kept: KeptDocuments;
  readonly now: () => Date;
  readonly removedEvseDays?: number;
}

export interface MirrorAtlas extends Atlas {
  /** The next edition. */
  take(edition: Edition): void;
  /** Lets go of files. */
  close(): void;
}

export function mirrorAtlas(options: MirrorOptions): MirrorAtlas {
  const { store, first, alterations: reader, kept, now } = options;
  const altered = new Map<ContentId, unknown>();
  let trust = first.trust;
  let { seq } = first;
  const currentTrust: StatusTrust | undefined = trust && (() => trust ?? new Map());
  const documents = currentTrust ? documentsAsBelieved(documentsOf(store), currentTrust, now) : documentsOf(store);
  const world = keepingWorld(
    indexedWorld,
    kept,
  )({
    now,
    removedEvseDays: options.removedEvseDays ?? REMOVED_EVSE_DAYS,
    documents: reader === undefined ? documents : documentsAsAltered(documents, altered, reader),
    removalOf: removalsOf(store),
    ...(currentTrust && { statusesHoldUntil: (site) => statusesBelievedUntil(site, currentTrust()) }),
  });
  for (const source of store.sources()) tellSource(source);
  for (const record of store.tariffs()) world.apply({ kind: 'tariff', record });
  take(first);

  function tellSource(source: SourceInfo): void {
    world.apply({ kind: 'source', source: currentTrust ? confirmedBy(source, currentTrust) : source });
  }

  function take(edition: Edition): void {
    ({ seq, trust = trust } = edition);
    for (const [contentId, alteration] of edition.alterations) {
      if (alteration === undefined) altered.delete(contentId);
      else altered.set(contentId, alteration);
    }
    for (const change of edition.changes) apply(change);
    world.learner?.learn(edition.index);
  }

  function apply(change: MirroredChange): void {
    if (change.kind === 'source') tellSource(change.source);
    // As it was, it is gone; as it is, it stands in a segment that comes with the same edition.
    else if (change.kind === 'location') world.apply({ ...gone, contentId: change.contentId });
    else world.apply(change);
  }

  const atlas = atlasAt(world, () => seq);
  return Object.assign(Object.create(atlas) as Atlas, {
    site(contentId: ContentId) {
      const site = atlas.site(contentId);
      const alias = site === undefined ? reader?.aliasIn(altered.get(contentId)) : undefined;
      return alias === undefined ? site : atlas.site(alias);
    },
    take,
    close: () => world.close?.(),
  });
}

const gone = { kind: 'removal', removedAt: '', reason: '' } as const;

function documentsAsAltered(
  documents: Documents,
  altered: ReadonlyMap<ContentId, unknown>,
  { alter }: AlterationReader,
): Documents {
  return {
    read(contentId) {
      const record = documents.read(contentId);
      const alteration = altered.get(contentId);
      return record === undefined || alteration === undefined ? record : alter(record, alteration);
    },
  };
}
