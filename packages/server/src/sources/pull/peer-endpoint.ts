/** A registered OCPI peer as something to pull from. */
import { endpointOf } from '../../ocpi/peers/peer.ts';
import type { PeerStore } from '../../ocpi/peers/peer-store.ts';
import type { PeerEndpoint } from './endpoint.ts';

/** `undefined` where no peer of that name is registered. */
export function peerEndpoint(peers: Pick<PeerStore, 'get' | 'ownParty'>, name: string): PeerEndpoint | undefined {
  const { state, link, allowPrivate, roles } = peers.get(name) ?? {};
  if (state !== 'registered' || link === undefined || allowPrivate === undefined) return undefined;
  const { version, token, form } = link;
  const locations = endpointOf(link, 'locations', 'SENDER');
  const tariffs = endpointOf(link, 'tariffs', 'SENDER');
  return {
    version,
    token,
    form,
    allowPrivate,
    ...(locations === undefined ? {} : { locations }),
    ...(tariffs === undefined ? {} : { tariffs }),
    ...(version === '2.1.1' ? {} : { routing: routing(peers.ownParty(), roles?.[0]) }),
  };
}

/** OCPI 2.3.0, transport, "Message routing headers". */
function routing(
  own: { readonly countryCode: string; readonly partyId: string } | undefined,
  peer: { readonly countryCode: string; readonly partyId: string } | undefined,
): Readonly<Record<string, string>> {
  return {
    ...(own && { 'ocpi-from-country-code': own.countryCode, 'ocpi-from-party-id': own.partyId }),
    ...(peer && { 'ocpi-to-country-code': peer.countryCode, 'ocpi-to-party-id': peer.partyId }),
  };
}
