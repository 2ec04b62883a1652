/** One parcel to one receiver. OCPI 2.3.0, mod_locations and mod_tariffs, Receiver interface. */
import type { Evse } from '@pantograph/model/ocpi';
import { presentTariff } from '@pantograph/model/ocpi';
import type { ContentId, EvseStatus, ObjectKey } from '@pantograph/model/location';
import type { Store, StoredLocation } from '../../store/store.ts';
import type { OutboundFetch } from '../outbound/index.ts';
import type { PeerAnswer, PeerRequest } from '../peers/call-peer.ts';
import { PeerUnusable, callPeer, isSuccess, shownAnswer } from '../peers/call-peer.ts';
import type { OwnParty } from '../peers/own-party.ts';
import type { Peer, PeerLink } from '../peers/peer.ts';
import { endpointOf } from '../peers/peer.ts';
import type { PassedOn } from '../sender/passed-on.ts';
import { datesBesideStatus, effectiveLocation, newest } from '../sender/effective.ts';
import { wireLocation } from '../sender/sender-module.ts';
import { identityOf } from '../sender/shelf.ts';
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

/** The peer does not want this object, and would not want it again. */
export interface Refused {
  /** Module, party and ids. */
  readonly place: readonly string[];
  readonly answer: PeerAnswer;
}

export type Delivered = 'sent' | 'nothing to send' | Refused;

/** Rejects with `PeerUnusable` where trying again later makes sense. */
export async function deliver(delivery: Delivery, parcel: Parcel): Promise<Delivered> {
  switch (parcel.kind) {
    case 'tariff':
      return deliverTariff(delivery, parcel.key);
    case 'tariffWithdrawal':
      return deleteTariff(delivery, parcel.key);
    case 'location': {
      const row = delivery.passedOn.locations().get(parcel.contentId);
      return deliverLocation(delivery, parcel.contentId, row?.isVisible === false && row.mayBeHeld);
    }
    case 'withdrawal':
      return deliverLocation(delivery, parcel.contentId, true);
    case 'statuses':
      return deliverStatuses(delivery, parcel.contentId, parcel.statuses.values());
  }
}

/** @param mayBeHeld whether it is not passed on, and the peer may have been given it before */
async function deliverLocation(delivery: Delivery, contentId: ContentId, mayBeHeld: boolean): Promise<Delivered> {
  const { store, passedOn, peer } = delivery;
  const stored = store.location(contentId);
  if (stored === undefined || stored.key.source === peer.name) return 'nothing to send';
  const { country_code: country, party_id: party, id } = stored.location;
  const shown = passedOn.locations().shown(identityOf(country, party, id));
  if (shown?.handle === contentId) return putLocation(delivery, stored);
  if (!mayBeHeld || shown?.source === peer.name) return 'nothing to send';
  // Another source has the same object, and may pass it on.
  const successor = shown && passedOn.location(shown);
  return successor === undefined ? withdraw(delivery, stored) : putLocation(delivery, successor);
}

async function deliverStatuses(
  delivery: Delivery,
  contentId: ContentId,
  statuses: Iterable<EvseStatus>,
): Promise<Delivered> {
  const { store, passedOn, peer } = delivery;
  const shelf = passedOn.locations();
  const row = shelf.get(contentId);
  if (row === undefined || shelf.shown(row.identity)?.handle !== contentId) return 'nothing to send';
  const stored = row.source === peer.name ? undefined : store.location(contentId);
  if (stored === undefined) return 'nothing to send';
  const carried = carriedEvses(delivery, stored);
  let delivered: Delivered = 'nothing to send';
  for (const { uid, status, observedAt } of statuses) {
    // OCPI has no OPERATIONAL.
    const evse = carried.find((one) => one.uid === uid);
    // Parts that the version cannot carry were never put.
    if (evse === undefined) continue;
    const date = newest([observedAt, ...datesBesideStatus(stored, evse)]);
    const body = { status: status === 'OPERATIONAL' ? 'UNKNOWN' : status, last_updated: date };
    const answer = await send(delivery, 'locations', [...placeOf(stored), uid], { method: 'PATCH', body });
    // The receiver does not know it yet, or does not know what to do with a part of it.
    if (answer !== undefined && !isSuccess(answer)) return putLocation(delivery, stored);
    if (answer !== undefined) delivered = 'sent';
  }
  return delivered;
}

/** Those of which the receiver was told. */
function carriedEvses({ link }: Delivery, stored: StoredLocation): readonly Evse[] {
  const uids = new Set(wireLocation(stored, link).evses?.map(({ uid }) => uid));
  return effectiveLocation(stored).evses.filter(({ uid }) => uids.has(uid));
}

/**
 * Says that the place is not to be shown any more: it is not published, and in 2.1.1, which has no such field, its EVSEs
 * are REMOVED. By PATCH, so that a receiver that never had the place learns no more than that there is this id. The dates
 * stay the source's: when it may be passed on again, what it says then is not older.
 */
async function withdraw(delivery: Delivery, stored: StoredLocation): Promise<Delivered> {
  const place = placeOf(stored);
  const { last_updated } = effectiveLocation(stored);
  const patches =
    delivery.link.version === '2.1.1'
      ? carriedEvses(delivery, stored).map((evse) => ({
          place: [...place, evse.uid],
          body: { status: 'REMOVED', last_updated: evse.last_updated },
        }))
      : [{ place, body: { publish: false, last_updated } }];
  if (patches.length === 0) return 'nothing to send';
  for (const patch of patches) {
    const answer = await send(delivery, 'locations', patch.place, { method: 'PATCH', body: patch.body });
    if (answer === undefined || isUnknown(answer)) return 'nothing to send';
    if (!isSuccess(answer)) return { place: ['locations', ...patch.place], answer };
  }
  return 'sent';
}

/** OCPI 2.3.0, status codes: unknown location; some answer as for a GET. */
function isUnknown({ http, code }: PeerAnswer): boolean {
  return http === 404 || code === 2003;
}

async function putLocation(delivery: Delivery, stored: StoredLocation): Promise<Delivered> {
  const body = wireLocation(stored, delivery.link);
  const place = placeOf(stored);
  return judged(await send(delivery, 'locations', place, { method: 'PUT', body }), ['locations', ...place]);
}

async function deliverTariff(delivery: Delivery, key: ObjectKey): Promise<Delivered> {
  const { store, passedOn, peer, link } = delivery;
  if (key.source === peer.name || !passedOn.isOpen(key.source)) return 'nothing to send';
  const stored = store.tariff(key);
  if (stored === undefined) return deleteTariff(delivery, key);
  const { tariff } = stored;
  const body = presentTariff(tariff, wireVersionOf(link.version)).value;
  if (body === undefined) return 'nothing to send';
  const place = [tariff.country_code, tariff.party_id, tariff.id];
  return judged(await send(delivery, 'tariffs', place, { method: 'PUT', body }), ['tariffs', ...place]);
}

async function deleteTariff(delivery: Delivery, { source, countryCode, partyId, id }: ObjectKey): Promise<Delivered> {
  if (source === delivery.peer.name) return 'nothing to send';
  const place = [countryCode.toUpperCase(), partyId.toUpperCase(), id];
  const answer = await send(delivery, 'tariffs', place, { method: 'DELETE' });
  // What it never had, it need not delete.
  return answer !== undefined && isUnknown(answer) ? 'sent' : judged(answer, ['tariffs', ...place]);
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

function judged(answer: PeerAnswer | undefined, place: readonly string[]): Delivered {
  if (answer === undefined) return 'nothing to send';
  return isSuccess(answer) ? 'sent' : { place, answer };
}
