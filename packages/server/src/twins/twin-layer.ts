/** Twins as a layer of an atlas. A table that breaks while it is used is made anew, and the world goes on meanwhile. */
import type { ContentId } from '@pantograph/model/location';
import type { WorldLayer } from '../atlas/world-layer.ts';
import type { Documents, World } from '../atlas/world.ts';
import type { Store } from '../store/store.ts';
import type { DecisionStore } from './decision-store.ts';
import type { IdTable } from './id-table.ts';
import type { PlaceView } from './place-view.ts';
import type { HiddenCounts } from './shown-places.ts';
import { TableFailure } from './table-file.ts';
import { alterationOf } from './alterations.ts';
import { Twinning } from './twinning.ts';
import type { TwinRule } from './twin-rule.ts';
import { usualRule } from './twin-rule.ts';

export interface TwinLayerOptions {
  readonly store: Pick<Store, 'seq' | 'log' | 'location' | 'locations'>;
  readonly table: IdTable;
  /** An empty table in place of one that failed so. */
  readonly newTable: (failure: TableFailure) => IdTable;
  readonly decisions: Pick<DecisionStore, 'current' | 'version'>;
  readonly rule?: TwinRule;
  readonly onTrouble: (error: unknown) => void;
  /** Calls back when others have had their turn; default `setImmediate`. */
  readonly nextTurn?: (work: () => void) => void;
  /** How many places are looked at before others have their turn; default 200. */
  readonly placesPerTurn?: number;
}

const PLACES_PER_TURN = 200;

export interface TwinLayer extends WorldLayer {
  readonly counts: () => HiddenCounts;
  /** Places that are shown otherwise than their sources tell them. */
  readonly altered: () => Iterable<ContentId>;
  /** After a start it may take a while until every place was looked at. */
  readonly isBehind: () => boolean;
  /** Writes down how far it has come, and closes the table. */
  close(): void;
}

export function twinLayer(options: TwinLayerOptions): TwinLayer {
  const { store, decisions, rule = usualRule, onTrouble } = options;
  const { nextTurn = setImmediate, placesPerTurn = PLACES_PER_TURN } = options;
  let { table } = options;
  let below: Documents | undefined;
  let base: World | undefined;
  let twinning: Twinning | undefined;
  let toldUpTo = 0;
  let closed = false;
  const listeners: ((contentId: ContentId, alteration: unknown) => void)[] = [];

  function tellListeners(contentId: ContentId, view: PlaceView): void {
    if (listeners.length === 0) return;
    const alteration = alterationOf(view);
    for (const listener of listeners) listener(contentId, alteration);
  }

  function begin(documents: Documents, inner: World): Twinning {
    const waitForTurn = (work: () => void): void => nextTurn(() => closed || guarded(work));
    const told = { store, table, decisions, documents, inner, rule };
    return new Twinning({ ...told, nextTurn: waitForTurn, placesPerTurn, onView: tellListeners });
  }

  /** Where the table fails, what it held is found again in the store; `again`: and the work is done once more. */
  function guarded(work: () => void, again = false): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof TableFailure) || below === undefined || base === undefined) throw error;
      onTrouble(error);
      const altered = [...(twinning?.shown.altered() ?? [])];
      table = options.newTable(error);
      twinning = begin(below, base);
      for (const contentId of altered) table.noteAltered(contentId);
      twinning.began(toldUpTo, false);
      if (again) work();
    }
  }

  return {
    documents(documents) {
      below = documents;
      return { read: (contentId) => (twinning === undefined ? documents : twinning).read(contentId) };
    },
    world(inner) {
      const documents = below ?? { read: () => undefined };
      base = inner;
      guarded(() => {
        twinning = begin(documents, inner);
      });
      // Inherits all else, getters too.
      return Object.defineProperties(Object.create(inner) as World, {
        apply: { value: (change: Parameters<World['apply']>[0]) => guarded(() => twinning?.apply(change), true) },
        site: {
          value: (contentId: Parameters<World['site']>[0]) => {
            const site = inner.site(contentId);
            const alias = site === undefined ? twinning?.aliasOf(contentId) : undefined;
            return alias === undefined ? site : inner.site(alias);
          },
        },
      });
    },
    began(seq, told) {
      toldUpTo = seq;
      guarded(() => twinning?.began(seq, told));
    },
    edition() {
      let edition = '';
      guarded(() => {
        edition = table.edition();
      });
      return edition;
    },
    caughtUp(seq) {
      toldUpTo = seq;
      guarded(() => twinning?.caughtUp(seq));
    },
    refresh: () => guarded(() => twinning?.refresh()),
    alterations: {
      *all() {
        for (const [contentId, view] of twinning?.shown.alteredViews() ?? []) yield [contentId, alterationOf(view)];
      },
      listen: (listener) => {
        listeners.push(listener);
      },
    },
    counts: () => twinning?.shown.counts ?? { twins: 0, hiddenEvses: 0, aliases: 0 },
    altered: () => twinning?.shown.altered() ?? [],
    isBehind: () => twinning?.isBehind ?? true,
    close() {
      closed = true;
      try {
        twinning?.writeDown();
      } catch (error) {
        onTrouble(error);
      } finally {
        table.close();
      }
    },
  };
}
