/** A data directory with places of one peer, and the PATCHes that the peer sends. */
import { readLocation } from '@pantograph/feeds/ocpi';
import type { ContentId } from '@pantograph/model/location';
import { dataFiles, openSqliteStore } from '@pantograph/server';
import { patchOf } from './patch-of.ts';
import { registeredPeer } from './registered-peer.ts';

export interface PushWorld {
  readonly token: string;
  readonly contentIds: readonly ContentId[];
}

export const PLACES = 2_000;
const SOURCE = 'bench';
const receivedAt = '2026-01-01T00:00:00Z';

export async function makePushWorld(directory: string): Promise<PushWorld> {
  const files = dataFiles(directory);
  const token = registeredPeer(files.peers, SOURCE, [{ countryCode: 'NL', partyId: 'ABC' }]);
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
  const evse = { countryCode: 'NL', partyId: 'ABC', location: idOf(number % PLACES), uid: 'E1' };
  return patchOf(evse, { status, observedAt: observedAt(number) }, token);
}
