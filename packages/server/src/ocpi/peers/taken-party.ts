/** Whose data is whose: a peer says in the handshake for which parties it speaks, and nobody proves it. */
import type { Peer, PeerRole } from './peer.ts';

/** The first of the parties for which another registered peer speaks alone; with the name of that one. */
export function takenParty(
  peers: readonly Peer[],
  { name, sharesParties = false }: Pick<Peer, 'name' | 'sharesParties'>,
  roles: readonly PeerRole[],
): { readonly party: string; readonly by: string } | undefined {
  if (sharesParties) return undefined;
  const wanted = new Set(roles.map(partyOf));
  for (const other of peers) {
    if (other.name === name || other.state !== 'registered' || other.sharesParties === true) continue;
    const party = other.roles.map(partyOf).find((its) => wanted.has(its));
    if (party !== undefined) return { party, by: other.name };
  }
  return undefined;
}

function partyOf({ countryCode, partyId }: PeerRole): string {
  return `${countryCode}/${partyId}`;
}
