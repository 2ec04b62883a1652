/**
 * What operators have decided about twins, in a small SQLite file of its own: what follows from the store is made anew
 * when it is lost, this is not. Several processes share it: `pantograph twins` writes while a server reads.
 */
import type { ContentId } from '@pantograph/model/location';
import { openSmallDatabase } from '../small-database.ts';
import type { TwinDecisions } from './twin-rule.ts';

/** Of a split either the id or the place is given. */
export type TwinDecision =
  | { readonly kind: 'split'; readonly id: string; readonly decidedAt: string }
  | { readonly kind: 'split'; readonly contentId: ContentId; readonly decidedAt: string }
  | { readonly kind: 'pin'; readonly id: string; readonly contentId: ContentId; readonly decidedAt: string };

export interface DecisionStore {
  list(): readonly TwinDecision[];
  /** As `judgeCopies` asks of it. */
  current(): TwinDecisions;
  /** A later pin of the same id takes the place of an earlier one. */
  add(decision: TwinDecision): void;
  /** Takes back what was decided of an id or a place, or everything; returns how many decisions that were. */
  reset(of?: { readonly id?: string; readonly contentId?: ContentId }): number;
  /** Another text whenever some process has changed something. */
  version(): string;
  close(): void;
}

const schema = `
  create table if not exists decision (
    kind text not null, id text not null, content_id text not null, decided_at text not null
  ) strict;
  create unique index if not exists pin_of_id on decision (id) where kind = 'pin';
  create unique index if not exists split_once on decision (id, content_id) where kind = 'split'`;

/** @param path of the database file; made where there is none */
export function openTwinDecisions(path: string): DecisionStore {
  const database = openSmallDatabase(path, schema);
  const all = database.prepare('select kind, id, content_id, decided_at from decision order by rowid');
  const insert = database.prepare(
    'insert or replace into decision (kind, id, content_id, decided_at) values (?, ?, ?, ?)',
  );
  const drop = database.prepare(
    "delete from decision where (:id <> '' and id = :id) or (:place <> '' and content_id = :place)",
  );
  const dropAll = database.prepare('delete from decision');
  const dataVersion = database.prepare('pragma data_version');
  let own = 0;

  const list = (): readonly TwinDecision[] =>
    all
      .all()
      .map((row) =>
        readDecision(String(row['kind']), String(row['id']), String(row['content_id']), String(row['decided_at'])),
      );

  return {
    list,
    current: () => decisionsIn(list()),
    add(decision) {
      own++;
      const id = 'id' in decision ? decision.id : '';
      const contentId = 'contentId' in decision ? decision.contentId : '';
      insert.run(decision.kind, id, contentId, decision.decidedAt);
    },
    reset(of) {
      own++;
      const { changes } = of === undefined ? dropAll.run() : drop.run({ id: of.id ?? '', place: of.contentId ?? '' });
      return Number(changes);
    },
    version: () => `${String(dataVersion.get()?.['data_version'])}.${String(own)}`,
    close: () => database.close(),
  };
}

function readDecision(kind: string, id: string, place: string, decidedAt: string): TwinDecision {
  const contentId = place as ContentId;
  if (kind === 'pin') return { kind, id, contentId, decidedAt };
  return id === '' ? { kind: 'split', contentId, decidedAt } : { kind: 'split', id, decidedAt };
}

function decisionsIn(list: readonly TwinDecision[]): TwinDecisions {
  const splitIds = new Set<string>();
  const splitPlaces = new Set<ContentId>();
  const pins = new Map<string, ContentId>();
  for (const decision of list) {
    if (decision.kind === 'pin') pins.set(decision.id, decision.contentId);
    else if ('id' in decision) splitIds.add(decision.id);
    else splitPlaces.add(decision.contentId);
  }
  return { splitIds, splitPlaces, pins };
}
