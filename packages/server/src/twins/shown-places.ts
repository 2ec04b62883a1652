/** What the world below was told of places that have twins, and what it is to be told next. */
import type { ContentId, EvseStatus } from '@pantograph/model/location';
import type { PlaceRecord } from '../atlas/place-record.ts';
import type { Documents, World } from '../atlas/world.ts';
import type { PlaceView } from './place-view.ts';
import { asShown, isPlain, lentStatus, plainView, sameShape, sameStatus } from './place-view.ts';
import type { TwinGroups } from './twin-groups.ts';

export interface HiddenCounts {
  /** EVSEs that are shown once and told of by several places. */
  readonly twins: number;
  readonly hiddenEvses: number;
  /** Places of which nothing is left to show. */
  readonly aliases: number;
}

interface Below {
  readonly groups: TwinGroups;
  readonly documents: Documents;
  readonly inner: World;
  /** Called for each place that is about to be shown otherwise than its source tells it. */
  readonly onAltered: (contentId: ContentId) => void;
  /** Called with what is shown of a place from now on, before `inner` is told. */
  readonly onView: (contentId: ContentId, view: PlaceView) => void;
}

export class ShownPlaces {
  readonly #below: Below;
  readonly #views = new Map<ContentId, PlaceView>();
  readonly #counts = { twins: 0, hiddenEvses: 0, aliases: 0 };

  constructor(below: Below) {
    this.#below = below;
  }

  get counts(): HiddenCounts {
    return { ...this.#counts };
  }

  wasTold(contentId: ContentId): boolean {
    return this.#views.has(contentId);
  }

  /** The source tells of the whole place. */
  tell(record: PlaceRecord): void {
    const view = this.#below.groups.view(record.contentId);
    this.#note(record.contentId, view);
    this.#below.inner.apply({ kind: 'location', record: asShown(record, view) });
  }

  /** The place is as it was, but may be shown otherwise. */
  review(contentId: ContentId): void {
    const { groups } = this.#below;
    const before = this.#views.get(contentId) ?? plainView;
    const view = groups.view(contentId);
    if (!sameShape(before, view)) this.tellAgain(contentId);
    else this.#tellStatuses(contentId, before, view);
  }

  tellAgain(contentId: ContentId): void {
    const record = this.#below.documents.read(contentId);
    // Where it is gone, the log will say so.
    if (record !== undefined) this.tell(record);
  }

  /** The source tells of one EVSE, which the groups know already. */
  tellStatus(contentId: ContentId, status: EvseStatus): void {
    const before = this.#views.get(contentId) ?? plainView;
    const view = this.#below.groups.view(contentId);
    if (!sameShape(before, view)) {
      this.tellAgain(contentId);
      return;
    }
    this.#tellStatuses(contentId, before, view);
    const isTold = view.hidden.has(status.uid) || view.told.has(status.uid) || before.told.has(status.uid);
    if (!isTold) this.#below.inner.apply({ kind: 'status', contentId, status });
  }

  forget(contentId: ContentId): void {
    this.#note(contentId, plainView);
  }

  #tellStatuses(contentId: ContentId, before: PlaceView, view: PlaceView): void {
    this.#note(contentId, view);
    if (before.told.size === 0 && view.told.size === 0) return;
    const facts = this.#below.groups.factsOf(contentId);
    if (facts === undefined) return this.tellAgain(contentId);
    for (const uid of new Set([...before.told.keys(), ...view.told.keys()])) {
      const copy = view.told.get(uid);
      const known = before.told.get(uid);
      if (copy !== undefined && known !== undefined && sameStatus(copy, known)) continue;
      const own = facts.evses.find((evse) => evse.uid === uid)?.status;
      const status = copy === undefined ? own : lentStatus(copy, uid, facts.source);
      if (status !== undefined) this.#below.inner.apply({ kind: 'status', contentId, status });
    }
  }

  /** Places that are shown otherwise than their sources tell them. */
  *altered(): Generator<ContentId> {
    for (const [contentId] of this.alteredViews()) yield contentId;
  }

  *alteredViews(): Generator<readonly [ContentId, PlaceView]> {
    for (const entry of this.#views) if (!isPlain(entry[1])) yield entry;
  }

  #note(contentId: ContentId, view: PlaceView): void {
    const before = this.#views.get(contentId) ?? plainView;
    this.#count(before, -1);
    this.#count(view, 1);
    if (this.#below.groups.has(contentId)) this.#views.set(contentId, view);
    else this.#views.delete(contentId);
    if (isPlain(before) && !isPlain(view)) this.#below.onAltered(contentId);
    this.#below.onView(contentId, view);
  }

  #count({ shown, hidden, aliasOf }: PlaceView, sign: 1 | -1): void {
    this.#counts.twins += sign * shown;
    this.#counts.hiddenEvses += sign * hidden.size;
    if (aliasOf !== undefined) this.#counts.aliases += sign;
  }
}
