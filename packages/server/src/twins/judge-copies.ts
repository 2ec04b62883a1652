/**
 * Which of the places that have one EVSE id are twins in it, which of them shows the EVSE, and whose status it shows. A
 * pure function of what is known now: neither the order in which things came nor the clock has a say.
 */
import { distanceMetres } from '@pantograph/model/geo';
import type { EvseFacts, PlaceFacts } from './place-facts.ts';
import { seenAt } from './place-facts.ts';
import type { TwinDecisions, TwinRule } from './twin-rule.ts';

export interface Copy {
  readonly place: PlaceFacts;
  readonly evse: EvseFacts;
}

/** `pinned`: an operator said so. `first`: of several that are live the one created first. `live`: no other is. */
export type Reason = 'pinned' | 'first' | 'live';

export interface Twins {
  readonly id: string;
  /** Two at least, in order of creation. */
  readonly copies: readonly Copy[];
  readonly shown: Copy;
  readonly reason: Reason;
  /** Whose status is shown. */
  readonly told: Copy;
}

export interface Judgement {
  /** Of one id, one for each neighbourhood that has several copies. */
  readonly twins: readonly Twins[];
  /** Why some copies are no twins although they have one id. */
  readonly finding?: 'apart' | 'tooMany' | 'split';
}

const nothing: Judgement = { twins: [] };

/** @param places that have the id, each once */
export function judgeCopies(
  id: string,
  places: readonly PlaceFacts[],
  rule: TwinRule,
  decisions: TwinDecisions,
): Judgement {
  if (places.length > rule.mostCopies) return { twins: [], finding: 'tooMany' };
  const all = places
    .flatMap((place): Copy[] => {
      const evse = place.byId.get(id);
      return evse === undefined ? [] : [{ place, evse }];
    })
    .sort((one, other) => one.place.ordinal - other.place.ordinal);
  if (all.length < 2) return nothing;
  if (decisions.splitIds.has(id)) return { twins: [], finding: 'split' };
  const copies = all.filter(({ place }) => !decisions.splitPlaces.has(place.contentId));
  const neighbourhoods = neighbourhoodsOf(copies, rule.apartMetres);
  const twins = neighbourhoods.filter(({ length }) => length > 1).map((near) => choose(id, near, rule, decisions));
  const finding = neighbourhoods.length > 1 ? 'apart' : copies.length < all.length ? 'split' : undefined;
  return { twins, ...(finding && { finding }) };
}

/** Copies that are near each other, if need be by way of others. In order of creation, as are those of each. */
function neighbourhoodsOf(copies: readonly Copy[], apartMetres: number): readonly (readonly Copy[])[] {
  let found: (readonly Copy[])[] = [];
  for (const copy of copies) {
    const isNear = (near: readonly Copy[]): boolean =>
      near.some(({ place }) => distanceMetres(place.position, copy.place.position) <= apartMetres);
    const joined = [...found.filter(isNear).flat(), copy];
    found = [...found.filter((near) => !isNear(near)), joined.sort((a, b) => a.place.ordinal - b.place.ordinal)];
  }
  return found.sort(([one], [other]) => (one?.place.ordinal ?? 0) - (other?.place.ordinal ?? 0));
}

function choose(id: string, copies: readonly Copy[], rule: TwinRule, decisions: TwinDecisions): Twins {
  const newest = Math.max(...copies.map(({ place }) => place.freshAt));
  const live = copies.filter(({ place }) => place.freshAt >= newest - rule.windowMilliseconds);
  const pinned = copies.find(({ place }) => place.contentId === decisions.pins.get(id));
  const [first] = live;
  const shown = pinned ?? first;
  if (shown === undefined) throw new RangeError('of several copies one at least is the newest');
  const reason = pinned === undefined ? (live.length > 1 ? 'first' : 'live') : 'pinned';
  return { id, copies, shown, reason, told: tellerOf(copies, live, shown) };
}

/**
 * Whoever saw the EVSE last. Where that one does not know, somebody live who does: a register that never says a status
 * must not silence a feed.
 */
function tellerOf(copies: readonly Copy[], live: readonly Copy[], shown: Copy): Copy {
  const last = newestOf(copies, shown);
  if (last.evse.status.status !== 'UNKNOWN') return last;
  const knowing = live.filter(({ evse }) => evse.status.status !== 'UNKNOWN');
  return knowing.length === 0 ? last : newestOf(knowing, shown);
}

/** Of copies as new as each other the one that is shown, else the first. */
function newestOf(copies: readonly Copy[], shown: Copy): Copy {
  const newest = Math.max(...copies.map(({ evse }) => seenAt(evse.status)));
  const last = copies.filter(({ evse }) => seenAt(evse.status) === newest);
  const [first = shown] = last;
  return last.includes(shown) ? shown : first;
}
