/** A data directory with places of one peer, and the PATCHes that the peer sends. */
import { readLocation } from '@pantograph/feeds/ocpi';
import type { ContentId } from '@pantograph/model/location';
import { dataFiles, invitePeer, openPeerStore, openSqliteStore } from '@pantograph/server';

export interface PushWorld {
  readonly token: string;
  readonly contentIds: readonly ContentId[];
}

export const PLACES = 2_000;
const SOURCE = 'bench';
const receivedAt = '2026-01-01T00:00:00Z';

export async function makePushWorld(directory: string): Promise<PushWorld> {
  const files = dataFiles(directory);
  const peers = openPeerStore(files.peers);
  peers.setOwnParty({ countryCode: 'DE', partyId: 'PAN', name: 'Bench', roles: ['NSP'] });
  const token = invitePeer(peers, { name: SOURCE, allowPrivate: false }, new Date(receivedAt));
  peers.change((writer) => {
    const [invitation] = writer.tokens(SOURCE);
    const roles = [{ role: 'CPO', countryCode: 'NL', partyId: 'ABC', name: 'Bench' }];
    const times = { createdAt: receivedAt, changedAt: receivedAt };
    // As after a handshake.
    writer.put({ name: SOURCE, state: 'registered', allowPrivate: false, presents: 'raw', roles, ...times });
    if (invitation !== undefined) writer.setTokens(SOURCE, [{ ...invitation, use: 'current' }]);
  });
  peers.close();
  const store = openSqliteStore(files.store);
  const records = Array.from({ length: PLACES }, (_, number) => recordOf(number));
  await store.apply(records.map((record) => ({ kind: 'location', record, receivedAt })));
  await store.close();
  return { token, contentIds: records.map(({ contentId }) => contentId) };
}

/** North to south, a minute of latitude apart, so that each is the nearest to where it stands. */
export function positionOf(number: number): { readonly lat: string; readonly lng: string } {
  return { lat: (40 + (number % 100) / 10).toFixed(4), lng: (5 + Math.floor(number / 100) / 10).toFixed(4) };
}

function recordOf(number: number) {
  const { lat, lng } = positionOf(number);
  const connectors = [
    {
      id: '1',
      standard: 'IEC_62196_T2',
      format: 'SOCKET',
      power_type: 'AC_3_PHASE',
      max_voltage: 230,
      max_amperage: 16,
    },
  ];
  const evses = ['E1', 'E2'].map((uid) => ({ uid, status: 'AVAILABLE', connectors, last_updated: receivedAt }));
  const location = {
    country_code: 'NL',
    party_id: 'ABC',
    id: idOf(number),
    publish: true,
    name: `Place ${String(number)}`,
    address: 'Markt 1',
    city: 'Delft',
    country: 'NLD',
    coordinates: { latitude: lat, longitude: lng },
    time_zone: 'Europe/Amsterdam',
    evses,
    last_updated: receivedAt,
  };
  const reading = readLocation(location, { source: SOURCE, receivedAt });
  if (!reading.ok) throw new Error('the world cannot be read');
  return reading.record;
}

export function idOf(number: number): string {
  return `L${String(number)}`;
}

/** Every one is a change: each is a millisecond later than the one before. */
export function observedAt(number: number): string {
  return new Date(Date.UTC(2026, 0, 2) + number).toISOString();
}

export function patchRequest(number: number, token: string): string {
  const status = Math.floor(number / PLACES) % 2 === 0 ? 'CHARGING' : 'AVAILABLE';
  const body = JSON.stringify({ status, last_updated: observedAt(number) });
  return [
    `PATCH /ocpi/receiver/2.2.1/locations/NL/ABC/${idOf(number % PLACES)}/E1 HTTP/1.1`,
    'Host: localhost',
    `Authorization: Token ${token}`,
    'Content-Type: application/json',
    `Content-Length: ${String(body.length)}`,
    '',
    body,
  ].join('\r\n');
}
