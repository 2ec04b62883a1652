/** v3 ids. Source: contract v3, ChargingLocation.id and Evse.id. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ContentId } from '../../location/index.ts';
import type { Evse } from '../../ocpi/index.ts';

export const LOCATION_ID_PREFIX = 'here:evcp:charginglocation:';

export function locationIdOf(contentId: ContentId, prefix: string = LOCATION_ID_PREFIX): string {
  return prefix + contentId;
}

/** Global and stable: derived from the location's id and the EVSE's, which OCPI compares without case. */
export function evseIdOf(contentId: ContentId, uid: string): string {
  return `here:evcp:evse:${bytesToHex(sha256(utf8ToBytes(`${contentId}\u001f${uid.toLowerCase()}`)))}`;
}

/** The hash is most of the work of showing an EVSE, and the same EVSE is shown again and again. */
const kept = new WeakMap<Evse, { readonly contentId: ContentId; readonly id: string }>();

export function keptEvseId(contentId: ContentId, evse: Evse): string {
  const before = kept.get(evse);
  if (before?.contentId === contentId) return before.id;
  const id = evseIdOf(contentId, evse.uid);
  kept.set(evse, { contentId, id });
  return id;
}
