/**
 * Shows an EVSE once, however many places tell of it. It is told what sources say, and tells the world below what is to
 * be seen of that: a change touches the places that share an id with the one that has changed, and no others.
 */
import type { ContentId } from '@pantograph/model/location';
import type { PlaceRecord } from '../atlas/place-record.ts';
import type { Documents, World, WorldChange } from '../atlas/world.ts';
import { logAfter } from '../store/read-log.ts';
import type { Store } from '../store/store.ts';
import { cursorAt, cursorIn, putPlace } from './bring-up.ts';
import type { DecisionStore } from './decision-store.ts';
import type { Cursor, IdTable } from './id-table.ts';
import { factsOf, idsIn } from './place-facts.ts';
import type { PlaceView } from './place-view.ts';
import { asShown } from './place-view.ts';
import { ShownPlaces } from './shown-places.ts';
import { TwinGroups } from './twin-groups.ts';
import type { TwinDecisions, TwinRule } from './twin-rule.ts';
import { changedBetween } from './twin-rule.ts';

interface TwinningOptions {
  readonly store: Pick<Store, 'seq' | 'log' | 'location' | 'locations'>;
  readonly table: IdTable;
  readonly decisions: Pick<DecisionStore, 'current' | 'version'>;
  readonly documents: Documents;
  readonly inner: World;
  readonly rule: TwinRule;
  /** Calls back when others have had their turn. */
  readonly nextTurn: (work: () => void) => void;
  readonly placesPerTurn: number;
  readonly onView: (contentId: ContentId, view: PlaceView) => void;
}

const ENTRIES_PER_LOOK = 500;

export class Twinning {
  readonly shown: ShownPlaces;
  readonly #options: TwinningOptions;
  readonly #groups: TwinGroups;
  /** Where the table stood in the log; absent: it has to be made. */
  readonly #start: Cursor | undefined;
  #decisions: TwinDecisions;
  #version: string;
  /** The world is being filled with what the table knows already. */
  #isLoading: boolean;
  /** The table is not yet as the log is. */
  #isBehind = true;
  #toldUpTo = 0;
  #written = -1;

  constructor(options: TwinningOptions) {
    const { store, table, decisions, documents, inner, rule } = options;
    this.#options = options;
    this.#version = decisions.version();
    this.#decisions = decisions.current();
    this.#start = cursorIn(table, store);
    this.#isLoading = this.#start !== undefined;
    if (this.#start === undefined) {
      table.clear();
      table.beginFilling();
    }
    this.#groups = new TwinGroups({ table, documents, rule, decisions: () => this.#decisions });
    this.shown = new ShownPlaces({
      groups: this.#groups,
      documents,
      inner,
      onAltered: (contentId) => table.noteAltered(contentId),
      onView: options.onView,
    });
  }

