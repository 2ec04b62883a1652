/** v3 ids. Source: contract v3, ChargingLocation.id and Evse.id. */
import { sha256 } from '@noble/hashes/sha2.js';
import type { ContentId } from '../../location/index.ts';

export const LOCATION_ID_PREFIX = 'here:evcp:charginglocation:';

export function locationIdOf(contentId: ContentId, prefix: string = LOCATION_ID_PREFIX): string {
  return prefix + contentId;
}

const encoder = new TextEncoder();

/** Global and stable: derived from the location's id and the EVSE's, which OCPI compares without case. */
export function evseIdOf(contentId: ContentId, uid: string): string {
  const digest = sha256(encoder.encode(`${contentId}\u001f${uid.toLowerCase()}`));
  return `here:evcp:evse:${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
