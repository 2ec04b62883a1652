/** The PATCH of one status, as bytes. */
import type { Party } from './registered-peer.ts';

export interface PushedEvse extends Party {
  readonly location: string;
  readonly uid: string;
}

export function patchOf(
  { countryCode, partyId, location, uid }: PushedEvse,
  { status, observedAt }: { readonly status: string; readonly observedAt: string },
  token: string,
): string {
  const body = JSON.stringify({ status, last_updated: observedAt });
  return [
    `PATCH /ocpi/receiver/2.2.1/locations/${countryCode}/${partyId}/${location}/${uid} HTTP/1.1`,
    'Host: localhost',
    `Authorization: Token ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${String(body.length)}`,
    '',
    body,
  ].join('\r\n');
}
