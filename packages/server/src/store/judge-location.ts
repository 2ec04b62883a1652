/** What becomes of a location that arrives, given what is known of it. The same for every store. */
import type { EvseStatus } from '@pantograph/model/location';
import { compareInstants } from './instants.ts';
import { indexOfEvse, judgeStatus } from './judge-status.ts';
import type { LocationTexts, PreparedLocation } from './prepared-location.ts';
import { sameContent } from './static-document.ts';
import type { Outcome } from './store.ts';

type ArrivedEvse = PreparedLocation['evses'][number];

export interface KnownLocation extends LocationTexts {
  /** The newest the source has said, which may be newer than the document's own where nothing else differed. */
  readonly lastUpdated: string;
  readonly statuses: readonly EvseStatus[];
  readonly removed: boolean;
}

export interface LocationVerdict {
  readonly outcome: Outcome;
  /** To be written; absent: what is there stays. */
  readonly texts?: LocationTexts;
  readonly lastUpdated: string;
  readonly statuses: readonly EvseStatus[];
  /** What followers of the log must hear: the location as a whole, or these of its statuses only. */
  readonly visible: 'location' | readonly EvseStatus[];
}

/** A removed location is there again, whatever its date says: the source would not send it otherwise. */
export function judgeLocation(arrived: PreparedLocation, receivedAt: string, known: KnownLocation): LocationVerdict {
  const { lastUpdated, document, notices } = arrived;
  if (compareInstants(lastUpdated, known.lastUpdated) < 0) return judgeOlder(arrived, receivedAt, known);
  const { statuses, changed } = judgeEvses(arrived.evses, receivedAt, known.statuses);
  if (!sameContent(known.document, document)) {
    return { outcome: 'changed', texts: { document, notices }, lastUpdated, statuses, visible: 'location' };
  }
  const verdict = { lastUpdated, statuses, ...outcomeOf(known, changed, 'unchanged') };
  return known.notices === notices ? verdict : { ...verdict, texts: { document: known.document, notices } };
}

/** The statuses a location brings along that is new. */
export function statusesOf({ evses }: PreparedLocation, receivedAt: string): readonly EvseStatus[] {
  return evses.map((evse) => claimOf(evse, receivedAt));
}

/** An older document is not taken, but its EVSEs are heard where they know something newer. */
function judgeOlder(arrived: PreparedLocation, receivedAt: string, known: KnownLocation): LocationVerdict {
  const statuses = [...known.statuses];
  const changed: EvseStatus[] = [];
  arrived.evses.forEach((evse, position) => {
    const index = indexOfEvse(statuses, evse.uid, position);
    const current = statuses[index];
    if (current === undefined) return;
    const heard = { ...claimOf(evse, receivedAt), uid: current.uid };
    // For the same instant, the document that is newer as a whole is believed.
    if (compareInstants(heard.observedAt, current.observedAt) === 0 || judgeStatus(current, heard) !== 'changed')
      return;
    statuses[index] = heard;
    changed.push(heard);
  });
  return { lastUpdated: known.lastUpdated, statuses, ...outcomeOf(known, changed, 'stale') };
}

/** The document decides which EVSEs there are; each one's status is the newer of the document's and the known one. */
function judgeEvses(evses: readonly ArrivedEvse[], receivedAt: string, known: readonly EvseStatus[]) {
  const changed: EvseStatus[] = [];
  const statuses = evses.map((evse, position): EvseStatus => {
    const claim = claimOf(evse, receivedAt);
    const current = known[indexOfEvse(known, evse.uid, position)];
    if (current === undefined) return claim;
    if (judgeStatus(current, claim) !== 'changed') {
      return current.uid === claim.uid ? current : { ...current, uid: claim.uid };
    }
    changed.push(claim);
    return claim;
  });
  return { statuses, changed };
}

/** For a document that stays as it is. */
function outcomeOf(
  known: KnownLocation,
  changed: readonly EvseStatus[],
  otherwise: Outcome,
): Pick<LocationVerdict, 'outcome' | 'visible'> {
  if (known.removed) return { outcome: 'changed', visible: 'location' };
  return { outcome: changed.length > 0 ? 'changed' : otherwise, visible: changed };
}

function claimOf(evse: ArrivedEvse, receivedAt: string): EvseStatus {
  return { uid: evse.uid, status: evse.status, observedAt: evse.last_updated, receivedAt };
}
