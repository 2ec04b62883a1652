/**
 * Who may come without credentials. Decided once by the address that is listened on, and again for every request by
 * the peer: a request is the local user's only if it arrived over loopback and no proxy handed it on. A reverse proxy
 * on the same machine that adds none of the forwarding headers, or a port forwarded by hand (ssh, containers), cannot
 * be told from the local user: such servers say `closed`.
 */

import type { Asked } from '../http/asked.ts';

/** `auto`: open on loopback, closed elsewhere. */
export type AccessMode = 'auto' | 'open' | 'closed';

/** To whom a request without credentials is open. */
export type Exposure = 'nobody' | 'loopback' | 'everybody';

export function exposureOf(mode: AccessMode, host: string): Exposure {
  if (mode === 'open') return 'everybody';
  return mode === 'auto' && isLoopbackHost(host) ? 'loopback' : 'nobody';
}

/** A name or an address. */
function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || isLoopbackAddress(host);
}

/** 127.0.0.0/8, ::1, and the former as IPv6 sockets see it. */
function isLoopbackAddress(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/i.test(address);
}

const forwardingHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** `peer` is the address at the other end; without one the request was made inside this process. */
export function isLocalUser({ headers }: Asked, peer: string | undefined): boolean {
  if (peer === undefined) return true;
  return isLoopbackAddress(peer) && !forwardingHeaders.some((name) => headers.get(name) !== null);
}
