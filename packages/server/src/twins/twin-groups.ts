/** The places that share an EVSE id with another, and what is known of them. Only these are in memory. */
import type { ContentId, EvseStatus } from '@pantograph/model/location';
import type { Documents } from '../atlas/world.ts';
import type { IdTable } from './id-table.ts';
import type { Judgement } from './judge-copies.ts';
import { judgeCopies } from './judge-copies.ts';
import type { PlaceFacts } from './place-facts.ts';
import { factsOf, withStatus } from './place-facts.ts';
import type { PlaceView } from './place-view.ts';
import { plainView, viewOf } from './place-view.ts';
import type { TwinDecisions, TwinRule } from './twin-rule.ts';

interface GroupsOptions {
  readonly table: Pick<IdTable, 'idsAt' | 'placesWith' | 'shared'>;
  readonly documents: Documents;
  readonly rule: TwinRule;
  readonly decisions: () => TwinDecisions;
}

const MOST_JUDGEMENTS = 4096;

export class TwinGroups {
  readonly #options: GroupsOptions;
  readonly #members = new Map<string, readonly ContentId[]>();
  readonly #ids = new Map<ContentId, Set<string>>();
  /** Read when they are needed. */
  readonly #facts = new Map<ContentId, PlaceFacts>();
  /** As long as nothing changes; one change of a place asks for the same of each of its partners. */
  readonly #judgements = new Map<string, Judgement>();
  /** Places that were looked up by themselves, until everything is there. */
  #lookedUp: Set<ContentId> | undefined = new Set();

  constructor(options: GroupsOptions) {
    this.#options = options;
  }

  /** Reads who shares ids with whom, an id at each step. Until it has come to its end, places are looked up one by one. */
  *load(): Generator<void> {
    if (this.#lookedUp === undefined) return;
    for (const id of this.#options.table.shared()) {
      this.refresh(id);
      yield;
    }
    this.#lookedUp = undefined;
  }

  loadAtOnce(): void {
    const steps = this.load();
    while (steps.next().done !== true);
  }

  #lookUp(contentId: ContentId): void {
    if (this.#lookedUp?.has(contentId) !== false) return;
    this.#lookedUp.add(contentId);
    const { table, documents } = this.#options;
    const ordinal = documents.read(contentId)?.ordinal;
    if (ordinal !== undefined) for (const id of table.idsAt(ordinal)) this.refresh(id);
  }

  /** Looks up again who has the id. */
  refresh(id: string): void {
    this.#judgements.clear();
    const { table, rule } = this.#options;
    // One more than there may be tells that there are too many.
    const found = table.placesWith(id, rule.mostCopies + 1);
    const members = found.length > 1 ? found : [];
    for (const contentId of this.#members.get(id) ?? []) {
      if (!members.includes(contentId)) this.#leave(contentId, id);
    }
    for (const contentId of members) {
      const ids = this.#ids.get(contentId);
      if (ids === undefined) this.#ids.set(contentId, new Set([id]));
      else ids.add(id);
    }
    if (members.length === 0) this.#members.delete(id);
    else this.#members.set(id, members);
  }

  #leave(contentId: ContentId, id: string): void {
    const ids = this.#ids.get(contentId);
    ids?.delete(id);
    if (ids?.size !== 0) return;
    this.#ids.delete(contentId);
    this.#facts.delete(contentId);
  }

  /** Ids that several places have. */
  ids(): Iterable<string> {
    return this.#members.keys();
  }

  places(): Iterable<ContentId> {
    return this.#ids.keys();
  }

  has(contentId: ContentId): boolean {
    this.#lookUp(contentId);
    return this.#ids.has(contentId);
  }

  idsOf(contentId: ContentId): Iterable<string> {
    this.#lookUp(contentId);
    return this.#ids.get(contentId) ?? [];
  }

  membersOf(id: string): readonly ContentId[] {
    return this.#members.get(id) ?? [];
  }

  /** Other places whose view depends on this one. */
  partnersOf(contentId: ContentId): ReadonlySet<ContentId> {
    const partners = new Set<ContentId>();
    for (const id of this.idsOf(contentId)) {
      for (const member of this.membersOf(id)) if (member !== contentId) partners.add(member);
    }
    return partners;
  }

  /** To be judged anew: something else was decided. */
  judgeAnew(): void {
    this.#judgements.clear();
  }

  put(facts: PlaceFacts): void {
    this.#judgements.clear();
    if (this.has(facts.contentId)) this.#facts.set(facts.contentId, facts);
  }

  putStatus(contentId: ContentId, status: EvseStatus): void {
    const facts = this.factsOf(contentId);
    if (facts !== undefined) this.put(withStatus(facts, status));
  }

  /** To be read anew when it is needed. */
  forget(contentId: ContentId): void {
    this.#judgements.clear();
    this.#facts.delete(contentId);
  }

  factsOf(contentId: ContentId): PlaceFacts | undefined {
    const known = this.#facts.get(contentId);
    if (known !== undefined) return known;
    const record = this.#options.documents.read(contentId);
    const facts = record && factsOf(record);
    if (facts !== undefined) this.put(facts);
    return facts;
  }

  judge(id: string): Judgement {
    const known = this.#judgements.get(id);
    if (known !== undefined) return known;
    const { rule, decisions } = this.#options;
    const members = this.membersOf(id);
    if (members.length > rule.mostCopies) return { twins: [], finding: 'tooMany' };
    const places = members.flatMap((contentId) => this.factsOf(contentId) ?? []);
    const judgement = judgeCopies(id, places, rule, decisions());
    if (this.#judgements.size >= MOST_JUDGEMENTS) this.#judgements.clear();
    this.#judgements.set(id, judgement);
    return judgement;
  }

  view(contentId: ContentId): PlaceView {
    if (!this.has(contentId)) return plainView;
    const facts = this.factsOf(contentId);
    if (facts === undefined) return plainView;
    return viewOf(
      facts,
      [...this.idsOf(contentId)].flatMap((id) => this.judge(id).twins),
    );
  }
}
