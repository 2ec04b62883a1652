/** One parcel to one receiver. OCPI 2.3.0, mod_locations and mod_tariffs, Receiver interface. */
import { presentTariff } from '@pantograph/model/ocpi';
import type { ObjectKey } from '@pantograph/model/location';
import type { Store, StoredLocation } from '../../store/store.ts';
import type { OutboundFetch } from '../outbound/index.ts';
import type { PeerAnswer, PeerRequest } from '../peers/call-peer.ts';
import { PeerUnusable, callPeer, isSuccess, shownAnswer } from '../peers/call-peer.ts';
import type { OwnParty } from '../peers/own-party.ts';
import type { Peer, PeerLink } from '../peers/peer.ts';
import { endpointOf } from '../peers/peer.ts';
import type { PassedOn } from '../sender/passed-on.ts';
import { wireLocation } from '../sender/sender-module.ts';
import { wireVersionOf } from '../version.ts';
import type { Parcel } from './gather.ts';

export interface Delivery {
  readonly store: Store;
  readonly passedOn: PassedOn;
  readonly fetch: OutboundFetch;
  readonly newId: () => string;
  readonly own: OwnParty;
  readonly peer: Peer;
  readonly link: PeerLink;
}

/** `refused`: the peer does not want this object, and would not want it again. */
export type Delivered = 'sent' | 'refused' | 'nothing to send';

/** Rejects with `PeerUnusable` where trying again later makes sense. */
export async function deliver(delivery: Delivery, parcel: Parcel): Promise<Delivered> {
  const { store, passedOn, peer } = delivery;
  if (parcel.kind === 'tariff') return deliverTariff(delivery, parcel.key);
  const row = passedOn.locations().get(parcel.contentId);
  if (row?.isVisible !== true || row.source === peer.name) return 'nothing to send';
  const stored = store.location(parcel.contentId);
  if (stored === undefined) return 'nothing to send';
  if (parcel.kind === 'location') return putLocation(delivery, stored);
  for (const { uid, status, observedAt } of parcel.statuses.values()) {
    // OCPI has no OPERATIONAL.
    const body = { status: status === 'OPERATIONAL' ? 'UNKNOWN' : status, last_updated: observedAt };
    const answer = await send(delivery, 'locations', [...placeOf(stored), uid], { method: 'PATCH', body });
    // The receiver does not know it yet, or does not know what to do with a part of it.
    if (answer !== undefined && !isSuccess(answer)) return putLocation(delivery, stored);
  }
  return 'sent';
}

async function putLocation(delivery: Delivery, stored: StoredLocation): Promise<Delivered> {
  const body = wireLocation(stored, delivery.link);
  return judged(await send(delivery, 'locations', placeOf(stored), { method: 'PUT', body }));
}

async function deliverTariff(delivery: Delivery, key: ObjectKey): Promise<Delivered> {
  const { store, passedOn, peer, link } = delivery;
  if (key.source === peer.name || !passedOn.isOpen(key.source)) return 'nothing to send';
  const stored = store.tariff(key);
  if (stored === undefined) {
    const place = [key.countryCode.toUpperCase(), key.partyId.toUpperCase(), key.id];
    const answer = await send(delivery, 'tariffs', place, { method: 'DELETE' });
    // What it never had, it need not delete.
    return answer?.http === 404 ? 'sent' : judged(answer);
  }
  const { tariff } = stored;
  const body = presentTariff(tariff, wireVersionOf(link.version)).value;
  if (body === undefined) return 'nothing to send';
  return judged(
    await send(delivery, 'tariffs', [tariff.country_code, tariff.party_id, tariff.id], { method: 'PUT', body }),
  );
}

function placeOf({ location }: StoredLocation): readonly string[] {
  return [location.country_code, location.party_id, location.id];
}

/** @returns `undefined` where the peer has no receiver for the module */
async function send(
  { fetch, newId, own, peer, link }: Delivery,
  module: string,
  place: readonly string[],
  { method, body }: Pick<PeerRequest, 'method' | 'body'>,
): Promise<PeerAnswer | undefined> {
  const endpoint = endpointOf(link, module, 'RECEIVER');
  if (endpoint === undefined) return undefined;
  const url = `${endpoint.replace(/\/+$/, '')}/${place.map(encodeURIComponent).join('/')}`;
  const { token, form } = link;
  const request = { ...(method && { method }), url, token, form, body, headers: routing(own, peer, link) };
  const answer = await callPeer(fetch, request, newId);
  if (answer.http === 401 || answer.http === 429 || answer.http >= 500 || answer.code >= 3000) {
    throw new PeerUnusable(`${method ?? 'GET'} ${endpoint} was answered ${shownAnswer(answer)}`);
  }
  return answer;
}

function routing(own: OwnParty, { roles: [first] }: Peer, { version }: PeerLink): Record<string, string> {
  if (version === '2.1.1') return {};
  return {
    'ocpi-from-country-code': own.countryCode,
    'ocpi-from-party-id': own.partyId,
    ...(first === undefined ? {} : { 'ocpi-to-country-code': first.countryCode, 'ocpi-to-party-id': first.partyId }),
  };
}

function judged(answer: PeerAnswer | undefined): Delivered {
  if (answer === undefined) return 'nothing to send';
  return isSuccess(answer) ? 'sent' : 'refused';
}
