/**
 * Statuses fade, and come back, by time and by rule, without an entry in any log. While a server runs its atlas tells of
 * it; what faded or came back while none ran is found here, by asking for each status how it was shown then and now.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ContentId } from '@pantograph/model/location';
import type { SourceTrust } from '../atlas/status-trust.ts';
import { asBelieved } from '../atlas/status-trust.ts';
import type { Store } from '../store/store.ts';

export type TrustBySource = ReadonlyMap<string, SourceTrust>;

interface Moment {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly trust: TrustBySource;
}

export interface Fade {
  readonly contentId: ContentId;
  readonly uid: string;
}

const LOCATIONS_PER_TURN = 200;

/** @param tell hears of a turn's findings; may be called with none */
export async function findFades(
  store: Pick<Store, 'location' | 'contentIds'>,
  before: Moment,
  after: Moment,
  tell: (fades: readonly Fade[]) => void,
  stopped: () => boolean,
): Promise<void> {
  for (const name of new Set([...before.trust.keys(), ...after.trust.keys()])) {
    const then = before.trust.get(name) ?? {};
    const now = after.trust.get(name) ?? {};
    if (then.decayAfter === undefined && now.decayAfter === undefined) continue;
    let turn: Fade[] = [];
    let read = 0;
    for (const contentId of store.contentIds(name)) {
      for (const status of store.location(contentId)?.statuses ?? []) {
        const shownThen = asBelieved(status, then, before.time).status;
        const shownNow = asBelieved(status, now, after.time).status;
        if (shownThen !== shownNow) turn.push({ contentId, uid: status.uid });
      }
      if (++read % LOCATIONS_PER_TURN !== 0) continue;
      tell(turn);
      turn = [];
      await nextTurn();
      if (stopped()) return;
    }
    tell(turn);
  }
}

export function trustText(trust: TrustBySource): string {
  return JSON.stringify([...trust]);
}

export function readTrustText(text: string): TrustBySource {
  return new Map(JSON.parse(text) as [string, SourceTrust][]);
}
