/** Twins in a store as they stand now, for those who look after the data: worked out beside a server or without one. */
import { existsSync } from 'node:fs';
import type { ContentId, EvseStatus, ObjectKey } from '@pantograph/model/location';
import type { Store } from '../store/store.ts';
import { bringUp, fill } from './bring-up.ts';
import { openTwinDecisions } from './decision-store.ts';
import type { IdTable } from './id-table.ts';
import { openIdTable } from './id-table.ts';
import type { Copy, Judgement, Reason, Twins } from './judge-copies.ts';
import { TableFailure } from './table-file.ts';
import { TwinGroups } from './twin-groups.ts';
import type { TwinDecisions } from './twin-rule.ts';
import { noDecisions, usualRule } from './twin-rule.ts';

type ReportStore = Pick<Store, 'seq' | 'log' | 'location' | 'locations'>;

export interface ReportedCopy {
  readonly contentId: ContentId;
  readonly key: ObjectKey;
  readonly name?: string;
  readonly address: string;
  readonly evse: { readonly uid: string; readonly evseId?: string };
  readonly status: Pick<EvseStatus, 'status' | 'observedAt'>;
  /** When the location was last heard of, UTC. */
  readonly heardAt: string;
  readonly isShown: boolean;
  /** The status shown is this one's. */
  readonly isTold: boolean;
}

export interface ReportedTwins {
  /** Normalised. */
  readonly id: string;
  readonly reason: Reason;
  readonly copies: readonly ReportedCopy[];
}

/** What several places tell of and is shown in each of them all the same. */
export interface ReportedFinding {
  readonly id: string;
  readonly finding: NonNullable<Judgement['finding']>;
  readonly places: readonly ContentId[];
}

export interface ReportedPlace {
  readonly contentId: ContentId;
  readonly key: ObjectKey;
  readonly name?: string;
  readonly aliasOf?: ContentId;
  readonly evses: number;
  readonly hidden: number;
}

export interface TwinReport {
  twins(): Iterable<ReportedTwins>;
  findings(): Iterable<ReportedFinding>;
  /** Places of which not everything is shown. */
  hiddenPlaces(): Iterable<ReportedPlace>;
  /** Of an id, normalised. */
  ofId(id: string): { readonly twins: readonly ReportedTwins[]; readonly finding?: ReportedFinding };
  ofPlace(contentId: ContentId): ReportedPlace | undefined;
  /** Normalised ids of EVSEs that other places tell of too. */
  sharedIds(contentId: ContentId): readonly string[];
  close(): void;
}

/** @param files that need not be there: none is made */
export function openTwinReport(
  files: { readonly twins: string; readonly twinDecisions: string },
  store: ReportStore,
): TwinReport {
  const table = currentTable(files.twins, store);
  const decisions = decisionsIn(files.twinDecisions);
  return { ...reportOf(table, decisions, store), close: () => table.close() };
}

function decisionsIn(file: string): TwinDecisions {
  if (!existsSync(file)) return noDecisions;
  const store = openTwinDecisions(file);
  try {
    return store.current();
  } finally {
    store.close();
  }
}

/** The one a server keeps, where there is one. */
function currentTable(file: string, store: ReportStore): IdTable {
  if (existsSync(file)) {
    const kept = keptTable(file, store);
    if (kept !== undefined) return kept;
  }
  const table = openIdTable(':memory:');
  fill(table, store);
  return table;
}

/** `undefined` where there is nothing in it to go on from, or a server is busy making it. */
function keptTable(file: string, store: ReportStore): IdTable | undefined {
  let table: IdTable | undefined;
  try {
    table = openIdTable(file);
    if (bringUp(table, store)) return table;
  } catch (error) {
    if (!(error instanceof TableFailure)) throw error;
  }
  table?.close();
  return undefined;
}

function reportOf(table: IdTable, decisions: TwinDecisions, store: ReportStore): Omit<TwinReport, 'close'> {
  const read = (contentId: ContentId) => {
    const stored = store.location(contentId);
    return stored?.removal === undefined ? stored : undefined;
  };
  const groups = new TwinGroups({ table, documents: { read }, rule: usualRule, decisions: () => decisions });
  groups.loadAtOnce();

  function reported({ id, reason, copies, shown, told }: Twins): ReportedTwins {
    return { id, reason, copies: copies.flatMap((copy) => reportedCopy(copy, copy === shown, copy === told)) };
  }

  function reportedCopy({ place, evse }: Copy, isShown: boolean, isTold: boolean): readonly ReportedCopy[] {
    const stored = read(place.contentId);
    if (stored === undefined) return [];
    const { key, location } = stored;
    const evseId = location.evses.find(({ uid }) => uid === evse.uid)?.evse_id;
    const { status, observedAt } = evse.status;
    return [
      {
        contentId: place.contentId,
        key,
        ...(location.name !== undefined && { name: location.name }),
        address: `${location.address}, ${location.city}`,
        evse: { uid: evse.uid, ...(evseId !== undefined && { evseId }) },
        status: { status, observedAt },
        heardAt: new Date(place.freshAt).toISOString(),
        isShown,
        isTold,
      },
    ];
  }

  function ofId(id: string): ReturnType<TwinReport['ofId']> {
    const { twins, finding } = groups.judge(id);
    const places = groups.membersOf(id);
    return { twins: twins.map(reported), ...(finding && { finding: { id, finding, places } }) };
  }

  function ofPlace(contentId: ContentId): ReportedPlace | undefined {
    const stored = read(contentId);
    if (stored === undefined) return undefined;
    const { hidden, aliasOf } = groups.view(contentId);
    const { key, location } = stored;
    return {
      contentId,
      key,
      ...(location.name !== undefined && { name: location.name }),
      ...(aliasOf && { aliasOf }),
      evses: location.evses.length,
      hidden: hidden.size,
    };
  }

  return {
    *twins() {
      for (const id of groups.ids()) yield* ofId(id).twins;
    },
    *findings() {
      for (const id of groups.ids()) {
        const { finding } = ofId(id);
        if (finding !== undefined) yield finding;
      }
    },
    *hiddenPlaces() {
      for (const contentId of groups.places()) {
        const place = ofPlace(contentId);
        if (place !== undefined && place.hidden > 0) yield place;
      }
    },
    ofId,
    ofPlace,
    sharedIds: (contentId) => [...groups.idsOf(contentId)],
  };
}
