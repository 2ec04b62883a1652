/** Whether a claim about an EVSE's status replaces what is known. The same for every store. */
import type { EvseStatus } from '@pantograph/model/location';
import { compareInstants } from './instants.ts';

export type StatusVerdict = 'changed' | 'unchanged' | 'stale';

/**
 * By the source's time: older never replaces newer, newer always does (an equal value is then confirmed, and v3
 * `modified` moves), and of two claims for the same instant the one heard last holds. Where the source gives no time,
 * that of receipt stands in for it, and an equal value says nothing new.
 */
export function judgeStatus(known: EvseStatus, claim: EvseStatus): StatusVerdict {
  const order = compareInstants(claim.observedAt, known.observedAt);
  if (order < 0) return 'stale';
  if (claim.status !== known.status) return 'changed';
  return order > 0 && claim.observedAt !== claim.receivedAt ? 'changed' : 'unchanged';
}

/** Where the EVSE with this uid is; without case, as OCPI compares uids. -1: nowhere. */
export function indexOfEvse(statuses: readonly EvseStatus[], uid: string, expectedAt = 0): number {
  if (statuses[expectedAt]?.uid === uid) return expectedAt;
  const exact = statuses.findIndex((status) => status.uid === uid);
  if (exact >= 0) return exact;
  const folded = uid.toLowerCase();
  return statuses.findIndex((status) => status.uid.toLowerCase() === folded);
}
