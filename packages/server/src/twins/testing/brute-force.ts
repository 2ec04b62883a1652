/** What is to be shown of a store by the words of docs/twins.md, worked out from all of it at once: the oracle of tests. */
import { distanceMetres, positionOf } from '@pantograph/model/geo';
import type { ContentId, EvseStatus } from '@pantograph/model/location';
import type { Store, StoredLocation } from '../../store/store.ts';
import { normalEvseId } from '../normal-evse-id.ts';
import type { TwinDecisions, TwinRule } from '../twin-rule.ts';

interface Candidate {
  readonly id: string;
  readonly at: StoredLocation;
  readonly status: EvseStatus;
  readonly shownBy: { copy?: Candidate; status: EvseStatus; from: string };
}

export interface Expected {
  /** By place: what is shown of it; empty of an alias. */
  readonly evses: ReadonlyMap<ContentId, readonly string[]>;
  readonly aliases: ReadonlyMap<ContentId, ContentId>;
}

export function bruteForce(store: Store, rule: TwinRule, decisions: TwinDecisions): Expected {
  const places = [...store.locations()].filter(({ removal, location }) => removal === undefined && location.publish);
  const candidates = places.flatMap(candidatesOf);
  for (const id of new Set(candidates.map((candidate) => candidate.id))) {
    if (decisions.splitIds.has(id) || havingId(store, id) > rule.mostCopies) continue;
    const open = candidates.filter(({ id: its, at }) => its === id && !decisions.splitPlaces.has(at.contentId));
    for (const group of connected(open, rule.apartMetres)) if (group.length > 1) settle(group, rule, decisions);
  }
  const evses = new Map<ContentId, readonly string[]>();
  const aliases = new Map<ContentId, ContentId>();
  for (const place of places) {
    const lines: string[] = [];
    const elsewhere: ContentId[] = [];
    let visible = 0;
    for (const status of place.statuses) {
      const found = candidates.find(({ at, status: its }) => at === place && its === status);
      const showing = found?.shownBy.copy;
      if (showing !== undefined && showing !== found) {
        elsewhere.push(showing.at.contentId);
        continue;
      }
      if (status.status !== 'REMOVED') visible++;
      const { status: shown, from } = found?.shownBy ?? { status, from: place.key.source };
      lines.push(lineOf(status.uid, shown, from));
    }
    const [most] = elsewhere.sort(
      (a, b) => count(elsewhere, b) - count(elsewhere, a) || ordinalOf(store, a) - ordinalOf(store, b),
    );
    if (visible === 0 && most !== undefined) aliases.set(place.contentId, most);
    else evses.set(place.contentId, lines);
  }
  return { evses, aliases };
}

export function lineOf(uid: string, { status, observedAt }: EvseStatus, source: string): string {
  return `${uid} ${status} ${observedAt} ${source}`;
}

function candidatesOf(at: StoredLocation): Candidate[] {
  const found = at.location.evses.flatMap((evse, index): Candidate[] => {
    const id = normalEvseId(evse.evse_id);
    const status = at.statuses[index];
    if (id === undefined || status === undefined || status.status === 'REMOVED') return [];
    return [{ id, at, status, shownBy: { status, from: at.key.source } }];
  });
  return found.filter(({ id }) => found.filter((other) => other.id === id).length === 1);
}

function havingId(store: Store, id: string): number {
  return [...store.locations()].filter(
    ({ removal, location }) =>
      removal === undefined && location.evses.some((evse) => normalEvseId(evse.evse_id) === id),
  ).length;
}

/** By spreading a colour until nothing changes any more. */
function connected(candidates: readonly Candidate[], metres: number): readonly (readonly Candidate[])[] {
  const colours = candidates.map((_, index) => index);
  for (let changed = true; changed;) {
    changed = false;
    for (const [i, one] of candidates.entries()) {
      for (const [j, other] of candidates.entries()) {
        const [a = 0, b = 0] = [colours[i], colours[j]];
        const apart = distanceMetres(
          positionOf(one.at.location.coordinates),
          positionOf(other.at.location.coordinates),
        );
        if (a <= b || apart > metres) continue;
        colours[i] = b;
        changed = true;
      }
    }
  }
  return [...new Set(colours)].map((colour) => candidates.filter((_, index) => colours[index] === colour));
}

function settle(group: readonly Candidate[], rule: TwinRule, decisions: TwinDecisions): void {
  const byAge = [...group].sort((a, b) => a.at.ordinal - b.at.ordinal);
  const heard = ({ at }: Candidate): number =>
    Math.max(...at.statuses.filter(({ status }) => status !== 'REMOVED').map(seen));
  const newest = Math.max(...group.map(heard));
  const live = byAge.filter((one) => newest - heard(one) <= rule.windowMilliseconds);
  const [first] = live;
  const shown = byAge.find(({ id, at }) => decisions.pins.get(id) === at.contentId) ?? first;
  if (shown === undefined) return;
  const lastFirst = (among: readonly Candidate[]): Candidate | undefined =>
    [...among].sort((a, b) => seen(b.status) - seen(a.status) || Number(b === shown) - Number(a === shown))[0];
  const last = lastFirst(byAge) ?? shown;
  const knows = (one: Candidate): boolean => one.status.status !== 'UNKNOWN';
  const teller = knows(last) ? last : (lastFirst(live.filter(knows)) ?? last);
  for (const copy of group) {
    copy.shownBy.copy = shown;
    copy.shownBy.status = teller.status;
    copy.shownBy.from = teller.at.key.source;
  }
}

function seen({ observedAt, receivedAt }: EvseStatus): number {
  return Math.min(Date.parse(observedAt), Date.parse(receivedAt));
}

function count(list: readonly ContentId[], item: ContentId): number {
  return list.filter((one) => one === item).length;
}

function ordinalOf(store: Store, contentId: ContentId): number {
  return store.location(contentId)?.ordinal ?? 0;
}