  apply(change: WorldChange): void {
    switch (change.kind) {
      case 'location': {
        if (this.#isLoading) this.#groups.loadAtOnce();
        const touched = this.#learn(change.record);
        this.shown.tell(change.record);
        this.#review(touched);
        break;
      }
      case 'status': {
        const { contentId, status } = change;
        if (!this.#groups.has(contentId)) this.#options.inner.apply(change);
        else {
          this.#groups.putStatus(contentId, status);
          this.shown.tellStatus(contentId, status);
          this.#review(this.#groups.partnersOf(contentId));
        }
        break;
      }
      case 'removal': {
        const touched = this.#unlearn(change.contentId);
        this.#options.inner.apply(change);
        this.shown.forget(change.contentId);
        this.#review(touched);
        break;
      }
      default:
        this.#options.inner.apply(change);
    }
  }

  read(contentId: ContentId): PlaceRecord | undefined {
    const record = this.#options.documents.read(contentId);
    if (record === undefined || !this.#groups.has(contentId)) return record;
    return asShown(record, this.#groups.view(contentId));
  }

  /** The place that shows what this one told. */
  aliasOf(contentId: ContentId): ContentId | undefined {
    return this.#groups.view(contentId).aliasOf;
  }

  /** Places are still looked at that are in the log or in the world. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  began(seq: number, told: boolean): void {
    const { table } = this.#options;
    const isComplete = told && this.#start === undefined;
    this.#toldUpTo = seq;
    this.#isLoading = false;
    if (told) {
      table.clearAltered();
      for (const contentId of this.shown.altered()) table.noteAltered(contentId);
    }
    if (isComplete) this.#finish();
    else this.#inTurns(this.#bringUp(seq, told));
  }

  caughtUp(seq: number): void {
    this.#toldUpTo = seq;
    this.#options.table.commit();
  }

  /** Takes up what operators have decided, and writes down how far the table has come. */
  refresh(): void {
    const version = this.#options.decisions.version();
    if (version !== this.#version) {
      this.#version = version;
      this.#decide(this.#options.decisions.current());
    }
    this.writeDown();
  }

  writeDown(): void {
    const { table, store } = this.#options;
    if (!this.#isBehind && this.#written !== this.#toldUpTo) {
      table.setCursor(cursorAt(store, this.#toldUpTo));
      table.setFigures({ seq: this.#toldUpTo, ...this.shown.counts });
      this.#written = this.#toldUpTo;
    }
    table.commit();
  }

  #decide(decisions: TwinDecisions): void {
    const { ids, places } = changedBetween(this.#decisions, decisions);
    this.#decisions = decisions;
    this.#groups.judgeAnew();
    const touched = new Set<ContentId>(places);
    for (const place of places) for (const id of this.#groups.idsOf(place)) ids.add(id);
    for (const id of ids) for (const member of this.#groups.membersOf(id)) touched.add(member);
    this.#written = -1;
    this.#review(touched);
  }

  /** Returns the places that may be shown otherwise now. */
  #learn(record: PlaceRecord): ReadonlySet<ContentId> {
    const { contentId, ordinal } = record;
    const groups = this.#groups;
    const touched = new Set(groups.partnersOf(contentId));
    if (!this.#isLoading && ordinal !== undefined) {
      this.#refreshIds(this.#options.table.put(ordinal, contentId, idsIn(record)));
    }
    if (!groups.has(contentId)) return touched;
    const facts = factsOf(record);
    if (facts !== undefined) groups.put(facts);
    for (const partner of groups.partnersOf(contentId)) touched.add(partner);
    return touched;
  }

  #unlearn(contentId: ContentId): ReadonlySet<ContentId> {
    const { store, table } = this.#options;
    const touched = this.#groups.partnersOf(contentId);
    const ordinal = this.#isLoading ? undefined : store.location(contentId)?.ordinal;
    if (ordinal !== undefined) this.#refreshIds(table.remove(ordinal));
    this.#groups.forget(contentId);
    return touched;
  }

  #refreshIds(ids: Iterable<string>): void {
    for (const id of ids) this.#groups.refresh(id);
  }

  #review(places: Iterable<ContentId>): void {
    for (const contentId of places) {
      // What is still to come is told when it comes.
      if (!this.#isLoading || this.shown.wasTold(contentId)) this.shown.review(contentId);
    }
  }

  *#bringUp(upTo: number, told: boolean): Generator<void> {
    const { table } = this.#options;
    yield* this.#groups.load();
    if (this.#start === undefined) yield* this.#fill();
    else yield* this.#follow(this.#start, upTo);
    if (told) return;
    // Whoever wrote the world down may have seen other twins in it.
    for (const contentId of new Set([...table.altered(), ...this.#groups.places()])) {
      this.shown.tellAgain(contentId);
      yield;
    }
  }

  *#fill(): Generator<void> {
    const { store, table } = this.#options;
    for (const stored of store.locations()) {
      if (stored.removal !== undefined) continue;
      this.#refreshIds(putPlace(table, stored));
      this.#review([stored.contentId, ...this.#groups.partnersOf(stored.contentId)]);
      yield;
    }
  }

  *#follow(from: Cursor, upTo: number): Generator<void> {
    const { store, documents } = this.#options;
    let at = from.seq;
    while (at < upTo) {
      const entries = logAfter(store, at, ENTRIES_PER_LOOK);
      if (entries === undefined) {
        yield* this.#fill();
        return;
      }
      for (const entry of entries) {
        at = entry.seq;
        if (entry.kind !== 'location' && entry.kind !== 'removal') continue;
        const record = documents.read(entry.contentId);
        const touched = record === undefined ? this.#unlearn(entry.contentId) : this.#learn(record);
        this.#review([entry.contentId, ...touched]);
        yield;
      }
      if (entries.length === 0) return;
    }
  }

  #inTurns(work: Iterator<void>): void {
    for (let count = 0; count < this.#options.placesPerTurn; count++) {
      if (work.next().done !== true) continue;
      this.#finish();
      return;
    }
    // What is written at random places is better written at once.
    if (this.#start !== undefined) this.#options.table.commit();
    this.#options.nextTurn(() => this.#inTurns(work));
  }

  #finish(): void {
    this.#isBehind = false;
    this.writeDown();
    this.#options.table.endFilling();
  }
}
